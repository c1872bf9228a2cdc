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

    def place_of(self, pointer: str) -> str:
        """The place of what is at a pointer now, or the nearest above it that was there."""
        above = pointer
        while above and above not in self.places:
            above = above.rpartition("/")[0]
        old = self.places.get(above, "") + pointer[len(above) :]
        value: Json = self.data
        found = ""
        for step in old.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict) and name in value:
                value = value[name]
            elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
                value = value[int(name)]
            else:
                break
            found = f"{found}/{step}"
        return found


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
        """Where the thing at a pointer stands in the file that was published, or what it was made from."""
        return pointer if self.published is None else self.published.place_of(pointer)

    def having(self, problems: Iterable[Problem]) -> Document:
        """The same with more problems."""
        return replace(self, problems=(*self.problems, *problems))
