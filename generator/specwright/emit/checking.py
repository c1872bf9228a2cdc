"""The same run without the write: what it would change, and why.

In: what `write` gets. Out: a `Drift` for each path that differs.

Why "edited" and "stale" are two things: a file that is not what the last run wrote was changed by hand, and its
editor has to hear that the change will be lost; a file that is what the last run wrote has only been overtaken by
its inputs.

Why line ends are a cause of their own: a clone with `core.autocrlf` has others in every file, and nobody edited any.

Why somebody's file counts only below a folder that holds files of ours: a stray module in a generated package is
imported like any other. The output folder itself, and folders that only lead to ours, may be shared.

Why the manifest comes last and without a diff: it only follows from the rest, and its causes say what decided it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from specwright.emit.causes import Because, Cause
from specwright.emit.changes import CACHE, changes_to, in_the_way, ours
from specwright.emit.difference import difference
from specwright.emit.faults import refusing
from specwright.emit.freshness import drift_causes
from specwright.emit.manifest import MANIFEST, Inputs, Manifest, digest, read_manifest, render
from specwright.emit.paths import folders_above
from specwright.emit.tree import scan
from specwright.emit.writing import with_manifest

__all__ = ["Drift", "check", "strays_in"]

# What tools leave in a package's folder, besides names that begin with a dot.
_LEFT_BY_TOOLS = frozenset({CACHE, "build", "dist"})


@dataclass(frozen=True, slots=True)
class Drift:
    """One path that differs from what a run would leave there; `foreign` is not of our making."""

    path: str
    kind: Literal["missing", "stale", "foreign", "edited"]
    diff: str
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The two sides of a check: what lies in `place`, and the files that belong there."""

    place: Path
    shown: str
    files: Mapping[str, bytes]
    manifest: Manifest | None
    recorded: Mapping[str, str]
    causes: tuple[Cause, ...]
    because: Because | None


def check(
    root: Path, files: Mapping[str, bytes], inputs: Inputs, *, shown: str, because: Because | None = None
) -> tuple[Drift, ...]:
    """Everything in `root` that is not as `write` would leave it, sorted by path, the manifest last.

    `because` knows the causes of each path; without it, all that differs among the inputs is the cause of each.
    """
    whole = with_manifest(files, inputs, shown=shown)
    place = Path(os.path.realpath(root))
    with refusing(place, shown, "read"):
        manifest, found = read_manifest(place, shown=shown), scan(place)
        changes = changes_to(place, found, whole, ours(manifest))
        blocking = in_the_way(found, changes, ours(manifest))
        causes = () if manifest is None else tuple(Cause("run", each) for each in drift_causes(manifest.inputs, inputs))
        recorded = {} if manifest is None else {**dict(manifest.files), MANIFEST: digest(render(manifest))}
        sides = _Comparison(place, shown, whole, manifest, recorded, causes, because)
        drifts = (
            *(_missing(sides, path) for path in changes.created),
            *(_differing(sides, path) for path in (*changes.changed, *changes.removed) if path not in blocking),
            *(_in_the_way(sides, path) for path in blocking),
            *(_stray(path) for path in _strays(changes.kept, whole) if path not in blocking),
        )
    return tuple(sorted(drifts, key=lambda drift: (drift.path == MANIFEST, drift.path)))


def strays_in(root: Path, *, shown: str) -> tuple[Drift, ...]:
    """Somebody's files among those of the last run, where these themselves are known to be as they were written."""
    place = Path(os.path.realpath(root))
    with refusing(place, shown, "read"):
        manifest, found = read_manifest(place, shown=shown), scan(place)
    listed = ours(manifest)
    return tuple(
        _stray(path)
        for path in _strays((path for path, each in found.items() if each.kind != "folder"), listed)
        if path not in listed
    )


def _missing(sides: _Comparison, path: str) -> Drift:
    causes = (Cause("hand", "removed since it was written"),) if path in sides.recorded else _reasons(sides, path)
    return Drift(path, "missing", _diff(sides, path), causes)


def _differing(sides: _Comparison, path: str) -> Drift:
    if _as_written(sides, path):
        return Drift(path, "stale", _diff(sides, path), _reasons(sides, path))
    edited = Cause("hand", "changed by hand since it was written")
    by_hand = Cause("ends", "only its line ends differ") if _but_for_ends(sides, path) else edited
    due = path not in sides.files or digest(sides.files[path]) != sides.recorded.get(path)
    return Drift(path, "edited", _diff(sides, path), (by_hand, *(_inputs(sides, path) if due else ())))


def _in_the_way(sides: _Comparison, path: str) -> Drift:
    cause = Cause("foreign", "not written by specwright, and in the way of the output")
    return Drift(path, "foreign", _diff(sides, path), (cause,))


def _stray(path: str) -> Drift:
    return Drift(path, "foreign", "", (Cause("foreign", "not written by specwright, in a folder of the output"),))


def _strays(kept: Iterable[str], files: Collection[str]) -> Iterator[str]:
    """Somebody's files in a folder, at any depth, that holds files of ours."""
    owned = {path.rpartition("/")[0] for path in files}
    for path in kept:
        left_by_tools = any(name.startswith(".") or name in _LEFT_BY_TOOLS for name in path.split("/"))
        if not left_by_tools and not owned.isdisjoint(folders_above(path)):
            yield path


def _as_written(sides: _Comparison, path: str) -> bool:
    """Whether the file on disk is what the last run left."""
    place = sides.place / path
    if not place.is_file() or place.is_symlink():
        return False
    return digest(place.read_bytes()) == sides.recorded.get(path)


def _but_for_ends(sides: _Comparison, path: str) -> bool:
    """Whether the file on disk is what the last run left, with the line ends of Windows."""
    place = sides.place / path
    if not place.is_file() or place.is_symlink():
        return False
    return digest(_with_our_ends(place.read_bytes())) == sides.recorded.get(path)


def _with_our_ends(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def _inputs(sides: _Comparison, path: str) -> tuple[Cause, ...]:
    """The inputs that make a path differ; the manifest follows from all of them."""
    return sides.because(path) if sides.because and (path != MANIFEST or not sides.causes) else sides.causes


def _reasons(sides: _Comparison, path: str) -> tuple[Cause, ...]:
    if sides.manifest is None:
        return (Cause("run", "no manifest tells of an earlier run"),)
    told = "the inputs are those of the last run, but what they give is not"
    return _inputs(sides, path) or (Cause("run", told),)


def _diff(sides: _Comparison, path: str) -> str:
    if path == MANIFEST:
        return ""
    place = sides.place / path
    old = place.read_bytes() if place.is_file() else None
    if old is not None and _but_for_ends(sides, path):
        old = _with_our_ends(old)  # else every line of it would be one that differs
    return difference(f"{sides.shown}/{path}", old, sides.files.get(path))
