"""How grave a departure from OpenAPI's schema is, and how it reads.

In: the defects of a document. Out: problems: an error where a part has no meaning left, a warning where it
is merely against the letter. Vendors publish both, and a warning must not stop a run.

Later stages rely on this: what is told as a warning they read as if it were not there (an unknown field, a
constraint of the wrong type, an unknown `type`, `null` in place of a mapping), or as the text it looks like
(a number where text belongs).
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.load import Document, Json
from specwright.load.nearest import did_you_mean, nearest
from specwright.load.pointers import NowhereError, join, lookup
from specwright.problems import Origin, Problem, Severity
from specwright.validate.metaschemas import fields_of
from specwright.validate.position import position_of
from specwright.validate.structure import Defect, find_defects
from specwright.validate.version import Version
from specwright.validate.wording import expected, noun, shortened, shown

__all__ = ["check_structure"]

# Without these a part says nothing that could be generated. The owner is the part, `*` any part.
_ESSENTIAL = {
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
# Fields that generation can do without, wherever they stand; what is of the wrong type there is left out.
_DECORATION = {
    "$comment", "deprecated", "description", "example", "examples", "externalDocs", "format", "info", "links",
    "operationId", "readOnly", "summary", "tags", "termsOfService", "title", "writeOnly", "xml",
}  # fmt: skip
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
_UNKNOWN = "Correct the name, or begin it with x- if it is an extension."
_SLIPS = {
    "date": "string", "date-time": "string", "datetime": "string", "decimal": "number", "dict": "object",
    "double": "number", "file": "string", "float": "number", "list": "array", "long": "integer", "map": "object",
    "text": "string", "uuid": "string",
}  # fmt: skip


def check_structure(document: Document, version: Version) -> Iterator[Problem]:
    """Say where a document departs from the schema of its version."""
    for defect in find_defects(document, version):
        last = str(defect.path[-1]) if defect.path else ""
        subject = defect.names[0] if defect.keyword == "required" else last
        told = defect.owner in ("reference", "responses") and defect.keyword == "additionalProperties"
        elsewhere = told or (defect.keyword, subject) in _SAID_ELSEWHERE
        if not elsewhere and defect.path != ("openapi",):
            yield from _problems(document, version, defect, last)


def _problems(document: Document, version: Version, defect: Defect, last: str) -> Iterator[Problem]:
    pointer = join("", *defect.path)
    origin = Origin(document.file, pointer)
    value = _value_at(document, pointer)
    match defect.keyword:
        case "required":
            name = defect.names[0]
            severity: Severity = "error" if (defect.owner, name) in _ESSENTIAL else "warning"
            hint = "The file's name stands in for the title." if name in ("info", "title") else ""
            yield Problem("missing-field", origin, f'"{name}" is missing here.', hint, severity)
        case "required any":
            names = " or ".join(f'"{name}"' for name in defect.names)
            yield Problem("missing-field", origin, f"{names} is missing here.", severity="warning")
        case "additionalProperties":
            for name in defect.names if defect.path != ("paths",) else ():
                place = Origin(document.file, join(pointer, name))
                message = f'OpenAPI knows no field "{name}" here; it is not read.'
                yield Problem("unknown-field", place, message, _known_field(version, defect, name, value), "warning")
        case "type":
            yield _wrong_type(defect, origin, value, last)
        case "enum":
            grave = last in _ESSENTIAL_CHOICES or (last == "type" and "security" in defect.owner)
            message = f"{shown(value)} is not one of {', '.join(defect.names)}."
            yield Problem("bad-value", origin, message, _meant(value, defect.names), "error" if grave else "warning")
        case _:
            message = _COMMON.get(defect.keyword, f"{shortened(defect.text)}.")
            yield Problem("bad-value", origin, message, severity="warning")


def _wrong_type(defect: Defect, origin: Origin, value: Json, last: str) -> Problem:
    in_mapping = bool(defect.path) and isinstance(defect.path[-1], str)
    if value is None and in_mapping:
        message = f'"{last}" is null, and is read as if it were not there.'
        return Problem("null-value", origin, message, severity="warning")
    if "string" in defect.names and isinstance(value, (bool, int, float)):
        message = f"{shown(value)} is {noun(value)} here, and text in OpenAPI."
        return Problem("not-text", origin, message, "Write it in quotes.", "warning")
    stands = "null stands here" if value is None else f"{shown(value)} is {noun(value)}"
    message = f"{stands}, and {expected(defect.names)} belongs here."
    if last == "items" and isinstance(value, list):
        return Problem("wrong-type", origin, message, "A list of schemas is prefixItems since 3.1.", "warning")
    if defect.owner in _PROSE or last in _CONSTRAINTS or _is_decoration(defect.path):
        return Problem("wrong-type", origin, message, "It is not read.", "warning")
    return Problem("wrong-type", origin, message)


def _is_decoration(path: tuple[str | int, ...]) -> bool:
    """Whether this is a field, or lies in one, that generation can do without."""
    kind, rest = position_of(path)
    return kind in ("example", "link") or (bool(rest) and (rest[0] in _DECORATION or rest[-1] in _DECORATION))


def _known_field(version: Version, defect: Defect, name: str, holder: Json) -> str:
    """The field that was meant, unless it is there too."""
    known = nearest(name, fields_of(version, defect.owner))
    is_free = known is not None and isinstance(holder, dict) and known not in holder
    return f'Did you mean "{known}"?' if is_free else _UNKNOWN


def _meant(value: Json, known: tuple[str, ...]) -> str:
    word = value if isinstance(value, str) else ""
    slip = _SLIPS.get(word.lower(), "")
    return f'Did you mean "{slip}"?' if slip in known else did_you_mean(word, known)


def _value_at(document: Document, pointer: str) -> Json:
    try:
        return lookup(document.data, pointer)
    except NowhereError:
        return None
