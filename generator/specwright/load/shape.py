"""What plain data is, and what a loaded document is.

Why a document carries problems: a text with a key that stands twice still has a reading, the one of all parsers, in
which the last value counts. So its other faults are told in the same run; `validate` says these with its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from specwright.problems import Problem

__all__ = ["Document", "Json", "Parsed", "Published"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Parsed:
    """The plain data of a text, and what is wrong with the text all the same."""

    data: Json
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """A document as it was published, where it is read in other words: its data, and where each moved place stood."""

    data: dict[str, Json]
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """A file read as plain data: the name that users see, where it lies, what it holds, and the digest of its bytes.

    `data` is read by every stage and edited by none. A YAML alias shares its value with the anchor. `published` is
    there where the data was brought up from an older specification, and `beside` are the files brought up with it.
    """

    file: str
    path: Path
    data: dict[str, Json]
    sha256: str
    problems: tuple[Problem, ...] = ()
    published: Published | None = None
    beside: tuple[Document, ...] = ()

    def published_at(self, pointer: str) -> str:
        """Where the thing at a pointer stands in the file that was published."""
        places: Mapping[str, str] = self.published.places if self.published else {}
        above = pointer
        while above and above not in places:
            above = above.rpartition("/")[0]
        return places[above] + pointer[len(above) :] if above in places else pointer

    def having(self, problems: Iterable[Problem]) -> Document:
        """The same with more problems."""
        return replace(self, problems=(*self.problems, *problems))
