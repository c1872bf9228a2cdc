"""Write the output: all of it or nothing.

In: every file that the output is to hold. Out: the folder, changed in one step, and the list of what changed.

Why the whole folder and not file by file: a crash, a full disk or an interrupt then leaves the old output or the
new one, and never a mix that imports. Not covered is a power cut: data is not forced to the disk, as that costs
more than the run; the digests in the manifest tell of such damage.

Why the current folder must be outside: exchanging a folder takes it away from under the shell that stands in it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from specwright.emit.changes import Changes, changes_to, in_the_way, ours
from specwright.emit.faults import refusing
from specwright.emit.manifest import MANIFEST, Inputs, manifest_of, read_manifest, render
from specwright.emit.paths import path_problems
from specwright.emit.staging import stage
from specwright.emit.swapping import swap
from specwright.emit.tree import Entry, scan
from specwright.emit.workspace import complete, set_aside, staging, workspace, workspace_of
from specwright.problems import Origin, Problem, Refused

__all__ = ["Written", "with_manifest", "write"]


@dataclass(frozen=True, slots=True)
class Written:
    """Paths by what happened to them, each sorted."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def write(root: Path, files: Mapping[str, bytes], inputs: Inputs, *, shown: str) -> Written:
    """Make `root` hold these files and their manifest, and leave alone whatever else is in it."""
    whole = with_manifest(files, inputs, shown=shown)
    place = Path(os.path.realpath(root))
    with refusing(place, shown, "write"):
        if place == place.parent:
            raise OSError(errno.EBUSY, "it is a whole file system", str(place))
        changes = _replace(place, whole, shown) if _differs(place, whole, shown) else None
    if changes is None:
        return Written((), (), (), tuple(sorted(whole)))
    return Written(changes.created, changes.changed, changes.removed, changes.unchanged)


def with_manifest(files: Mapping[str, bytes], inputs: Inputs, *, shown: str) -> Mapping[str, bytes]:
    """The files and the manifest that lists them, once no path can lead astray."""
    if problems := path_problems((*files, MANIFEST), shown=shown):
        raise Refused(problems)
    return {**files, MANIFEST: render(manifest_of(files, inputs))}


def _differs(place: Path, files: Mapping[str, bytes], shown: str) -> bool:
    """Whether there is anything to do, told without writing anything: the folder may be read-only."""
    if os.path.lexists(workspace_of(place)):
        return True
    # Another run may exchange the folder while we read it. What went wrong, if anything did, is told by the look that
    # no other run can disturb.
    with suppress(OSError, Refused):
        changes, _ = _look(place, files, shown)
        return not changes.none
    return True


def _look(place: Path, files: Mapping[str, bytes], shown: str) -> tuple[Changes, Mapping[str, Entry]]:
    listed = ours(read_manifest(place, shown=shown))
    found = scan(place)
    changes = changes_to(place, found, files, listed)
    if blocking := in_the_way(found, changes, listed):
        raise Refused(_foreign(f"{shown}/{path}", belongs) for path, belongs in blocking.items())
    return changes, found


def _foreign(shown: str, belongs: str) -> Problem:
    return Problem(
        "foreign-file",
        Origin(shown),
        f"{belongs} belongs here, but what lies here was not written by specwright.",
        hint="Move it away or remove it, then run again.",
    )


def _replace(place: Path, files: Mapping[str, bytes], shown: str) -> Changes:
    with _parents(place), workspace(place) as folder:
        # A second look: another run may have ended, or a killed one been mended, since the first.
        changes, found = _look(place, files, shown)
        if not changes.none:
            _require_exchangeable(place, shown)
            stage(place, staging(folder), found, files, changes)
            swap(complete(folder), place, set_aside(folder))
    return changes


def _require_exchangeable(place: Path, shown: str) -> None:
    if place.is_mount():
        raise OSError(errno.EBUSY, "it is a mount point", str(place))
    here = Path(os.path.realpath(Path.cwd()))
    if here == place or place in here.parents:
        outside = os.path.relpath(place.parent, here)
        raise Refused(
            [
                Problem(
                    "output-in-use",
                    Origin(shown),
                    "the current folder lies in the output, which is replaced as a whole.",
                    hint=f"Run it from outside: `cd {outside}`, and name the output folder as seen from there.",
                )
            ]
        )


@contextmanager
def _parents(place: Path) -> Generator[None]:
    """Have the folders above `place`; those made for it go again if it does not come to be."""
    missing = [folder for folder in place.parents if not os.path.lexists(folder)]
    try:
        for folder in reversed(missing):
            folder.mkdir(exist_ok=True)
        yield
    except BaseException:
        for folder in missing:
            # Not empty or never made: then it is not ours to remove.
            with suppress(OSError):
                folder.rmdir()
        raise
