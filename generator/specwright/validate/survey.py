"""One walk over everything that a document holds or refers to, for the checks to read.

In: a document and its version. Out: a `Survey`: every place in document order, then the places outside it or at
odd spots and are reached by a reference, and the references that lead nowhere. Each place is visited once,
so the cost is linear; the walk keeps its own stack, so depth cannot break it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from specwright.load import Document, Folder, Json, ReferenceFault, Target
from specwright.load.pointers import join, split
from specwright.problems import Origin, Problem, Refused
from specwright.validate.fields import FIELDS, SECTIONS, Kind, Many, is_known
from specwright.validate.version import Version

__all__ = ["Key", "Place", "Survey", "children_of", "survey"]

# Where a place is and what it is there as: one mapping may be referred to as two kinds.
Key: TypeAlias = tuple[str, str, Kind]


@dataclass(frozen=True, slots=True)
class Place:
    """Something of a kind; `refers_to` is the place that its `$ref` leads to, if it has one that leads somewhere."""

    kind: Kind
    value: Json
    document: Document
    pointer: str
    refers_to: Key | None = None

    @property
    def key(self) -> Key:
        """What other places refer to this one by."""
        return (self.document.file, self.pointer, self.kind)

    @property
    def fields(self) -> dict[str, Json]:
        """The mapping at this place; empty if there is something else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def origin(self) -> Origin:
        """The place as problems name it."""
        return Origin(self.document.file, self.pointer)

    def at(self, *steps: str | int) -> Origin:
        """A place below this one as problems name it."""
        return Origin(self.document.file, join(self.pointer, *steps))

    def child(self, kind: Kind, *steps: str | int) -> Key:
        """The key of a place below this one."""
        return (self.document.file, join(self.pointer, *steps), kind)


@dataclass(slots=True)
class Survey:
    """What a walk found: places by key in the order of the walk, and the problems of references."""

    document: Document
    places: dict[Key, Place] = field(default_factory=dict[Key, Place])
    problems: list[Problem] = field(default_factory=list[Problem])

    def of(self, kind: Kind) -> Iterator[Place]:
        """Every place of one kind."""
        return (place for place in self.places.values() if place.kind == kind)

    def documents(self) -> tuple[Document, ...]:
        """The document and the files that it refers to, in the order of the walk."""
        return tuple({place.document.file: place.document for place in self.places.values()}.values())

    def find(self, key: Key) -> Place | None:
        """Find a place and follow its references to what is meant in the end; nothing if they lead nowhere."""
        place = self.places.get(key)
        followed: set[Key] = set()
        while place is not None and "$ref" in place.fields:
            if place.refers_to is None or place.key in followed:
                return None
            followed.add(place.key)
            place = self.places.get(place.refers_to)
        return place


def survey(document: Document, version: Version) -> Survey:
    """Walk over a document and all that it refers to."""
    walk = _Walk(Survey(document), version, Folder(document), deque())
    walk.waiting.append(("document", Target(document, "", document.data)))
    while walk.waiting:
        kind, target = walk.waiting.popleft()
        walk.everything_at(kind, target)
    return walk.found


@dataclass(frozen=True, slots=True)
class _Walk:
    """The state of one walk: what it found, and the targets of references that it has not been at."""

    found: Survey
    version: Version
    folder: Folder
    waiting: deque[tuple[Kind, Target]]

    def everything_at(self, kind: Kind, target: Target) -> None:
        """Visit a place and all below it, in document order."""
        document = target.document
        stack: list[tuple[Kind, str, Json]] = [(kind, target.pointer, target.value)]
        while stack:
            kind, pointer, value = stack.pop()
            key = (document.file, pointer, kind)
            if key in self.found.places or value is None:
                continue
            place = Place(kind, value, document, pointer, self.target(kind, document, pointer, value))
            self.found.places[key] = place
            if pointer == target.pointer or document is not self.found.document:
                self.expect_mapping(place)
            stack.extend(reversed(list(children_of(place, self.version))))

    def expect_mapping(self, place: Place) -> None:
        """The structure of the document itself is checked elsewhere; parts from other files only here."""
        if isinstance(place.value, dict) or (place.kind == "schema" and isinstance(place.value, bool)):
            return
        message = f"this is used as a {place.kind} but is not a mapping."
        self.found.problems.append(Problem("wrong-type", place.origin, message))

    def target(self, kind: Kind, document: Document, pointer: str, value: Json) -> Key | None:
        """Note what a place refers to, to be visited later."""
        reference = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(reference, str) or kind in _NEVER_REFERENCES:
            return None
        origin = Origin(document.file, join(pointer, "$ref"))
        try:
            target = self.folder.follow(document, reference, pointer)
        except ReferenceFault as fault:
            self.found.problems.append(Problem(fault.code, origin, fault.message, fault.hint))
            return None
        except Refused as refused:
            self.found.problems.extend(refused.problems)
            return None
        if (other := _declared_kind(target.pointer)) not in (None, kind):
            meant = f"#{target.document.published_at(target.pointer)}" if document.published else reference
            message = f'"{meant}" is a {other}, and a {kind} belongs here.'
            self.found.problems.append(Problem("ref-to-other-kind", origin, message))
            return None
        self.waiting.append((kind, target))
        return (target.document.file, target.pointer, kind)


_NEVER_REFERENCES: frozenset[Kind] = frozenset({"document", "components", "operation", "encoding"})


def _declared_kind(pointer: str) -> Kind | None:
    """The kind of a component, as told by its section."""
    match split(pointer):
        case ("components", section, _):
            return SECTIONS.get(section)
        case _:
            return None


def children_of(place: Place, version: Version) -> Iterator[tuple[Kind, str, Json]]:
    """What stands directly below a place: its kind, its pointer and its value."""
    if place.kind == "callback":
        yield from _named("path item", place.pointer, place.value, _EXTENSION)
        return
    fields = FIELDS[place.kind]
    for name, value in place.fields.items():
        if not is_known(place.kind, name, version):
            continue
        many, kind = fields[name]
        pointer = join(place.pointer, name)
        if many is Many.MAP:
            yield from _named(kind, pointer, value, ())
        elif many is Many.EXTENSIBLE_MAP:
            yield from _named(kind, pointer, value, _EXTENSION)
        elif many is Many.LIST or (many is Many.ONE_OR_LIST and isinstance(value, list)):
            for index, item in enumerate(value if isinstance(value, list) else ()):
                yield (kind, join(pointer, index), item)
        else:
            yield (kind, pointer, value)


_EXTENSION = ("x-", "$ref")


def _named(kind: Kind, pointer: str, value: Json, skipped: tuple[str, ...]) -> Iterator[tuple[Kind, str, Json]]:
    for name, item in value.items() if isinstance(value, dict) else ():
        if not name.startswith(skipped):
            yield (kind, join(pointer, name), item)
