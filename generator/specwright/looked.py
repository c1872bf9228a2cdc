"""Looked: the files that a run has looked at, each of them once.

In: paths and documents. Out: a digest of each: of a document's content in a settled order, of any other file's bytes.
What was read is remembered, so that a record of the run says what it saw and not what came after.

Why a document's digest is of its content in a settled order: vendors reorder keys and lists from one release to the
next, and what changes no byte of the output must not change the manifest either. To read a document takes a thousand
times what its bytes take, so the cache knows which content belongs to which bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from specwright.cache import NO_CACHE, Cache
from specwright.config import Source
from specwright.problems import Refused
from specwright.quick import look

if TYPE_CHECKING:
    from specwright.load import Json

__all__ = ["UNREADABLE", "Looked", "settled"]

UNREADABLE = "unreadable"
"""The digest of a document that cannot be read; the run itself will say what is wrong."""

_UNORDERED = frozenset({"consumes", "produces", "required", "schemes", "security", "tags"})
_QUOTED = frozenset({"const", "default", "enum", "example", "examples"})


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen so far, by path."""

    cache: Cache = NO_CACHE
    _seen: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def seen(self) -> Mapping[str, str]:
        """The digest of each file's bytes; empty where there is none."""
        return self._seen

    def file(self, path: Path) -> str:
        """The digest of a file's bytes; empty where there is none."""
        name = str(path)
        if name not in self._seen:
            self._seen[name] = look("file", name)
        return self._seen[name]

    def again(self, path: Path) -> None:
        """Look at a file again that the run itself has written."""
        self._seen[str(path)] = look("file", str(path))

    def document(self, source: Source) -> str:
        """The digest of a document's content."""
        raw = self.file(source.path)
        key = f"{source.path.suffix.lower()} {raw}"
        known = self.cache.get("settled", key)
        if known is not None:
            return known.decode()
        digest = _of_document(source, raw)
        if digest != UNREADABLE:
            self.cache.put("settled", key, digest.encode())
        return digest


def _of_document(source: Source, raw: str) -> str:
    from specwright.load import load  # noqa: PLC0415 - a run that knows its documents does not read them

    try:
        document = load(source.path, source.shown)
    except Refused:
        return UNREADABLE
    if document.problems or document.sha256 != raw:  # saved since it was looked at
        return UNREADABLE
    return sha256(json.dumps(settled(document.data), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def settled(node: Json, key: str = "") -> Json:
    """The content with every list in order that has none of its own; data that the document quotes stays as it is."""
    if key in _QUOTED or key.startswith("x-"):
        return node
    if isinstance(node, dict):
        return {name: settled(each, key if key == "security" else name) for name, each in node.items()}
    if not isinstance(node, list):
        return node
    listed = [settled(each, key if key == "security" else "") for each in node]
    return sorted(listed, key=lambda each: json.dumps(each, sort_keys=True)) if key in _UNORDERED else listed
