"""What plain data is, and what a loaded document is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

__all__ = ["Document", "Json"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Document:
    """A file read as plain data: the name that users see, where it lies, what it holds, and the digest of its bytes.

    `data` is read by every stage and edited by none. A YAML alias shares its value with the anchor.
    """

    file: str
    path: Path
    data: dict[str, Json]
    sha256: str
