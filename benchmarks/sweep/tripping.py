"""Round trips: values that fit a schema go in through the generated models and come out again.

In: a document, its package, and how many values each schema gets. Out: `Trips`.

A value is read as the body of an answer, exactly as the runtime reads one, and what was read is written as the body of
a request. It is misread where the runtime says that it does not fit, and changed where other JSON comes out. Tried are
the components, and whatever JSON the operations take and answer.
"""

from __future__ import annotations

import importlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Literal

import jsonschema_rs

from specwright.config import ad_hoc
from specwright.names import is_component, name
from specwright.pipeline import read_apis

from .differing import differences, shown
from .emitted import operations_of
from .making import Maker
from .raw import Data, Library, within
from .result import Trips
from .standard import standard

__all__ = ["trips_of"]

_SHOWN: Final = 6
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class _Tried:
    """A schema by its place, and the type that the package has for it."""

    pointer: str
    kind: Callable[[], object]


def trips_of(path: Path, package: str, count: int) -> Trips:
    """Every value of every schema, there and back."""
    library = Library(standard)
    maker, fits = Maker(library), _Fits(library, path)
    trip = _Trip(package)
    schemas = skipped = values = 0
    counted = Counter[str]()
    examples: list[str] = []
    for tried in _tried(path, package, library):
        node: Data = {"$ref": f"#{tried.pointer}"}
        made = [each for each in maker.values(node, path, count) if each is not None and fits(tried.pointer, each)]
        schemas += 1
        skipped += not made
        for value in made:
            values += 1
            fault = trip.fault(tried.kind, value)
            if fault is None:
                continue
            counted[fault.kind] += 1
            if counted[f"{fault.kind} {tried.pointer}"] == 0 and fault.kind != "respelled":
                examples.append(f"{tried.pointer} {fault.kind} {fault.told}"[:_LONGEST])
            counted[f"{fault.kind} {tried.pointer}"] += 1
    return Trips(
        schemas, values, counted["misread"], counted["changed"], counted["respelled"], skipped, tuple(examples[:_SHOWN])
    )


def _tried(path: Path, package: str, library: Library) -> Iterator[_Tried]:
    models = importlib.import_module(f"{package}.models")
    config = ad_hoc((path,), path.parent, None)
    for reading in read_apis(config).values():
        assert reading.api is not None
        names = name(reading.api)
        for model in reading.api.models:
            known = names.models[model.id]
            if is_component(model.id) and model.origin.file == reading.api.origin.file and hasattr(models, known):
                yield _Tried(model.origin.pointer, partial(getattr, models, known))
    yield from _of_operations(path, package, library)


def _of_operations(path: Path, package: str, library: Library) -> Iterator[_Tried]:
    """The JSON bodies of answers and requests that are written at their operation."""
    document = library.document(path)
    for operation in operations_of(package):
        place = f"/paths/{operation.path.replace('~', '~0').replace('/', '~1')}/{operation.method.lower()}"
        groups = [(f"{place}/responses/{answer.status}", answer.contents) for answer in operation.answers]
        groups += [(f"{place}/requestBody", operation.body.contents)] if operation.body else []
        for holder, contents in groups:
            for content in contents:
                pointer = f"{holder}/content/{content.media_type.replace('/', '~1')}/schema"
                if content.kind == "json" and content.type and within(document, pointer) is not None:
                    yield _Tried(pointer, content.type)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What went wrong with one value; `respelled` is another text for the same time or UUID."""

    kind: Literal["misread", "changed", "respelled"]
    told: str


class _Fits:
    """Whether a value fits a schema of the document, by a validator that is none of ours."""

    def __init__(self, library: Library, path: Path) -> None:
        self._registry = jsonschema_rs.Registry(
            [(each.as_uri(), library.document(each)) for each in library.reached(path)]
        )
        self._uri = path.resolve().as_uri()
        self._known: dict[str, jsonschema_rs.Draft202012Validator | None] = {}

    def __call__(self, pointer: str, value: Data) -> bool:
        if pointer not in self._known:
            self._known[pointer] = self._validator(pointer)
        validator = self._known[pointer]
        return validator is not None and validator.is_valid(value)

    def _validator(self, pointer: str) -> jsonschema_rs.Draft202012Validator | None:
        try:
            return jsonschema_rs.Draft202012Validator({"$ref": f"{self._uri}#{pointer}"}, registry=self._registry)
        except (ValueError, jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError):
            return None  # a pattern or a reference that it cannot read


class _Trip:
    """One value through a package's own runtime."""

    def __init__(self, package: str) -> None:
        self._reading = importlib.import_module(f"{package}._runtime.reading")
        self._bodies = importlib.import_module(f"{package}._runtime.bodies")
        self._operation = importlib.import_module(f"{package}._runtime.operation")

    def fault(self, kind: Callable[[], object], value: Data) -> _Fault | None:
        """What went wrong with a value; `None` where nothing did."""
        try:
            read, misfits = self._reading.reader_of(kind).read(json.dumps(value).encode())
        except Exception as error:  # noqa: BLE001 - whatever it throws is what is looked for
            return _Fault("misread", f"{type(error).__name__}: {error}: {shown(value)}")
        back = self._sent(kind, read)
        if isinstance(back, str):
            return _Fault("changed", f"{back}: {shown(value)}")
        found = differences(value, back[0])
        if told := next((each for each in found if not each.is_spelling), None):
            return _Fault("changed", str(told))
        if misfits:
            return _Fault("misread", f"{misfits[0]}: {shown(value)}")
        return _Fault("respelled", str(found[0])) if found else None

    def _sent(self, kind: Callable[[], object], value: object) -> str | tuple[Data]:
        """The body of a request that holds the value, or why there is none."""
        content = self._operation.Content("application/json", "json", kind)
        try:
            sent, _ = self._bodies.encode_body(self._operation.Body((content,), required=True), value, None, {})
            return (json.loads(sent),)
        except Exception as error:  # noqa: BLE001 - as above
            return f"{type(error).__name__}: {error}"
