"""Paging: the tables `[[sdk.paging]]`, which say how listings go on where their contract does not.

In: the list of tables, with the text around it. Out: `PagingRule`s; or problems, each with its line.

A table names operations (`GET /v2/*`, an operationId, `list*`; `*` stands for anything), a `kind`, and the places that
the kind needs, as runtime expressions of OpenAPI. The first table that fits an operation decides, and goes before what
the contract shows; `none` takes a listing's pages away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, cast

from specwright.config.expressions import expression_of, pointer_of
from specwright.config.places import place_in
from specwright.problems import Origin, Problem
from specwright.rules import Expression, PagingKind, PagingRule

__all__ = ["paging_problems", "paging_rules"]

_WHICH = ("operations", "parameters", "kind")
_ANY = ("items", "more", "last")
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "cursor": ("send", "next"),
    "last-item": ("send",),
    "offset": ("send",),
    "page": ("send", "first"),
    "next-url": ("next",),
    "link-header": (),
    "none": (),
}
_ALSO: Mapping[str, tuple[str, ...]] = {
    "cursor": (*_ANY, "empty_page_ends"),
    "last-item": (*_ANY, "id"),
    "offset": (*_ANY, "first", "total_items"),
    "page": (*_ANY, "total_items", "total_pages"),
    "next-url": _ANY,
    "link-header": _ANY,
    "none": (),
}
_SENT = 'must be an expression such as "$request.query.cursor" or "$request.body#/cursor"'
_CAME = 'must be an expression such as "$response.body#/meta/next" or "$response.header.X-Next"'
_IN_BODY = 'must be an expression such as "$response.body#/data"'
_TEXTS = "must be a list of texts"


def paging_rules(file: str, text: str, index: int, listed: list[object]) -> Iterator[PagingRule]:
    """The rules of good tables, in the order of the file."""
    for number, value in enumerate(listed):
        table = cast("Mapping[str, object]", value)
        came = {key: _came(table, key) for key in ("next", "items", "more", "last", "total_items", "total_pages")}
        yield PagingRule(
            origin=Origin(file, f"/sdk/{index}/paging/{number}"),
            position=place_in(text, index, "paging", number),
            operations=tuple(cast("list[str]", table["operations"])),
            kind=cast("PagingKind", table["kind"]),
            parameters=tuple(cast("list[str]", table.get("parameters", []))),
            send=expression_of(str(table["send"]), "request") if "send" in table else None,
            next=came["next"],
            items=came["items"],
            id=pointer_of(str(table.get("id", "/id"))) or (),
            first=cast("int | None", table.get("first")),
            more=came["more"],
            last=came["last"],
            total_items=came["total_items"],
            total_pages=came["total_pages"],
            empty_page_ends=table.get("empty_page_ends") is True,
        )


def paging_problems(file: str, text: str, index: int, listed: list[object]) -> Iterator[Problem]:
    """Everything that is wrong with the tables by themselves."""
    for number, value in enumerate(listed):
        origin = Origin(file, f"/sdk/{index}/paging/{number}")
        table = cast("Mapping[str, object]", value) if isinstance(value, dict) else None
        faults = (
            _faults(table) if table is not None else (("", "each of paging must be a table.", "Write [[sdk.paging]]."),)
        )
        for key, message, hint in faults:
            place = place_in(text, index, "paging", number, key)
            yield Problem("config-paging", origin, message, hint, position=place)


def _came(table: Mapping[str, object], key: str) -> Expression | None:
    return expression_of(str(table[key]), "response") if key in table else None


def _faults(table: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    kind = table.get("kind")
    if not isinstance(kind, str) or kind not in _NEEDED:
        yield "kind", f'"kind" of paging must be one of {", ".join(_NEEDED)}.', ""
        return
    if not table.get("operations"):
        yield "operations", '"operations" of paging is missing: "GET /v2/*", an operationId, or several.', ""
    for key in _NEEDED[kind]:
        if key not in table:
            yield "kind", f'"{key}" is missing: pages of kind "{kind}" need it.', _HINTS.get(key, "")
    known = (*_WHICH, *_NEEDED[kind], *_ALSO[kind])
    for key, given in table.items():
        if key not in known:
            yield key, f'"{key}" says nothing of pages of kind "{kind}".', f"Known: {', '.join(known)}."
        elif wrong := _wrong(key, given):
            yield key, f'"{key}" of paging {wrong}.', ""


_HINTS = {"first": "Write the number of the very first page, 0 or 1."}


def _wrong(key: str, given: object) -> str:
    """What is wrong with one setting; nothing where nothing is."""
    match key:
        case "operations" | "parameters":
            return (
                ""
                if isinstance(given, list) and all(_is_text(each) for each in cast("list[object]", given))
                else _TEXTS
            )
        case "send":
            return "" if _is_expression(given, "request") else _SENT
        case "next" | "total_items" | "total_pages":
            return "" if _is_expression(given, "response") else _CAME
        case "more" | "last":
            return "" if _is_expression(given, "response") and ".body#" in str(given) else _IN_BODY
        case "items":
            found = expression_of(str(given), "response")
            return "" if found and found.location == "body" else _IN_BODY
        case "id":
            return "" if isinstance(given, str) and pointer_of(given) else 'must be a JSON pointer such as "/id"'
        case "first":
            return "" if type(given) is int and given in (0, 1) else "must be 0 or 1"
        case "empty_page_ends":
            return "" if isinstance(given, bool) else "must be true or false"
        case _:
            return ""


def _is_text(given: object) -> bool:
    return isinstance(given, str) and bool(given)


def _is_expression(given: object, side: Literal["request", "response"]) -> bool:
    found = expression_of(given, side) if isinstance(given, str) else None
    return found is not None and bool(found.path)
