"""Round trips: values that fit a schema go in through the generated models and come out again.

In: a document, its package, and how many values each schema gets. Out: `Trips`.

A value is read as the body of an answer, exactly as the runtime reads one, and what was read is written as the body of
a request. It is misread where the runtime says that it does not fit, and changed where other JSON comes out.
"""

from __future__ import annotations

import importlib
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import jsonschema_rs

from .differing import differences, shown
from .making import Maker
from .raw import Data, Library
from .result import Trips
from .standard import standard
from .trying import tried_schemas

__all__ = ["trips_of"]

_SHOWN: Final = 6
_LONGEST: Final = 300


def trips_of(path: Path, package: str, count: int, seconds: float) -> Trips:
    """Every value of every schema, there and back; after so many seconds the other schemas stay untried."""
    end = time.monotonic() + seconds
    library = Library(standard)
    maker, fits = Maker(library), _Fits(library, path)
    trip = _Trip(package)
    schemas = skipped = values = 0
    counted = Counter[str]()
    examples: list[str] = []
    for tried in tried_schemas(path, package, library):
        node: Data = {"$ref": tried.reference}
        ways = maker.values(node, path, count) if time.monotonic() < end else ()
        made = [each for each in ways if each is not None and fits(tried.reference, each)]
        schemas += 1
        skipped += not made
        for value in made:
            values += 1
            fault = trip.fault(tried.kind, value)
            if fault is None:
                continue
            counted[fault.kind] += 1
            if counted[f"{fault.kind} {tried.reference}"] == 0 and fault.kind != "respelled":
                examples.append(f"{tried.reference} {fault.kind} {fault.told}"[:_LONGEST])
            counted[f"{fault.kind} {tried.reference}"] += 1
    return Trips(
        schemas, values, counted["misread"], counted["changed"], counted["respelled"], skipped, tuple(examples[:_SHOWN])
    )


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

    def __call__(self, reference: str, value: Data) -> bool:
        if reference not in self._known:
            self._known[reference] = self._validator(reference)
        validator = self._known[reference]
        return validator is not None and validator.is_valid(value)

    def _validator(self, reference: str) -> jsonschema_rs.Draft202012Validator | None:
        try:
            return jsonschema_rs.Draft202012Validator({"$ref": f"{self._uri}{reference}"}, registry=self._registry)
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
