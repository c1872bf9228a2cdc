"""Overloads: the signatures of a method, and the one that stands behind them.

In: a version and an operation. Out: a `Signature` for each form of the body and of the answer, the plain call first;
and the keywords of all of them together. Required keywords come first, choices of media types last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from specwright.ir import Operation
from specwright.python.arguments import of_parameter
from specwright.python.forms import AnswerForm, BodyForm, answer_forms, body_forms
from specwright.python.views import Argument, Signature
from specwright.sdk import Version

__all__ = ["merged", "ordered", "signatures"]

_UNSET = " | Unset"


def signatures(version: Version, operation: Operation) -> tuple[Signature, ...]:
    """Every way to call the operation."""
    names = version.names.arguments[operation.key]
    shared = [of_parameter(version, each, names) for each in operation.parameters if each.location != "path"]
    return tuple(
        _signature(shared, body, answer)
        for answer in answer_forms(version, operation)
        for body in body_forms(version, operation)
    )


def merged(ways: tuple[Signature, ...]) -> tuple[Argument, ...]:
    """The keywords of all signatures as one list; what some of them lack is not required."""
    found: dict[str, list[Argument]] = {}
    for each in (each for way in ways for each in way.keywords):
        found.setdefault(each.name, []).append(each)
    return ordered(_united(each, len(ways)) for each in found.values())


def _united(same: list[Argument], ways: int) -> Argument:
    required = len(same) == ways and all(each.required for each in same)
    types = list(dict.fromkeys(each.annotation.removesuffix(_UNSET) for each in same))
    if len(types) > 1 and all(each.startswith("Literal[") for each in types):
        types = [f"Literal[{', '.join(each[8:-1] for each in types)}]"]
    if "object" in types:
        types = ["object"]
    may_be_unset = not required and same[0].default == "UNSET"
    return replace(same[0], annotation=" | ".join(types) + (_UNSET if may_be_unset else ""), required=required)


def _signature(shared: list[Argument], body: BodyForm, answer: AnswerForm) -> Signature:
    choices = [each for each in (body.choice, answer.choice) if each]
    return Signature(ordered([*shared, *body.arguments, *choices]), answer.returns)


def ordered(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Required ones first; choices at the end of their half."""
    return tuple(sorted(arguments, key=lambda each: (not each.required, each.name in ("content_type", "accept"))))
