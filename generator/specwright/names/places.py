"""Places: where the ledger keeps the name of each thing.

In: the IR, and the documents' names where a version has several. Out: a `Place` for each model and property.

A model's place is its pointer: `#/components/schemas/Pet`. In another file that file's name from the document stands
before it, and the document's own name before that where there are several. A parameter is told by its location and
name in a pointer, as lists of parameters are reordered. The parts of `allOf` are one object, so their properties stand
at that object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, relpath

from specwright.ir import Api, Field, Model, Operation, Origin
from specwright.names.pins import PROPERTY, Place

__all__ = ["Places"]

_IN_PARTS = re.compile(r"(/allOf/\d+)*(/properties/[^/]+)?$")
_LISTED = re.compile(r"^(.*?/parameters/\d+)(?=/|$)")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one version's models and properties; `spaces` are the documents' names by file."""

    api: Api
    spaces: Mapping[str, str] = field(default_factory=dict[str, str])
    parameters: Mapping[Origin, str] = field(init=False)

    def __post_init__(self) -> None:
        every = (*self.api.operations, *(each.operation for each in self.api.webhooks))
        object.__setattr__(self, "parameters", {origin: told for each in every for origin, told in _told(each)})

    def of_model(self, model: Model) -> Place:
        """The place of a model."""
        return Place("models", self._key(model.origin, model.home))

    def of_property(self, model: Model, field: Field) -> Place:
        """The place of a property of a model, whichever part of it says so."""
        pointer = _IN_PARTS.sub("", field.origin.pointer)
        return Place("models", self._key(Origin(field.origin.file, pointer), model.home), (PROPERTY, field.name))

    def _key(self, origin: Origin, home: str) -> str:
        home = "" if origin.file in self.spaces else home
        own = (home or origin.file) if self.spaces else self.api.origin.file
        file = "" if origin.file == own else relpath(origin.file, dirname(own) or ".")
        before = " ".join(part for part in (self.spaces.get(own, ""), file) if part)
        return f"{before}#{self._settled(origin)}"

    def _settled(self, origin: Origin) -> str:
        found = _LISTED.match(origin.pointer)
        told = self.parameters.get(Origin(origin.file, found[1])) if found else None
        if not found or not told:
            return origin.pointer
        return f"{found[1].rpartition('/')[0]}/{told}{origin.pointer[found.end() :]}"


def _told(operation: Operation) -> Iterator[tuple[Origin, str]]:
    for each in operation.parameters:
        yield each.origin, f"{each.location}:{each.name}".replace("~", "~0").replace("/", "~1")
