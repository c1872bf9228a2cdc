"""Versions: what one version of an API declares narrower than all the others do.

In: a document, and the other versions of its API, each as OpenAPI 3. Out: notes: no document is wrong by itself here,
so nothing but a repair asks for them.

Why only integers, and only where all others agree: a type that changed between versions is a change of the API. An
int32 among int64s of one name is a slip of whoever wrote that version, and the wider type takes all that the narrower
does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specwright.load import Document, Json
from specwright.load.pointers import NowhereError, lookup, split
from specwright.problems import Origin, Problem
from specwright.validate import version_of
from specwright.validate.survey import survey

__all__ = ["narrower"]


def narrower(document: Document, others: Sequence[Document]) -> Iterator[Problem]:
    """Say which integers of named schemas are int32 in this version alone."""
    version = version_of(document)
    if version is None or not others:
        return
    for schema in survey(document, version).of("schema"):
        if schema.document is not document or split(schema.pointer)[:1] != ("components",):
            continue
        if _width(schema.value) != "int32":
            continue
        said = {_called(other): _width(_at(other, schema.pointer)) for other in others}
        wide = [name for name, width in said.items() if width == "int64"]
        if wide and "int32" not in said.values():
            origin = Origin(document.file, document.published_at(schema.pointer))
            message = f"this is int32, and int64 in {' and '.join(wide)} of the same API."
            yield Problem("narrower-integer", origin, message, "Declare it int64.", "note")


def _width(value: Json) -> Json:
    """The format of an integer; nothing of anything else."""
    return value.get("format") if isinstance(value, dict) and value.get("type") == "integer" else None


def _at(document: Document, pointer: str) -> Json:
    try:
        return lookup(document.data, pointer)
    except NowhereError:
        return None


def _called(document: Document) -> str:
    """What a reader calls a version: as it says itself, else by its file."""
    info = document.data.get("info")
    version = info.get("version") if isinstance(info, dict) else None
    return f"version {version}" if isinstance(version, str) and version else document.file
