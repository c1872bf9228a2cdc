"""What plain data is, and what a loaded document is.

Why a document carries problems: a text with a key that stands twice still has a reading, the one of all parsers, in
which the last value counts. So its other faults are told in the same run; `validate` says these with its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from specwright.problems import Problem

__all__ = ["Document", "Json", "Parsed"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Parsed:
    """The plain data of a text, and what is wrong with the text all the same."""

    data: Json
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file read as plain data: the name that users see, where it lies, what it holds, and the digest of its bytes.

    `data` is read by every stage and edited by none. A YAML alias shares its value with the anchor.
    """

    file: str
    path: Path
    data: dict[str, Json]
    sha256: str
    problems: tuple[Problem, ...] = ()
