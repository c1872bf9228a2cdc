"""Read a YAML or JSON file as plain data.

In: a path, and the name that users know it by. Out: a `Document`, or `Refused` with every problem of the text,
each with its place. Beside that: what a `$ref` leads to, and where in a file a place stands.
"""

from __future__ import annotations

from specwright.load.dynamic import without_dynamic
from specwright.load.positions import find_position, find_positions
from specwright.load.reading import load
from specwright.load.references import Folder, ReferenceFault, Target
from specwright.load.shape import Document, Json, Published

__all__ = [
    "Document", "Folder", "Json", "Published", "ReferenceFault", "Target", "find_position", "find_positions", "load",
    "without_dynamic",
]  # fmt: skip
