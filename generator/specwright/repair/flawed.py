"""Flawed: a document and all that is known of its problems, for mends to read.

In: a document as it was published, its overlay applied, and the other versions of its API. Out: a `Flawed`; nothing
where the document does not say in which version of OpenAPI it is written, since nothing else can be told of it then.

Why both readings: problems and overlays name places of the published file, also where that is Swagger 2.0; what stands
there as what, and what a reference leads to, the survey of the document as OpenAPI 3 knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specwright.load import Document, Json
from specwright.load.pointers import NowhereError, join, lookup, split
from specwright.problems import Problem
from specwright.repair.actions import Removal, Update
from specwright.repair.paths import path_of
from specwright.repair.versions import narrower
from specwright.upgrade import upgrade
from specwright.validate import Version, validate, version_of
from specwright.validate.structure import Defect, find_defects
from specwright.validate.survey import Place, Survey, survey

__all__ = ["Flawed", "above", "examine", "problems_of"]


@dataclass(frozen=True, slots=True)
class Flawed:
    """A document that is to be mended; places and defects by their pointers in the published file."""

    document: Document
    version: Version
    survey: Survey
    problems: tuple[Problem, ...]
    places: Mapping[str, tuple[Place, ...]]
    defects: Mapping[str, tuple[Defect, ...]]
    others: tuple[Document, ...]

    @property
    def is_swagger(self) -> bool:
        """Whether the published file is of Swagger 2.0."""
        return "swagger" in self.document.data

    def at(self, pointer: str) -> Json:
        """The value at a place; `None` where there is nothing."""
        return _at(self.document, pointer)

    def fields(self, pointer: str) -> dict[str, Json]:
        """The mapping at a place; empty where there is none."""
        value = self.at(pointer)
        return value if isinstance(value, dict) else {}

    def items(self, pointer: str) -> list[Json]:
        """The list at a place; empty where there is none."""
        value = self.at(pointer)
        return value if isinstance(value, list) else []

    def place(self, pointer: str, kind: str) -> Place | None:
        """What stands at a place as a thing of this kind."""
        return next((each for each in self.places.get(pointer, ()) if each.kind == kind), None)

    def path(self, pointer: str, *steps: str | int) -> str:
        """The query of a place."""
        return path_of(self.document.data, join(pointer, *steps))

    def update(self, pointer: str, reason: str, value: Json) -> Update:
        """The action that merges a value into a place."""
        return Update(self.path(pointer), reason, value)

    def removal(self, pointer: str, reason: str) -> Removal:
        """The action that takes a place away."""
        return Removal(self.path(pointer), reason)


def examine(document: Document, others: tuple[Document, ...]) -> Flawed | None:
    """Read a document and its problems."""
    read = upgrade(document)
    version = version_of(read)
    if version is None:
        return None
    found = survey(read, version)
    places: dict[str, tuple[Place, ...]] = {}
    for place in found.places.values():
        if place.document is read:
            pointer = read.published_at(place.pointer)
            places[pointer] = (*places.get(pointer, ()), place)
    defects: dict[str, tuple[Defect, ...]] = {}
    for defect in find_defects(read, version):
        for pointer in _pointers(defect):
            where = read.published_at(pointer)
            defects[where] = (*defects.get(where, ()), defect)
    problems = problems_of(document, others)
    return Flawed(document, version, found, problems, places, defects, others)


def problems_of(document: Document, others: Iterable[Document]) -> tuple[Problem, ...]:
    """All that is wrong with a document, by itself and beside the other versions of its API."""
    read = upgrade(document)
    return (*validate(read), *narrower(read, [upgrade(other) for other in others]))


def _pointers(defect: Defect) -> list[str]:
    """Where the problems of a defect are told: a field that is not known is one by itself."""
    pointer = join("", *defect.path)
    return [join(pointer, name) for name in defect.names] if defect.keyword == "additionalProperties" else [pointer]


def _at(document: Document, pointer: str) -> Json:
    try:
        return lookup(document.data, pointer)
    except NowhereError:
        return None


def above(pointer: str) -> tuple[str, str]:
    """The place that holds another one, and the name or number that it holds it under."""
    holder, _, _ = pointer.rpartition("/")
    steps = split(pointer)
    return holder, steps[-1] if steps else ""
