"""Discriminator mappings that lead nowhere.

In: a survey. Out: warnings, since a value without a schema can still be read by its other fields.

A mapping names a schema of the document (`Cat`) or refers to one (`#/components/schemas/Cat`, `cat.json`).
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.load import Folder, Json, ReferenceFault
from specwright.load.pointers import NowhereError, join, lookup
from specwright.problems import Problem, Refused
from specwright.validate.survey import Place, Survey

__all__ = ["check_mappings"]


def check_mappings(found: Survey) -> Iterator[Problem]:
    """Say which values of a discriminator are mapped to nothing."""
    folder = Folder(found.document)
    for schema in found.of("schema"):
        for value, target in _mapping(schema.fields.get("discriminator")).items():
            if isinstance(target, str) and not _leads_somewhere(folder, schema, target):
                message = f'the discriminator maps "{value}" to "{target}", which does not exist.'
                origin = schema.at("discriminator", "mapping", value)
                yield Problem("dangling-mapping", origin, message, "Correct it, or add the schema.", "warning")


def _mapping(discriminator: Json) -> dict[str, Json]:
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    return mapping if isinstance(mapping, dict) else {}


def _leads_somewhere(folder: Folder, schema: Place, target: str) -> bool:
    try:
        lookup(schema.document.data, join("", "components", "schemas", target))
    except NowhereError:
        try:
            folder.follow(schema.document, target, schema.pointer)
        except (ReferenceFault, Refused):
            return False
    return True
