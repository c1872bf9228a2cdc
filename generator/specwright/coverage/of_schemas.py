"""Rows of schemas: which keyword reaches the models, and what is given up of one that does so in part."""

from __future__ import annotations

from specwright.build.meanings import NAMING
from specwright.coverage.rows import Row, degraded, generated, not_generated, not_shown
from specwright.coverage.schema_conditions import (
    has_values_that_are_no_literals,
    is_beyond_the_validator,
    is_closed,
    is_false,
    is_float_enum,
    is_ignored_beside_reference,
    is_python_text,
    is_true,
    is_unchecked,
)

__all__ = ["ROWS"]

_CONSTRAINTS = (
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems",
)  # fmt: skip
_UNCHECKED = "It is not checked here: of what models hold, only plain properties are."
_ACCEPTED = "The keyword is accepted, and is not checked."
_BESIDE = "OpenAPI 3.0 ignores what stands beside a `$ref`, and so is this."
_STRUCTURE = (
    "type", "format", "enum", "const", "properties", "required", "items", "additionalProperties", "allOf", "oneOf",
    "anyOf", *_CONSTRAINTS,
)  # fmt: skip

ROWS: tuple[Row, ...] = (
    *(not_generated("schema", keyword, _BESIDE, is_ignored_beside_reference) for keyword in _STRUCTURE),
    *generated("schema", "", "$ref", "type", "properties", "required", "description", "default", "example"),
    *generated("schema", "deprecated", "readOnly", "writeOnly", "nullable", "oneOf", "anyOf", "discriminator"),
    not_shown("schema", "title", "Names come from the place of a schema, and a title is not shown."),
    not_shown("schema", "examples", "Samples show `example`, and the values of properties."),
    degraded("schema", "enum", "Type checkers have no literals for such numbers: any number.", is_float_enum),
    degraded("schema", "enum", "Values that are lists or objects are not checked.", has_values_that_are_no_literals),
    *generated("schema", "enum", *NAMING),
    degraded("schema", "const", "No fraction, list or object is checked.", has_values_that_are_no_literals),
    *generated("schema", "const"),
    degraded("schema", "format", "The value is text, as it stands on the wire.", is_python_text),
    *generated("schema", "format"),
    degraded("schema", "pattern", "The models cannot run this pattern; it is documented.", is_beyond_the_validator),
    *(degraded("schema", keyword, _UNCHECKED, is_unchecked) for keyword in _CONSTRAINTS),
    *generated("schema", *_CONSTRAINTS),
    degraded("schema", "uniqueItems", "Whether items repeat is not checked.", is_true),
    *generated("schema", "uniqueItems"),
    not_generated("schema", "minProperties", _ACCEPTED),
    not_generated("schema", "maxProperties", _ACCEPTED),
    *generated("schema", "items", "prefixItems"),
    degraded("schema", "additionalProperties", "Properties without a name here are kept, not refused.", is_false),
    *generated("schema", "additionalProperties"),
    *generated("schema", "allOf"),
    *(
        not_generated("schema", keyword, _ACCEPTED)
        for keyword in (
            "not",
            "if",
            "then",
            "else",
            "dependentSchemas",
            "dependentRequired",
            "dependencies",
            "propertyNames",
            "contains",
            "minContains",
            "maxContains",
            "unevaluatedItems",
        )
    ),
    degraded("schema", "unevaluatedProperties", "Properties without a name here are kept, not refused.", is_closed),
    *generated("schema", "unevaluatedProperties"),
    degraded("schema", "patternProperties", "Names are not told apart: any of them may hold what any pattern allows."),
    *(
        not_generated("schema", keyword, "What the text encodes is not read: it is text.")
        for keyword in ("contentEncoding", "contentMediaType", "contentSchema")
    ),
    not_generated("schema", "xml", "XML is taken and given as text."),
    not_shown("schema", "externalDocs", "The link to further documentation is not shown."),
    *generated("schema", "$defs", "definitions", "$comment", "$schema", "$id", "$anchor", "$dynamicAnchor"),
    not_generated("schema", "$vocabulary", "Schemas are read as those of OpenAPI itself."),
)
