"""Methods: how an operation reads as a Python call.

In: a version and one of its operations. Out: `MethodView`s: the call itself and, where the contract shows pages, the
one that goes through them all. Path parameters may be given by position, in the path's order; everything else by
keyword, required ones first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specwright.flatten import body_fields
from specwright.ir import (
    Enum,
    Field,
    ListOf,
    Location,
    MapOf,
    Operation,
    Parameter,
    Ref,
    Response,
    Scalar,
    Shape,
    Union,
)
from specwright.python.bodies import field_type, whole_body
from specwright.python.docstrings import Returns, method_doc, wrapped
from specwright.python.operations import result_type, results, variable
from specwright.python.paging import item_type
from specwright.python.schemes import parameters_of
from specwright.python.types import argument
from specwright.python.views import Argument, MethodView, Sent
from specwright.sdk import Version

__all__ = ["method_views"]

_KEYWORDS: Mapping[str, tuple[Location, ...]] = {
    "path": ("path",),
    "query": ("query", "querystring"),
    "headers": ("header",),
    "cookies": ("cookie",),
}
_SHOWN_VALUES = 12
_WORD = re.compile(r"[\w.:/+-]+")
_ITEMS = "The items, and with `.pages()` the pages. Nothing is sent before the first one is asked for."


@dataclass(frozen=True, slots=True)
class _Call:
    """What sets an operation's methods apart: the name, the client's own method behind it, and what comes back."""

    name: str
    call: str
    returns: str
    told: Returns
    define: str = "def"
    wait: str = ""


def method_views(version: Version, operation: Operation, *, asynchronous: bool) -> Iterator[MethodView]:
    """The operation's methods for one of the two ways of calling."""
    name = version.names.operations[operation.key].method
    define, wait = ("async def", "await ") if asynchronous else ("def", "")
    told = _told(results(version, operation))
    yield _method(version, operation, _Call(name, "call", result_type(version, operation), told, define, wait))
    if operation.paging:
        item = item_type(operation.paging, version.names.types)
        pager = f"{'AsyncPager' if asynchronous else 'Pager'}[{item}, {result_type(version, operation)}]"
        name = version.names.pagers[operation.key]
        yield _method(version, operation, _Call(name, "pages", pager, ((_plain(pager), _ITEMS),)))


def _method(version: Version, operation: Operation, how: _Call) -> MethodView:
    names = version.names.arguments[operation.key]
    fields = body_fields(operation, version.models)
    located: list[tuple[str, Argument]] = [
        (each.location, _of_parameter(version, each, names)) for each in operation.parameters
    ]
    located += [("body", _of_field(version, operation, each, names)) for each in fields]
    whole = whole_body(version, operation)
    positional = _in_path_order(operation, names, [each for location, each in located if location == "path"])
    keywords = [each for location, each in located if location != "path"] + ([whole] if whole else [])
    ordered = tuple(sorted(keywords, key=lambda each: not each.required))
    schemes = parameters_of(version.api.schemes)
    doc = method_doc(version.api, operation, (*positional, *ordered), schemes, how.told)
    return MethodView(
        name=how.name,
        operation=variable(version, operation),
        define=how.define,
        wait=how.wait,
        call=how.call,
        returns=how.returns,
        doc=_about_all(doc) if how.call == "pages" else doc,
        positional=positional,
        keywords=ordered,
        sent=tuple(_sent(operation, fields, names)),
        body=whole.name if whole else "",
        deprecated="Deprecated by the API." if operation.deprecated else "",
    )


def _about_all(doc: str) -> str:
    first, _, rest = doc.partition("\n")
    told = f"{first.rstrip('.')}: every item of every page, each page asked for when the one before is used up."
    return f"{wrapped(told)}\n{rest}"


def _told(results: Iterable[tuple[str, Response]]) -> Returns:
    """What comes back, each type once, with the descriptions of all answers that bring it."""
    by_type: dict[str, list[str]] = {}
    for written, response in results:
        by_type.setdefault(_plain(written), []).append(response.description)
    if list(by_type) == ["None"]:
        return ()
    return tuple((written, " ".join(filter(None, dict.fromkeys(texts)))) for written, texts in by_type.items())


def _plain(returns: str) -> str:
    return returns.replace("models.", "").replace("builtins.", "")


def _in_path_order(operation: Operation, names: Mapping[str, str], arguments: list[Argument]) -> tuple[Argument, ...]:
    inside = [each.name for each in operation.parameters if each.location == "path"]
    place = {names[f"path:{wire}"]: operation.path.find("{" + wire + "}") for wire in inside}
    return tuple(sorted(arguments, key=lambda each: place[each.name]))


def _of_parameter(version: Version, parameter: Parameter, names: Mapping[str, str]) -> Argument:
    written = argument(parameter.shape, version.names.types)
    return Argument(
        name=names[f"{parameter.location}:{parameter.name}"],
        annotation=written if parameter.required else f"{written} | Unset",
        required=parameter.required,
        doc=_doc(version, parameter),
    )


def _of_field(version: Version, operation: Operation, field: Field, names: Mapping[str, str]) -> Argument:
    written = field_type(version, operation, field)
    required = field.required and bool(operation.body and operation.body.required)
    return Argument(
        name=names[f"body:{field.name}"],
        annotation=written if required else f"{written} | Unset",
        required=required,
        doc=_doc(version, field),
    )


def _doc(version: Version, each: Parameter | Field) -> str:
    default = f"Default: {each.default}." if each.default else ""
    told = each.description or described(version, each.shape)
    parts = ["Deprecated." if each.deprecated else "", told, _values(version, each.shape), default]
    return " ".join(part for part in parts if part)


def described(version: Version, shape: Shape) -> str:
    """What a value without a description of its own is: what its model says of itself, or its type's name."""
    match shape:
        case Ref():
            return version.models[shape.target].description or f"See `{version.names.types[shape.target]}`."
        case ListOf():
            return f"A list; each item: {described(version, shape.item)}"
        case MapOf():
            return f"A mapping by text; each value: {described(version, shape.value)}"
        case Union((inner, Scalar("null"))):
            return described(version, inner)
        case Scalar():
            return f"{shape.type} ({shape.format})." if shape.format else f"{shape.type}."
        case _:
            return ""


def _values(version: Version, shape: Shape) -> str:
    target = version.models[shape.target].shape if isinstance(shape, Ref) else shape
    if not isinstance(target, Enum) or len(target.values) > _SHOWN_VALUES:
        return ""
    values = [_value(json.loads(value)) for value in target.values]
    return f"One of {', '.join(values)}." if len(values) > 1 else f"Always {values[0]}."


def _value(value: object) -> str:
    """A value as a reader knows it; in quotes where it would not be seen to end."""
    plain = str(value)
    return plain if _WORD.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)


def _sent(operation: Operation, fields: tuple[Field, ...], names: Mapping[str, str]) -> Iterator[Sent]:
    """The keywords of the runtime's call, each with the wire names it carries."""
    for keyword, locations in _KEYWORDS.items():
        held = [each for location in locations for each in operation.parameters if each.location == location]
        if held:
            yield Sent(keyword, tuple((each.name, names[f"{each.location}:{each.name}"]) for each in held))
    if fields:
        yield Sent("body", tuple((field.name, names[f"body:{field.name}"]) for field in fields))
