"""Probes of schemas."""

from __future__ import annotations

from collections.abc import Mapping

from probing import PARAMETER, THING, Probe

from specwright.load import Json

__all__ = ["PROBES"]

_WORD = f"{PARAMETER}/schema"
_TEXT = f"{THING}/properties/text"
_NUMBER = f"{THING}/properties/number"
_LIST = f"{THING}/properties/list"
_PART = f"{THING}/properties/part"
_LINKED: Json = {"url": "https://linked.example"}
_OTHER_DOC = "/components/schemas/Other"
_BRANCH: Json = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"type": "string"}, "sort": {"type": "string"}},
}
_TOLD_APART: Mapping[str, Json] = {
    "/components/schemas/A": {**_BRANCH, "title": "a"},
    "/components/schemas/B": {**_BRANCH, "title": "b", "required": ["kind", "sort"]},
    _OTHER_DOC: {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]},
}
_S: Json = {"type": "string"}
_AB: Json = {"type": "string", "enum": ["a", "b"]}
_N: Json = {"type": "number"}
_I: Json = {"type": "integer"}
_L: Json = {"type": "array", "items": {"type": "string"}}
_O: Json = {"type": "object", "properties": {"inner": {"type": "string"}}}
_UNCHECKED = ("not", "if", "then", "else", "propertyNames", "contains", "unevaluatedItems", "contentSchema")
_KEYWORDS: tuple[tuple[str, str, Json, Json, str], ...] = (
    ("$ref", _PART, {}, f"#{THING}", "part: Thing"),
    ("type", _TEXT, {}, "integer", "int"),
    ("properties", _PART, {"type": "object"}, {"a": _S}, "a: "),
    ("required", THING, None, ["text"], "text: str"),
    ("description", _TEXT, _S, "The text.", "The text."),
    ("default", _TEXT, _S, "rose", "rose"),
    ("example", _TEXT, _S, "rose", "rose"),
    ("deprecated", _TEXT, _S, True, "Deprecated"),
    ("readOnly", _TEXT, _S, True, 'body={"list": list, "number": number, "part": part}'),
    ("oneOf", _TEXT, {}, [_S, _I], "str | int"),
    ("anyOf", _TEXT, {}, [_S, _I], "str | int"),
    ("allOf", _TEXT, {}, [_O, {"type": "object", "properties": {"more": _S}}], "more: "),
    ("allOf", _TEXT, {}, [_S, {"type": "string", "maxLength": 5}], "str"),
    ("title", _TEXT, _S, "A text", ""),
    ("enum", _TEXT, _S, ["a", "b"], "Literal"),
    ("x-enum-varnames", _TEXT, _AB, ["ONE", "TWO"], "`a` (ONE)"),
    ("x-enumNames", _TEXT, _AB, ["ONE", "TWO"], "`a` (ONE)"),
    ("x-enum-descriptions", _TEXT, _AB, ["The first.", "The last."], "`a` (The first.)"),
    ("x-enumDescriptions", _TEXT, _AB, {"a": "The first."}, "`a` (The first.)"),
    ("enum", _TEXT, _N, [1.5, 2], "float"),
    ("enum", _TEXT, {}, ["a", 1], 'Literal["a", 1]'),
    ("enum", _TEXT, {}, [{"a": 1}], ""),
    ("const", _TEXT, _S, "a", "Literal"),
    ("const", _TEXT, {}, {"a": 1}, ""),
    ("const", _TEXT, {}, 1.5, "float"),
    ("format", _TEXT, _S, "date-time", "datetime"),
    ("format", _TEXT, _S, "email", "email"),
    ("format", _TEXT, _S, "duration", "duration"),
    ("pattern", _TEXT, _S, "^a", "pattern"),
    ("pattern", _TEXT, _S, "(?=a)", ""),
    ("uniqueItems", _LIST, _L, True, ""),
    ("uniqueItems", _LIST, _L, False, ""),
    ("minProperties", _PART, _O, 1, ""),
    ("maxProperties", _PART, _O, 1, ""),
    ("items", _LIST, {"type": "array"}, _S, "list[str]"),
    ("additionalProperties", _PART, _O, False, ""),
    ("additionalProperties", _PART, _O, _I, "OpenModel"),
    ("additionalProperties", _PART, {"type": "object"}, _I, "dict[str, int]"),
    ("patternProperties", _PART, _O, {"^a": _I}, "-> dict[str, int]"),
    ("prefixItems", _LIST, {"type": "array"}, [_S], "tuple[str]"),
    *((name, _PART, _O, {"type": "string"}, "") for name in _UNCHECKED),
    ("pattern", f"{_LIST}/items", _S, "^a", ""),
    ("pattern", f"{_PART}/additionalProperties", _S, "^a", ""),
    ("pattern", _TEXT, {"type": "string", "format": "uuid"}, "^a", ""),
    ("maxLength", _TEXT, {"type": ["string", "null"]}, 5, ""),
    ("unevaluatedProperties", _PART, _O, _I, "-> dict[str, int]"),
    ("unevaluatedProperties", _PART, _O, False, ""),
    ("dependentSchemas", _PART, _O, {"inner": {}}, ""),
    ("dependentRequired", _PART, _O, {"inner": ["inner"]}, ""),
    ("dependencies", _PART, _O, {"inner": ["inner"]}, ""),
    ("minContains", _LIST, _L, 1, ""),
    ("maxContains", _LIST, _L, 1, ""),
    ("contentEncoding", _TEXT, _S, "base64", ""),
    ("contentMediaType", _TEXT, _S, "text/html", ""),
    ("xml", _TEXT, _S, {"name": "a"}, ""),
    ("externalDocs", _TEXT, _S, _LINKED, ""),
    ("$defs", _PART, _O, {"a": _S}, ""),
    ("definitions", _PART, _O, {"a": _S}, ""),
    ("$comment", _TEXT, _S, "aside", ""),
    ("$schema", _TEXT, _S, "https://json-schema.org/draft/2020-12/schema", ""),
    ("$id", _PART, _O, "https://id.example", ""),
    ("$anchor", _PART, _O, "a", ""),
    ("$dynamicAnchor", _PART, _O, "a", ""),
    ("$vocabulary", _PART, _O, {}, ""),
    *(
        (name, _NUMBER, _N, 3, shows)
        for name, shows in (
            ("minimum", "ge=3"),
            ("maximum", "le=3"),
            ("exclusiveMinimum", "gt=3"),
            ("exclusiveMaximum", "lt=3"),
            ("multipleOf", "multiple_of=3"),
        )
    ),
    *((name, _TEXT, _S, 3, shows) for name, shows in (("minLength", "min_length=3"), ("maxLength", "max_length=3"))),
    *((name, _LIST, _L, 3, shows) for name, shows in (("minItems", "min_length=3"), ("maxItems", "max_length=3"))),
    *(
        (name, _WORD, _N, 3, "")
        for name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
    ),
    *((name, _WORD, _S, value, "") for name, value in (("minLength", 3), ("maxLength", 3), ("pattern", "^a"))),
    *((name, _WORD, _L, 3, "") for name in ("minItems", "maxItems")),
)
_BESIDE: tuple[tuple[str, Json], ...] = (
    ("type", "integer"),
    ("format", "date"),
    ("enum", ["a"]),
    ("const", "a"),
    ("properties", {"a": {}}),
    ("required", ["a"]),
    ("items", {}),
    ("additionalProperties", {"type": "string"}),
    ("allOf", [_O]),
    ("oneOf", [_O]),
    ("anyOf", [_O]),
    ("minimum", 3),
    ("maximum", 3),
    ("exclusiveMinimum", True),
    ("exclusiveMaximum", True),
    ("multipleOf", 3),
    ("minLength", 3),
    ("maxLength", 3),
    ("pattern", "^a"),
    ("minItems", 3),
    ("maxItems", 3),
)

