"""Bodies: what a caller passes for a request's body, by the kind of its media type.

In: a version and an operation. Out: the type of the one argument `body`, or of a property that is an argument by
itself. A caller who sends bytes gives anything that they can be read from; in a form with files, a name and a media
type too.

Why a list in a form with files is a `list` and not any sequence: there a tuple is one file with its name.
"""

from __future__ import annotations

from specwright.ir import Content, Field, ListOf, Operation, Scalar, Shape, Union
from specwright.media import kind_of, preferred
from specwright.python.files import is_file, meant
from specwright.python.types import argument
from specwright.python.views import Argument
from specwright.sdk import Version

__all__ = ["field_type", "sent_content", "whole_body"]

_SOURCE = "Source"
_FILE = "Source | tuple[str, Source] | tuple[str, Source, str]"


def sent_content(operation: Operation) -> Content | None:
    """The media type that an operation's arguments are about."""
    return next(iter(preferred(operation.body.contents)), None) if operation.body else None


def whole_body(version: Version, operation: Operation, content: Content) -> Argument:
    """The argument `body` of a media type whose properties are no arguments."""
    body = operation.body
    assert body is not None, "there is no content without a body"
    written = _whole_type(version, content)
    return Argument("body", written if body.required else f"{written} | Unset", body.required, body.description)


def field_type(version: Version, content: Content, field: Field) -> str:
    """The type of an argument that is a property of the body."""
    if kind_of(content) != "multipart":
        return argument(field.shape, version.names.types)
    written = _part_type(version, field.shape)
    if any(each.property == field.name and each.headers for each in content.encodings):
        return written.replace(_FILE, f"{_FILE} | tuple[str, Source, str, Mapping[str, str]]")
    return written


def _part_type(version: Version, shape: Shape) -> str:
    shape = meant(shape, version.models)
    match shape:
        case Scalar() if is_file(shape, version.models):
            return _FILE
        case ListOf():
            return f"builtins.list[{_part_type(version, shape.item)}]"
        case Union():
            return " | ".join(dict.fromkeys(_part_type(version, each) for each in shape.branches))
        case _:
            return argument(shape, version.names.types)


def _whole_type(version: Version, content: Content) -> str:
    written = argument(content.shape, version.names.types) if content.shape else "object"
    match kind_of(content):
        case "binary" | "events":
            return _SOURCE
        case "text":
            return f"str | {_SOURCE}" if "*" in content.media_type else "str"
        case "multipart":
            return "Mapping[str, object]"
        case "jsonlines":
            return f"Iterable[{written}]"
        case "json" | "form":
            return written
