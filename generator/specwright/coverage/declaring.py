"""Declaring: the operations that a document declares, counted by a walk of its own.

In: a document. Out: every method of every path, of every webhook and of every callback, path items behind a `$ref`
included.

Why not from the survey, nor from what `resolve` settles: this is the other side of a comparison. An operation that a
stage loses must still be counted here, so nothing here is shared with the stages but the following of a reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specwright.coverage.ledger import Declared
from specwright.load import Document, Folder, Json, ReferenceFault
from specwright.load.pointers import join
from specwright.problems import Origin, Refused

__all__ = ["declared_in"]

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_CHAIN = 64


@dataclass(frozen=True, slots=True)
class _At:
    """A value, where it stands, and the document that a reference in it starts from."""

    document: Document
    pointer: str
    value: Json

    @property
    def origin(self) -> Origin:
        """The place as problems name it."""
        return Origin(self.document.file, self.pointer)

    def below(self, step: str) -> _At:
        """The value at a key; `null` where there is none."""
        value = self.value.get(step) if isinstance(self.value, dict) else None
        return _At(self.document, join(self.pointer, step), value)

    def members(self) -> Iterator[tuple[str, _At]]:
        """The mappings at this place by key, extensions left aside."""
        for name in self.value if isinstance(self.value, dict) else ():
            each = self.below(name)
            if isinstance(each.value, dict) and not name.startswith("x-"):
                yield name, each


def declared_in(document: Document) -> tuple[Declared, ...]:
    """Every operation of the document, sorted by kind, path and method."""
    root, folder = _At(document, "", document.data), Folder(document)
    version = str(document.data.get("openapi", ""))
    found: list[Declared] = []
    for path, item in root.below("paths").members():
        for method, operation in _operations(folder, item, version):
            found.append(Declared("operation", method, path, operation.origin))
            found += _callbacks(folder, operation, f"{method} {path}", version)
    for name, item in _webhooks(root, version):
        for method, each in _operations(folder, item, version):
            found.append(Declared("webhook", method, name, each.origin, name))
    return tuple(sorted(set(found), key=lambda each: (each.kind, each.path, each.method, each.origin)))


def _webhooks(root: _At, version: str) -> Iterator[tuple[str, _At]]:
    """The webhooks; before 3.1 they had no place of their own, and have long stood in an extension."""
    own = root.below("webhooks")
    return (own if own.value is not None and version >= "3.1" else root.below("x-webhooks")).members()


def _callbacks(folder: Folder, operation: _At, owner: str, version: str) -> Iterator[Declared]:
    for name, callback in operation.below("callbacks").members():
        for expression, item in _followed(folder, callback)[-1].members():
            if expression != "$ref":
                for method, each in _operations(folder, item, version):
                    yield Declared("callback", method, expression, each.origin, name, owner)


def _operations(folder: Folder, item: _At, version: str) -> Iterator[tuple[str, _At]]:
    """The operations of a path item; its own win over those of the one that it refers to."""
    methods = (*_METHODS, "query") if version >= "3.2" else _METHODS
    seen: set[str] = set()
    for holder in _followed(folder, item):
        listed = [(method.upper(), holder.below(method)) for method in methods]
        if version >= "3.2":
            # Sent in capitals, however it is written.
            listed += [(method.upper(), each) for method, each in holder.below("additionalOperations").members()]
        for method, operation in listed:
            if isinstance(operation.value, dict) and method not in seen:
                seen.add(method)
                yield method, operation


def _followed(folder: Folder, item: _At) -> list[_At]:
    """The place itself, and where its `$ref` leads in the end."""
    place = item
    for _ in range(_CHAIN):
        reference = place.value.get("$ref") if isinstance(place.value, dict) else None
        if not isinstance(reference, str):
            break
        try:
            target = folder.follow(place.document, reference, place.pointer)
        except (ReferenceFault, Refused):
            break
        place = _At(target.document, target.pointer, target.value)
    return [item] if place is item else [item, place]
