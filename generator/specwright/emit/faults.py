"""What the operating system refuses, in the words of a refusal.

In: an `OSError` from anywhere in this stage. Out: `Refused`, with the place as the user names it, the system's
reason and a remedy.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Literal

from specwright.emit.workspace import workspace_of
from specwright.problems import Origin, Problem, Refused

__all__ = ["refusing"]

_PERMISSION = "Choose a folder that you may write to, in a folder that you may write to, or change their permissions."
_ROOM = "Make room, then run again; what was there before is untouched."
_PLACE = "Choose another output folder, or move away what lies there."
_MOUNT = "A mount point or a part of an image layer cannot be exchanged: choose a folder inside it, or remove it first."
_REMEDIES: Mapping[int, str] = MappingProxyType(
    {
        errno.EACCES: _PERMISSION,
        errno.EPERM: _PERMISSION,
        errno.EROFS: _PERMISSION,
        errno.ENOSPC: _ROOM,
        errno.EDQUOT: _ROOM,
        errno.EFBIG: _ROOM,
        errno.EBUSY: _MOUNT,
        errno.EXDEV: _MOUNT,
    }
)


@contextmanager
def refusing(root: Path, shown: str, doing: Literal["read", "write"]) -> Generator[None]:
    """Turn the operating system's errors into refusals that name `root` as the user does."""
    try:
        yield
    except OSError as error:
        code = error.errno or 0
        raise Refused(
            [
                Problem(
                    "output-unreadable" if doing == "read" else "output-unwritable",
                    Origin(_as_shown(str(error.filename or root), root, shown)),
                    f"cannot {doing} here: {error.strerror or error}.",
                    hint=_REMEDIES.get(code, _PLACE),
                )
            ]
        ) from error


def _as_shown(failed: str, root: Path, shown: str) -> str:
    """The failed path in terms of the path that the user gave."""
    workspace = workspace_of(root)
    # What fails inside the workspace is shown as what it was to become; a failure to make it is the parent's.
    for base, skipped in ((root, 0), (workspace, 1)):
        if failed.startswith(f"{base}{os.sep}"):
            return PurePath(shown, *PurePath(failed).relative_to(base).parts[skipped:]).as_posix()
    if failed == str(workspace) and not workspace.exists():
        failed = str(root.parent)
    relative = os.path.relpath(failed, root)
    return PurePath(os.path.normpath(PurePath(shown, relative))).as_posix()
