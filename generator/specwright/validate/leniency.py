"""How grave a departure from OpenAPI's schema is, and how it reads.

In: the defects of a document. Out: problems: an error where a part has no meaning left, a warning where it
is merely against the letter. Vendors publish both, and a warning must not stop a run.

Later stages rely on this: what is told as a warning they read as if it were not there (an unknown field, a
constraint of the wrong type, an unknown `type`, `null` in place of a mapping), or as the text it looks like
(a number where text belongs).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from specwright.load import Document, Json
from specwright.load.pointers import NowhereError, join, lookup
from specwright.problems import Origin, Problem, Severity
from specwright.validate.structure import Defect, find_defects
from specwright.validate.version import Version

__all__ = ["check_structure"]

# Without these a part says nothing that could be generated. The owner is the part, `*` any part.
_ESSENTIAL = {
    ("", "info"),
    ("info", "title"),
    ("info", "version"),
    ("parameter", "name"),
    ("parameter", "in"),
    ("requestbody", "content"),
    ("discriminator", "propertyName"),
    ("server", "url"),
    ("apikeysecurityscheme", "name"),
    ("apikeysecurityscheme", "in"),
    ("typeapikey", "name"),
    ("typeapikey", "in"),
    ("httpsecurityscheme", "scheme"),
    ("typehttp", "scheme"),
    ("oauth2securityscheme", "flows"),
    ("typeoauth2", "flows"),
    ("openidconnectsecurityscheme", "openIdConnectUrl"),
    ("typeoidc", "openIdConnectUrl"),
    ("securityscheme", "type"),
}
# A choice that must be one of those known, told by the field.
_ESSENTIAL_CHOICES = ("in",)
# Parts that are prose or are not read at all, whatever stands in them.
_PROSE = {"contact", "license", "externaldocumentation", "externaldocs", "xml", "example", "link", "tag"}
# A constraint of the wrong type cannot be applied; the value that it would constrain still can be sent.
_CONSTRAINTS = {
    "enum", "exclusiveMaximum", "exclusiveMinimum", "maxItems", "maxLength", "maxProperties", "maximum",
    "minItems", "minLength", "minProperties", "minimum", "multipleOf", "pattern", "required", "uniqueItems",
}  # fmt: skip
# What the checks of our own say with more sense: the keyword and the last step, or the missing name.
_SAID_ELSEWHERE = {
    ("required", "responses"),
    ("required", "default"),
    ("minProperties", "responses"),
    ("uniqueItems", "parameters"),
    ("uniqueItems", "enum"),
}
_EXCLUSIVE = "two things exclude each other here, and both are given."
_COMMON = {
    "minItems": "this list is empty.",
    "minProperties": "this mapping is empty.",
    "uniqueItems": "this list names something twice.",
    "oneOf": _EXCLUSIVE,
    "not": _EXCLUSIVE,
}
_NOUNS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
_LONGEST_VALUE = 60


def check_structure(document: Document, version: Version) -> Iterator[Problem]:
    """Say where a document departs from the schema of its version."""
    for defect in find_defects(document, version):
        last = str(defect.path[-1]) if defect.path else ""
        subject = defect.names[0] if defect.keyword == "required" else last
        beside_reference = defect.owner == "reference" and defect.keyword == "additionalProperties"
        elsewhere = beside_reference or (defect.keyword, subject) in _SAID_ELSEWHERE
        if not elsewhere and defect.path != ("openapi",):
            yield from _problems(document, defect, last)


def _problems(document: Document, defect: Defect, last: str) -> Iterator[Problem]:
    pointer = join("", *defect.path)
    origin = Origin(document.file, pointer)
    value = _value_at(document, pointer)
    match defect.keyword:
        case "required":
            severity: Severity = "error" if (defect.owner, defect.names[0]) in _ESSENTIAL else "warning"
            yield Problem("missing-field", origin, f'"{defect.names[0]}" is missing here.', severity=severity)
        case "required any":
            names = " or ".join(f'"{name}"' for name in defect.names)
            yield Problem("missing-field", origin, f"{names} is missing here.", severity="warning")
        case "additionalProperties":
            for name in defect.names:
                place = Origin(document.file, join(pointer, name))
                message = f'OpenAPI knows no field "{name}" here; it is not read.'
                hint = "Correct the name, or begin it with x- if it is an extension."
                yield Problem("unknown-field", place, message, hint, "warning")
        case "type":
            yield _wrong_type(defect, origin, value, last)
        case "enum":
            grave = last in _ESSENTIAL_CHOICES or (last == "type" and "security" in defect.owner)
            message = f"{_shown(value)} is not one of {', '.join(defect.names)}."
            yield Problem("bad-value", origin, message, severity="error" if grave else "warning")
        case _:
            message = _COMMON.get(defect.keyword, f"{_shortened(defect.text)}.")
            yield Problem("bad-value", origin, message, severity="warning")


def _wrong_type(defect: Defect, origin: Origin, value: Json, last: str) -> Problem:
    in_mapping = bool(defect.path) and isinstance(defect.path[-1], str)
    if value is None and in_mapping:
        message = f'"{last}" is null, and is read as if it were not there.'
        return Problem("null-value", origin, message, severity="warning")
    if "string" in defect.names and isinstance(value, (bool, int, float)):
        message = f"{_shown(value)} is {_noun(value)} here, and text in OpenAPI."
        return Problem("not-text", origin, message, "Write it in quotes.", "warning")
    lenient = defect.owner in _PROSE or last in _CONSTRAINTS
    expected = " or ".join(_NOUNS[name] for name in defect.names)
    stands = "null stands here" if value is None else f"{_shown(value)} is {_noun(value)}"
    message = f"{stands}, and {expected} belongs here."
    return Problem("wrong-type", origin, message, severity="warning" if lenient else "error")


def _value_at(document: Document, pointer: str) -> Json:
    try:
        return lookup(document.data, pointer)
    except NowhereError:
        return None


def _noun(value: Json) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case str():
            return "text"
        case bool():
            return "a boolean"
        case None:
            return "null"
        case _:
            return "a number"


def _shown(value: Json) -> str:
    match value:
        case dict() | list():
            return "this"
        case str():
            return f'"{_shortened(value)}"'
        case _:
            return json.dumps(value)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
