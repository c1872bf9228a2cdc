"""Values: what a release changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["HISTORY_NAME", "SECTIONS", "Note", "ReleaseNotes", "Section"]

HISTORY_NAME = "specwright.changes.toml"
"""Where releases are recorded if the configuration names no other file."""

Section: TypeAlias = Literal["Added", "Changed", "Deprecated", "Removed"]
"""The headings of a changelog, as its readers know them."""

SECTIONS: tuple[Section, ...] = ("Removed", "Changed", "Deprecated", "Added")
"""In the order in which they are read: what may break code comes first."""


@dataclass(frozen=True, slots=True)
class Note:
    """One change: its id in the comparison, what it does to users of the package, and what changed in the API.

    `api` is the version of the API, empty where the package has one only, or where the package itself changed.
    """

    id: str
    section: Section
    breaking: bool = False
    effect: str = ""
    sentence: str = ""
    api: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseNotes:
    """What a release of a package changed; the date is whatever somebody wrote."""

    package: str
    version: str
    date: str = ""
    notes: tuple[Note, ...] = ()
