"""What a document declares: its operations, counted by a walk of our own.

In: a path. Out: each `METHOD path`, or `None` where the file cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .raw import Library, mapping

__all__ = ["declared"]

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def declared(path: Path) -> tuple[str, ...] | None:
    """Every operation of the document, by path and method."""
    library = Library()
    document = library.document(path)
    if not isinstance(document, dict):
        return None
    return tuple(sorted(_operations(library, path)))


def _operations(library: Library, path: Path) -> Iterator[str]:
    document = mapping(library.document(path))
    known = _METHODS if str(document.get("openapi", "")) >= "3.2" else _METHODS[:-1]
    for route, item in mapping(document.get("paths")).items():
        if route.startswith("x-"):
            continue
        both = {**mapping(library.followed(item, path)[0]), **mapping(item)}
        yield from (f"{method.upper()} {route}" for method in known if isinstance(both.get(method), dict))
        if "query" in known:
            yield from (f"{method.upper()} {route}" for method in mapping(both.get("additionalOperations")))
