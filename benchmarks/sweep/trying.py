"""Which schemas are tried, and the types that a package has for them.

In: a document and its package. Out: a `Tried` for each component, and for each JSON body that stands at an operation.

A component's type is asked for by its public name, for which the generator is taken at its word; the schema is always
the document's own.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

from specwright.config import ad_hoc
from specwright.names import is_component, name
from specwright.pipeline import read_apis

from .emitted import operations_of
from .raw import Data, Library, within

__all__ = ["Tried", "tried_schemas"]

_COMPONENTS: Final = "/components/schemas/"
_DEFINITIONS: Final = "/definitions/"  # where Swagger 2.0 has them


@dataclass(frozen=True, slots=True)
class Tried:
    """A schema, as a reference from inside its document, and the type that the package has for it."""

    reference: str
    kind: Callable[[], object]


def tried_schemas(path: Path, package: str, library: Library) -> Iterator[Tried]:
    """Everything that can be tried by itself."""
    document = library.document(path)
    models = importlib.import_module(f"{package}.models")
    for pointer, known in _components(path):
        found = _standing(document, pointer, pointer.replace(_COMPONENTS, _DEFINITIONS, 1))
        if found and hasattr(models, known):
            yield Tried(found, partial(getattr, models, known))
    yield from _of_operations(package, document)


def _components(path: Path) -> Iterator[tuple[str, str]]:
    """The place and the public name of each component of the document itself."""
    for reading in read_apis(ad_hoc((path,), path.parent, None)).values():
        assert reading.api is not None
        names = name(reading.api)
        for model in reading.api.models:
            if is_component(model.id) and model.origin.file == reading.api.origin.file:
                yield model.origin.pointer, names.models[model.id]


def _of_operations(package: str, document: Data) -> Iterator[Tried]:
    for operation in operations_of(package):
        place = f"/paths/{_escaped(operation.path)}/{operation.method.lower()}"
        groups = [(f"{place}/responses/{answer.status}", answer.contents) for answer in operation.answers]
        groups += [(f"{place}/requestBody", operation.body.contents)] if operation.body else []
        for holder, contents in groups:
            for content in contents:
                written = f"{holder}/content/{_escaped(content.media_type)}/schema"
                found = _standing(document, written, f"{holder}/schema")
                if content.kind == "json" and content.type and found:
                    yield Tried(found, content.type)


def _standing(document: Data, *pointers: str) -> str:
    """A reference to the first of these places where something stands."""
    found = next((each for each in pointers if within(document, quote(each)) is not None), "")
    return f"#{quote(found)}" if found else ""


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
