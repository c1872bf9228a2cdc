"""Methods: how an operation reads as a Python call.

In: a version and one of its operations. Out: `MethodView`s: the call itself and, where the contract shows pages, the
one that goes through them all. Path parameters may be given by position, in the path's order; everything else by
keyword, required ones first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from specwright.flatten import all_body_fields
from specwright.ir import Field, Location, Operation, Response
from specwright.python.arguments import of_parameter
from specwright.python.docstrings import Returns, method_doc, wrapped
from specwright.python.former import former_arguments, former_ways, renamed_arguments, with_origin
from specwright.python.operations import is_streaming, plain_type, result_type, results, variable
from specwright.python.overloads import merged, signatures
from specwright.python.paging import item_type
from specwright.python.schemes import parameters_of
from specwright.python.views import Argument, MethodView, Sent, Signature
from specwright.sdk import Version

__all__ = ["method_views"]

_KEYWORDS: Mapping[str, tuple[Location, ...]] = {
    "path": ("path",),
    "query": ("query", "querystring"),
    "headers": ("header",),
    "cookies": ("cookie",),
}
_ITEMS = "The items, and with `.pages()` the pages. Nothing is sent before the first one is asked for."


@dataclass(frozen=True, slots=True)
class _Call:
    """What sets an operation's methods apart: the name, the client's own method behind it, and what comes back."""

    name: str
    call: str
    returns: str
    ways: tuple[Signature, ...]
    told: Returns
    define: str = "def"
    wait: str = ""
    is_narrower: bool = False


def method_views(version: Version, operation: Operation, *, asynchronous: bool) -> Iterator[MethodView]:
    """The operation's methods for one of the two ways of calling."""
    name = version.names.operations[operation.key].method
    define, wait = ("async def", "await ") if asynchronous else ("def", "")
    ways = _ways(version, operation, asynchronous=asynchronous)
    told = _told(results(version, operation))
    yield _method(version, operation, _Call(name, "call", _united(ways), ways, told, define, wait))
    if operation.paging:
        item = item_type(operation.paging, version.names.types)
        pager = f"{'AsyncPager' if asynchronous else 'Pager'}[{item}, {result_type(version, operation)}]"
        name = version.names.pagers[operation.key]
        first = (replace(ways[0], returns=pager),)
        call = _Call(name, "pages", pager, first, ((plain_type(pager), _ITEMS),), is_narrower=len(ways) > 1)
        yield _method(version, operation, call)


def _method(version: Version, operation: Operation, how: _Call) -> MethodView:
    names = version.names.arguments[operation.key]
    ways = how.ways
    keywords = merged(ways)
    inside = [of_parameter(version, each, names) for each in operation.parameters if each.location == "path"]
    positional = _in_path_order(operation, names, inside)
    given = {each.name for each in keywords}
    fields = [each for each in all_body_fields(operation, version.models) if names[f"body:{each.name}"] in given]
    former = former_arguments(version, operation)
    told = tuple(with_origin((*positional, *keywords), former))
    doc = method_doc(version.api, operation, told, parameters_of(version.api.schemes), how.told)
    ways = tuple(replace(way, positional=positional) for way in ways)
    renamed = renamed_arguments(former)
    overloads = (*ways, *former_ways(ways, renamed))
    return MethodView(
        name=how.name,
        operation=variable(version, operation),
        define=how.define,
        wait=how.wait,
        call=how.call,
        returns=how.returns,
        doc=_about_all(doc) if how.call == "pages" else doc,
        positional=positional,
        keywords=keywords,
        sent=tuple(_sent(operation, fields, names)),
        body="body" if "body" in given else "",
        is_mixed="body" in given and bool(fields),
        chosen=tuple(name for name in ("content_type", "accept") if name in given),
        overloads=overloads if len(overloads) > 1 else (),
        cast=how.returns if is_streaming(operation) or how.is_narrower else "",
        deprecated="Deprecated by the API." if operation.deprecated else "",
        renamed=renamed,
    )


def _ways(version: Version, operation: Operation, *, asynchronous: bool) -> tuple[Signature, ...]:
    """The signatures of one of the two ways of calling, each of which has its own streams."""
    found = signatures(version, operation)
    own = "AsyncItemStream[" if asynchronous else "ItemStream["
    return tuple(replace(way, returns=way.returns.replace("ItemStream[", own)) for way in found)


def _united(ways: tuple[Signature, ...]) -> str:
    """Whatever a call gives in any of its ways."""
    types = list(dict.fromkeys(way.returns.removesuffix(" | None") for way in ways))
    may_be_none = any(way.returns.endswith(" | None") for way in ways) and "None" not in types
    return " | ".join(sorted(types, key=lambda text: text == "None")) + (" | None" if may_be_none else "")


def _about_all(doc: str) -> str:
    first, _, rest = doc.partition("\n")
    told = f"{first.rstrip('.')}: every item of every page, each page asked for when the one before is used up."
    return f"{wrapped(told)}\n{rest}"


def _told(results: Iterable[tuple[str, Response]]) -> Returns:
    """What comes back, each type once, with the descriptions of all answers that bring it."""
    by_type: dict[str, list[str]] = {}
    for written, response in results:
        by_type.setdefault(plain_type(written), []).append(response.description)
    if list(by_type) == ["None"]:
        return ()
    return tuple((written, " ".join(filter(None, dict.fromkeys(texts)))) for written, texts in by_type.items())


def _in_path_order(operation: Operation, names: Mapping[str, str], arguments: list[Argument]) -> tuple[Argument, ...]:
    inside = [each.name for each in operation.parameters if each.location == "path"]
    place = {names[f"path:{wire}"]: operation.path.find("{" + wire + "}") for wire in inside}
    return tuple(sorted(arguments, key=lambda each: place[each.name]))


def _sent(operation: Operation, fields: list[Field], names: Mapping[str, str]) -> Iterator[Sent]:
    """The keywords of the runtime's call, each with the wire names it carries."""
    for keyword, locations in _KEYWORDS.items():
        held = [each for location in locations for each in operation.parameters if each.location == location]
        if held:
            yield Sent(keyword, tuple((each.name, names[f"{each.location}:{each.name}"]) for each in held))
    if fields:
        yield Sent("body", tuple((field.name, names[f"body:{field.name}"]) for field in fields))
