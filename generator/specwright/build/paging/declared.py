"""Declared: one rule of the configuration, held against the contract of one operation.

In: a rule, an operation and the models by id. Out: its `Paging`, `None` where the rule says that it has no pages, or a
`Misfit` that says what the contract denies.

Why what a contract leaves open is no misfit: a free-form object may hold anything, and whoever declares pages knows it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from specwright.build.paging.items import Items, find_items, items_at
from specwright.build.paging.shapes import Models, page_of
from specwright.build.paging.walking import ANYTHING, in_answer, in_request
from specwright.ir import (
    Cursor,
    EmptyPage,
    End,
    Flag,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    Operation,
    PageNumber,
    Paging,
    Place,
    Scalar,
    Shape,
    TotalItems,
    TotalPages,
    Turn,
    Union,
)  # fmt: skip
from specwright.rules import Expression, PagingRule

__all__ = ["Misfit", "declared_paging"]

_MARKS = ("string", "integer", "number", "any")
_NUMBERS = ("integer", "number", "string", "any")
_FLAGS = ("boolean", "any")


@dataclass(frozen=True, slots=True)
class Misfit:
    """What the contract has against a rule, to follow the operation's name."""

    message: str
    hint: str = ""


_Checked: TypeAlias = tuple[Expression | None, tuple[str, ...]]


def declared_paging(rule: PagingRule, operation: Operation, models: Models) -> Paging | Misfit | None:
    """How the rule pages the operation."""
    if rule.kind == "none":
        return None
    page = page_of(operation)
    if page is None:
        return Misfit("has no JSON answer, or several that differ")
    items = _items(rule, page, models)
    if isinstance(items, Misfit):
        return items
    misfit = _misfit(rule, operation, page, items, models)
    if misfit:
        return misfit
    return Paging(items.path, items.item, page, _turn(rule), _ends(rule), items.keyed)


def _items(rule: PagingRule, page: Shape, models: Models) -> Items | Misfit:
    if rule.items is None:
        return find_items(page, models) or Misfit(
            "answers with no list, or with several", 'Say which one: items = "$response.body#/…".'
        )
    found = items_at(page, rule.items.path, models)
    if found:
        return found
    if in_answer(page, rule.items.path, models) == ANYTHING:
        return Items(rule.items.path, ANYTHING)
    return Misfit(f"has no list at {rule.items.text}")


def _misfit(rule: PagingRule, operation: Operation, page: Shape, items: Items, models: Models) -> Misfit | None:
    if rule.send:
        shape = in_request(operation, rule.send, models)
        sent = _NUMBERS if rule.kind in ("offset", "page") else _MARKS
        if misfit := _unlike(shape, rule.send.text, sent):
            return replace(misfit, hint=_known(operation, rule.send))
    for expression, wanted in _said(rule):
        if expression and expression.location == "body":
            misfit = _unlike(in_answer(page, expression.path, models), expression.text, wanted)
            if misfit:
                return misfit
    if rule.kind == "last-item" and (items.keyed or not in_answer(items.item, rule.id, models)):
        return Misfit(f"has items without {'/'.join(('', *rule.id))}")
    return None


def _known(operation: Operation, expression: Expression) -> str:
    """The parameters that there are where a rule looks for one."""
    names = [each.name for each in operation.parameters if each.location == expression.location]
    return f"Its {expression.location} parameters: {', '.join(names)}." if names else ""


def _said(rule: PagingRule) -> tuple[_Checked, ...]:
    """What a rule reads from an answer, each with the types that it may have."""
    return (
        (rule.next, _MARKS),
        (rule.more, _FLAGS),
        (rule.last, _FLAGS),
        (rule.total_items, _NUMBERS),
        (rule.total_pages, _NUMBERS),
    )


def _unlike(shape: Shape | None, text: str, wanted: tuple[str, ...]) -> Misfit | None:
    if shape is None:
        return Misfit(f"has nothing at {text}")
    branches = shape.branches if isinstance(shape, Union) else (shape,)
    if all(isinstance(each, Scalar) and each.type in (*wanted, "null") for each in branches):
        return None
    found = shape.type if isinstance(shape, Scalar) else "no single value"
    return Misfit(f"has {found} at {text}, not {' or '.join(wanted[:-1])}")


def _turn(rule: PagingRule) -> Turn:
    match rule.kind:
        case "cursor":
            return Cursor(_place(rule.send), _place(rule.next))
        case "last-item":
            return LastItem(_place(rule.send), rule.id)
        case "offset":
            return Offset(_place(rule.send), rule.first or 0)
        case "page":
            return PageNumber(_place(rule.send), rule.first or 0)
        case "next-url":
            return NextUrl(_place(rule.next))
        case "link-header":
            return LinkHeader()
        case "none":
            raise AssertionError("a rule that takes pages away makes none")
        case _:
            assert_never(rule.kind)


def _ends(rule: PagingRule) -> tuple[End, ...]:
    ends: list[End] = []
    if rule.more:
        ends.append(Flag(_place(rule.more), last=False))
    if rule.last:
        ends.append(Flag(_place(rule.last), last=True))
    if rule.total_items:
        ends.append(TotalItems(_place(rule.total_items)))
    if rule.total_pages:
        ends.append(TotalPages(_place(rule.total_pages)))
    if rule.empty_page_ends or rule.kind in ("last-item", "offset", "page"):
        ends.append(EmptyPage())
    return tuple(ends)


def _place(expression: Expression | None) -> Place:
    assert expression, "the configuration has been checked for it"
    return Place(expression.location, expression.path)
