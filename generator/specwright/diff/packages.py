"""Packages: what changed about a package as a whole: which versions are in it, and which one is at its top.

In: names of packages and versions, and the changes between two versions. Out: `Change`s.

Why the version at the top counts as much as the difference between the two: `from shop import Client` goes on to work,
and means another version. Code that has it breaks where that version breaks those who move to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specwright.diff.changes import Change, Effect, Level
from specwright.diff.comparison import weight_of
from specwright.problems import Origin
from specwright.versions import namespace_of

__all__ = [
    "PACKAGE_CODES", "Shelf", "package_added", "package_removed", "top_moved", "version_added", "version_removed",
]  # fmt: skip

PACKAGE_CODES: Mapping[str, tuple[str, Level]] = {
    "package-removed": ("a package is gone", "breaking"),
    "package-added": ("a package is new", "additive"),
    "version-removed": ("a version of the API is gone", "breaking"),
    "version-added": ("a version of the API is new", "additive"),
    "top-moved": ("another version is at the top of the package; breaking where moving to it is", "additive"),
}
"""What these rules mean, and their levels."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A package by what it is called in messages and in `import`; the latter is empty for a document by itself."""

    name: str
    package: str


def package_removed(shelf: Shelf, old: Origin) -> Change:
    """A package that the new side has not, or a document."""
    gone = Effect("removed", f"`{shelf.package}` is gone.", breaks=True) if shelf.package else _of_document("removed")
    return _change("package-removed", f"{_called(shelf)} is gone.", gone, (old, None), shelf.name)


def package_added(shelf: Shelf, new: Origin) -> Change:
    """A package that the old side has not, or a document."""
    come = Effect("added", f"`import {shelf.package}` is new.") if shelf.package else _of_document("added")
    return _change("package-added", f"{_called(shelf)} is new.", come, (None, new), shelf.name)


def version_removed(shelf: Shelf, text: str, old: Origin) -> Change:
    """A version that the new side has not."""
    gone = Effect("removed", f"`{shelf.package}.{namespace_of(text)}` is gone.", breaks=True)
    return _change("version-removed", f"The version {text} is gone.", gone, (old, None), text)


def version_added(shelf: Shelf, text: str, new: Origin) -> Change:
    """A version that the old side has not."""
    come = Effect("added", f"`from {shelf.package}.{namespace_of(text)} import Client` is new.")
    return _change("version-added", f"The version {text} is new.", come, (None, new), text)


def top_moved(
    shelf: Shelf, was: tuple[str, Origin], now: tuple[str, Origin], between: Iterable[Change], *, old_stays: bool
) -> Change:
    """Another version at the top; `between` is what moving from the one to the other means."""
    grave = [change for change in between if weight_of(change) in ("breaking", "sdk")]
    how = (
        f"{len(grave)} breaking changes lie"
        if len(grave) > 1
        else "1 breaking change lies"
        if grave
        else "Nothing that breaks lies"
    )
    sentence = f"The top of the package is the version {now[0]} and no longer {was[0]}. {how} between them."
    stays = f" `from {shelf.package}.{namespace_of(was[0])} import Client` keeps the old one." if old_stays else ""
    text = f"`from {shelf.package} import Client` is the client of {now[0]}.{stays}"
    effect = Effect("behaviour", text, breaks=bool(grave))
    level: Level = "breaking" if grave else "additive"
    return _change("top-moved", sentence, effect, (was[1], now[1]), level=level)


def _called(shelf: Shelf) -> str:
    return f"The package {shelf.name}" if shelf.package else f"The document {shelf.name}"


def _of_document(kind: str) -> Effect:
    return Effect("removed", breaks=True) if kind == "removed" else Effect("added")


def _change(
    code: str,
    sentence: str,
    effect: Effect,
    at: tuple[Origin | None, Origin | None],
    what: str = "",
    level: Level | None = None,
) -> Change:
    return Change(
        rule=code,
        level=level or PACKAGE_CODES[code][1],
        place="package",
        where="the package",
        direction="",
        what=what,
        sentence=sentence,
        effect=effect,
        old=at[0],
        new=at[1],
    )
