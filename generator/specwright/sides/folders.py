"""Folders: a folder of documents without a configuration, as a configuration.

In: a folder. Out: a `Config` with a distribution for each document in it, named after its path.

Why by looking into each file: a folder of documents holds files that they refer to as well, and those are no APIs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from specwright.config import Config, SdkConfig
from specwright.config.patterns import OVERLAY, source_of

__all__ = ["SUFFIXES", "documents_of"]

SUFFIXES = (".json", ".yaml", ".yml")
"""What files of documents end with."""

_WORDS = (b"openapi", b"swagger")
_BEGIN = re.compile(rb"""(?:\xef\xbb\xbf)?\s*\{?\s*["']?(?:openapi|swagger)["']?\s*:""")
_MARK = re.compile(rb"""^\s*["']?(?:openapi|swagger)["']?\s*:|[{,]\s*"(?:openapi|swagger)"\s*:""", re.MULTILINE)


def documents_of(folder: Path) -> Config:
    """Every document below a folder, each by itself."""
    root = folder.resolve()
    sources = (source_of(path, root) for path in _documents_below(root))
    sdks = tuple(SdkConfig(each.shown, "", "", "", (each,)) for each in sources)
    return Config(root, root / "output", sdks)


def _documents_below(root: Path) -> Iterator[Path]:
    """The files that say that they are OpenAPI documents, in the order of their paths."""
    for path in sorted(root.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if not is_hidden and path.suffix in SUFFIXES and not path.name.endswith(OVERLAY) and path.is_file():
            content = path.read_bytes()
            if _is_document(content):
                yield path


def _is_document(content: bytes) -> bool:
    """Most have the mark at the beginning; where keys are sorted it may stand anywhere."""
    if _BEGIN.match(content):
        return True
    return any(word in content for word in _WORDS) and _MARK.search(content) is not None
