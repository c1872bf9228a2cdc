"""The complete new output, built beside the old one.

In: the old folder and what changes. Out: a folder that can take its place.

Why hard links: what does not change keeps its inode, its times and its owner, and costs no space; and what is
somebody else's is the very same file before and after. A file is never opened for writing under a linked name, as
that would write into the old output.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from specwright.emit.changes import Changes
from specwright.emit.paths import folders_above
from specwright.emit.tree import Entry

__all__ = ["stage"]

_FILE_MODE = 0o644
# No links here, or not to a file that another user owns.
_NOT_LINKABLE = frozenset({errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS})


def stage(old: Path, new: Path, found: Mapping[str, Entry], files: Mapping[str, bytes], changes: Changes) -> None:
    """Build in `new`, which must not exist, what `old` is to become."""
    _require_removable(old, found)
    inside = (*files, *changes.kept)
    empty = changes.kept_folders
    folders = sorted({folder for path in (*inside, *empty) for folder in folders_above(path)} | set(empty))
    new.mkdir()
    for folder in folders:
        (new / folder).mkdir()
    for path in (*changes.created, *changes.changed):
        _create(new / path, files[path])
    for path in changes.unchanged:
        _link_own(old / path, new / path, files[path])
    for path in changes.kept:
        _link_foreign(old / path, new / path, found[path])
    _dress_folders(old, new, found, folders, changes)


def _require_removable(old: Path, found: Mapping[str, Entry]) -> None:
    """Say before the exchange, and not after, that the old folders could not be removed."""
    folders = {path: entry for path, entry in found.items() if entry.kind == "folder"}
    device = old.stat().st_dev if folders else 0
    for path, entry in folders.items():
        if entry.status.st_dev != device:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(old / path))
        may_write = os.access(old / path, os.W_OK | os.X_OK)
        if not may_write and hasattr(os, "geteuid") and entry.status.st_uid != os.geteuid():
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(old / path))


def _create(place: Path, content: bytes) -> None:
    # O_EXCL: on a file system that does not tell case apart, the name may already be a link to somebody's file.
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except OSError as error:  # a full disk does not say which file it was
        raise OSError(error.errno, error.strerror, str(place)) from error


def _link_own(old: Path, new: Path, content: bytes) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NOT_LINKABLE:
            raise
        _create(new, content)
        status = old.stat()
        os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))


def _link_foreign(old: Path, new: Path, entry: Entry) -> None:
    if entry.kind == "link":
        new.symlink_to(old.readlink())
        if os.utime in os.supports_follow_symlinks:
            os.utime(new, ns=(entry.status.st_atime_ns, entry.status.st_mtime_ns), follow_symlinks=False)
    else:
        os.link(old, new, follow_symlinks=False)


def _dress_folders(old: Path, new: Path, found: Mapping[str, Entry], folders: Iterable[str], changes: Changes) -> None:
    """Give each folder that was there its mode, owner and attributes, and its times if it lists the same names."""
    import shutil  # noqa: PLC0415 - a run with nothing to do must not pay for it

    touched = {path.rpartition("/")[0] for path in (*changes.created, *changes.removed)}
    # Only now that they hold all that they are to hold: a folder may be read-only.
    before = [folder for folder in folders if folder in found and found[folder].kind == "folder"]
    for folder in (*before, *([""] if old.exists() else [])):
        status = (old / folder).stat()
        if hasattr(os, "chown"):
            # Only root may give a folder away; for others the group is worth a try and nothing is lost without.
            with suppress(PermissionError):
                os.chown(new / folder, status.st_uid, status.st_gid)
        shutil.copystat(old / folder, new / folder)
        if folder in touched:
            os.utime(new / folder)
