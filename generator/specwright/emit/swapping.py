"""The one moment in which the old output becomes the new one.

In: a staged folder and the output folder. Out: the staged one in its place, the old one set aside for removal.

Why ctypes: Python has no call for it. Linux and macOS can exchange two folders in one step that no crash can halve.
Where the system or the file system cannot, the old folder is renamed away first; a crash between the two renames
leaves it set aside, and the next run puts it back.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

__all__ = ["swap"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux, <linux/fs.h>
_RENAME_SWAP = 2  # macOS, <sys/stdio.h>
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def swap(staged: Path, root: Path, aside: Path) -> None:
    """Put `staged` where `root` is; the old folder then lies at `staged`, or at `aside`."""
    if not os.path.lexists(root):
        staged.rename(root)
    elif not _exchange(staged, root):
        # If the second rename fails, the workspace's clean-up undoes the first, as it does after a crash.
        root.rename(aside)
        staged.rename(root)


def _exchange(staged: Path, root: Path) -> bool:
    """Exchange the two in one step, or say that this cannot be done here."""
    import ctypes  # noqa: PLC0415 - a run with nothing to do must not pay for it

    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    one, other = os.fsencode(staged), os.fsencode(root)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(one, other, _RENAME_SWAP)
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(root))