PROBES: tuple[Probe, ...] = (
    *(
        Probe("schema", name, f"{at}/{name}", value, shows, beside={at: beside} if beside is not None else {})
        for name, at, beside, value, shows in _KEYWORDS
    ),
    *(
        Probe(
            "schema",
            name,
            f"{_PART}/{name}",
            value,
            version="3.0",
            beside={_PART: {"$ref": f"#{_OTHER_DOC}"}, _OTHER_DOC: {"type": "string"}},
        )
        for name, value in _BESIDE
    ),
    Probe("schema", "", _OTHER_DOC, {"type": "object", "properties": {"a": {}}}, "class Other"),
    Probe(
        "schema", "nullable", f"{_TEXT}/nullable", True, "None", version="3.0", beside={f"{THING}/required": ["text"]}
    ),
    Probe(
        "schema",
        "exclusiveMinimum",
        f"{_NUMBER}/exclusiveMinimum",
        True,
        "gt=3",
        version="3.0",
        beside={f"{_NUMBER}/minimum": 3},
    ),
    Probe("schema", "examples", f"{_TEXT}/examples", ["rose"]),
    Probe("schema", "pattern", f"{_TEXT}/oneOf/0/pattern", "^a", beside={_TEXT: {"oneOf": [_S, _I]}}),
    Probe(
        "schema",
        "writeOnly",
        f"{_TEXT}/writeOnly",
        True,
        "text: str | None = None",
        beside={f"{THING}/required": ["text"]},
    ),
    Probe(
        "schema", "discriminator", f"{_OTHER_DOC}/discriminator", {"propertyName": "kind"}, "Tagged", beside=_TOLD_APART
    ),
)
