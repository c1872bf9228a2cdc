"""The folder beside the output in which a run builds, and what an earlier run left there.

In: the output folder. Out: an empty folder on the same file system that no other run uses, gone again afterwards.

Why one function clears up after a good run, a failed one and a killed one: a clean-up that only crashes exercise is
never exercised. The name of what lies there tells what it is: `staging` is half built, `staged-<inode>` is a
complete tree of that inode, and if its inode is another one then it has been exchanged and is the old output;
`aside` is the old output where folders cannot be exchanged.

Why old output is searched before it is removed: somebody may have put a file there between our look and the exchange.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from specwright.emit.changes import CACHE, ours
from specwright.emit.manifest import read_manifest
from specwright.emit.tree import scan

__all__ = ["complete", "set_aside", "staging", "workspace", "workspace_of"]


def workspace_of(root: Path) -> Path:
    """Where a run that writes `root` builds; if it exists, a run is under way or was killed."""
    return root.parent / f".{root.name}.specwright"


def staging(folder: Path) -> Path:
    """Where the new output grows."""
    return folder / "staging"


def complete(folder: Path) -> Path:
    """Declare the new output complete; the answer is where it lies now."""
    staged = folder / f"staged-{staging(folder).stat().st_ino}"
    return staging(folder).rename(staged)


def set_aside(folder: Path) -> Path:
    """Where the old output waits while the new one takes its place."""
    return folder / "aside"


@contextmanager
def workspace(root: Path) -> Generator[Path]:
    """Hold the workspace of `root`, alone, and clear it on the way in and on the way out."""
    folder = workspace_of(root)
    with _alone_in(folder):
        _clear(folder, root)
        try:
            yield folder
        finally:
            _clear(folder, root)
            folder.rmdir()


@contextmanager
def _alone_in(folder: Path) -> Generator[None]:
    if sys.platform == "win32":  # no locks on folders: there two runs at once are the user's to avoid
        folder.mkdir(exist_ok=True)
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    while True:
        folder.mkdir(mode=0o700, exist_ok=True)
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except FileNotFoundError:  # the run that made it has just ended
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            # The run that we waited for has removed its folder: a lock on that one keeps nobody out.
            if not _still_there(folder, handle):
                continue
            yield
            return
        finally:
            os.close(handle)


def _still_there(folder: Path, handle: int) -> bool:
    try:
        return os.path.samestat(folder.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _clear(folder: Path, root: Path) -> None:
    aside = set_aside(folder)
    if aside.exists() and not os.path.lexists(root):
        aside.rename(root)
    for place in sorted(folder.iterdir()):
        if place == aside or _exchanged(place):
            _rescue(place, root)
        elif place != staging(folder) and not place.name.startswith("staged-"):
            raise OSError(errno.ENOTEMPTY, f"{place.name!r} in it is not ours", str(folder))
        _remove(place)


def _exchanged(place: Path) -> bool:
    return place.name.startswith("staged-") and place.name != f"staged-{place.stat().st_ino}"


def _rescue(old: Path, root: Path) -> None:
    """Move over what appeared in the old output too late to be staged."""
    written = ours(read_manifest(old))
    for path, entry in scan(old).items():
        if entry.kind == "folder" or path in written or CACHE in path.split("/"):
            continue
        target = root / path
        if not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            (old / path).rename(target)
        elif entry.kind != "link" and entry.status.st_mtime_ns > target.lstat().st_mtime_ns:
            (old / path).replace(target)


def _remove(tree: Path) -> None:
    import shutil  # noqa: PLC0415 - a run with nothing to do must not pay for it

    # Only folders, as the files are linked to the new output and a link shares its mode.
    for folder in (tree, *(tree / path for path, entry in scan(tree).items() if entry.kind == "folder")):
        if not os.access(folder, os.W_OK | os.X_OK):
            folder.chmod(0o700)
    shutil.rmtree(tree)
