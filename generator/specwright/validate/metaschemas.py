"""The JSON Schemas of OpenAPI itself, as validators.

In: a version. Out: a validator that tells every place where a document departs from the specification.

Why not the library's own `validate`: openapi-spec-validator brings the schemas, but its validators raise on
valid recursive documents and stop at dangling references. Its schemas run alone through jsonschema-rs in
milliseconds, and give absolute places; they are read as files, because the import of the library takes a
hundred times as long as the work. The schemas of 3.1 and 3.2 leave Schema Objects to a dialect; here they
are bound to JSON Schema 2020-12, which is the default,
with the fields that OpenAPI adds to it.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from jsonschema_rs import Draft4Validator, Draft202012Validator, Validator

from specwright.validate.fields import methods_of
from specwright.validate.version import Version

__all__ = ["fields_of", "validator_for"]

# The anchor makes the schemas inside a schema come back here, not to the plain dialect.
_SCHEMA_OBJECT = {
    "$dynamicAnchor": "meta",
    "$ref": "https://json-schema.org/draft/2020-12/schema",
    "properties": {
        "discriminator": {"$ref": "#/$defs/discriminator"},
        "externalDocs": {"$ref": "#/$defs/external-documentation"},
    },
}
_DISCRIMINATOR = {
    "type": "object",
    "required": ["propertyName"],
    "properties": {
        "propertyName": {"type": "string"},
        "mapping": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}


@cache
def validator_for(version: Version) -> Validator:
    """Give the validator of a version; made once in a process."""
    text = _text(version)
    if version == "3.0":
        return Draft4Validator(text, validate_formats=False)
    schema = json.loads(text)
    schema["$defs"]["schema"] = _SCHEMA_OBJECT
    schema["$defs"]["discriminator"] = _DISCRIMINATOR
    return Draft202012Validator(schema, validate_formats=False)


@cache
def fields_of(version: Version, owner: str) -> tuple[str, ...]:
    """The fields that a part may have; `owner` is its definition's name, `requestbody`, or empty for the document."""
    schema = json.loads(_text(version))
    definitions = schema.get("$defs") or schema["definitions"]
    named = {name.replace("-", "").lower(): definition for name, definition in definitions.items()}
    fields = named.get(owner, {} if owner else schema).get("properties", {})
    return (*fields, *(methods_of(version) if owner == "pathitem" else ()))


def _text(version: Version) -> str:
    return (_library() / "resources" / "schemas" / f"v{version}" / "schema.json").read_text("utf-8")


def _library() -> Path:
    found = find_spec("openapi_spec_validator")
    assert found is not None, "openapi-spec-validator is a dependency of this package"
    assert found.submodule_search_locations, "openapi-spec-validator is a package"
    return Path(found.submodule_search_locations[0])
