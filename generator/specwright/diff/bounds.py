"""Bounds: what a value must satisfy beyond its type, and how far that moved.

In: the constraints of two values. Out: a `Moved` for each limit that differs.

Why a limit and its exclusive form are one: a document may have both, and what counts is the one that holds back more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from specwright.diff.changes import NOTHING, Effect
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ShapePair
from specwright.diff.places import code
from specwright.diff.widening import Step
from specwright.diff.wording import was_and_is
from specwright.ir import Constraints, JsonText, ListOf, Scalar, Shape, TupleOf

__all__ = ["Moved", "effect_of", "moved", "said"]

_NONE = Constraints()
_Number: TypeAlias = float | int
_ANY_TEXT = (".*", "^.*$", "^.*", ".*$")
_SOME_TEXT = (".+", "^.+$", "^.+", ".+$")
"""What travels as text is never empty where it counts, so these say nothing there."""
_COUNTS = (
    ("minLength", "min_length", 1),
    ("maxLength", "max_length", -1),
    ("minItems", "min_items", 1),
    ("maxItems", "max_items", -1),
)


@dataclass(frozen=True, slots=True)
class Moved:
    """One limit by its keyword, what it was and is, and which way it went.

    `keywords` are those of both sides, which differ where the limit itself counts on one side only.
    """

    keyword: str
    old: JsonText | None
    new: JsonText | None
    step: Step
    keywords: tuple[str, str] = ("", "")


def said(limit: Moved, place: str) -> str:
    """The sentence about a limit of what stands at a place."""
    if limit.keywords[0] == limit.keywords[1] or limit.old is None or limit.new is None:
        return f"The {code(limit.keywords[1] or limit.keyword)} of {place} {was_and_is(limit.old, limit.new)}."
    now = f"the {code(limit.keywords[1])} {code(limit.new)}"
    return f"What limits {place} is {now} now, not the {code(limit.keywords[0])} {code(limit.old)}."


def effect_of(limit: Moved, pair: ShapePair) -> Effect:
    """Models check limits when they are made, and arguments that are no part of one are not checked."""
    is_of_model = pair.place.is_type or pair.place.path.strip("[]{}") != ""
    if pair.direction != "request" or not is_of_model or pair.as_text or limit.keyword == "uniqueItems":
        return NOTHING
    return behaviour("A model with a value beyond it cannot be made any more.", breaks=True)


def moved(pair: ShapePair) -> Iterator[Moved]:
    """Every limit that is not where it was."""
    old, new = (_of(side.shape, pair) if side else None for side in (pair.old, pair.new))
    if old is None or new is None or old == new:
        return
    yield from _bound("inimum", old, new, 1)
    yield from _bound("aximum", old, new, -1)
    for keyword, name, sign in _COUNTS:
        yield from _count(keyword, getattr(old, name), getattr(new, name), sign)
    if old.multiple_of != new.multiple_of:
        yield Moved(
            "multipleOf", _json(old.multiple_of), _json(new.multiple_of), _factor(old.multiple_of, new.multiple_of)
        )
    if old.pattern != new.pattern:
        step: Step = "narrowed" if old.pattern is None else "widened" if new.pattern is None else "changed"
        yield Moved("pattern", _json(old.pattern), _json(new.pattern), step)
    if old.unique_items != new.unique_items:
        yield Moved(
            "uniqueItems",
            _json(old.unique_items),
            _json(new.unique_items),
            "narrowed" if new.unique_items else "widened",
        )


def _of(shape: Shape, pair: ShapePair) -> Constraints | None:
    """The limits of a shape that has any; a pattern that every text fits is none."""
    limits = (shape.constraints or _NONE) if isinstance(shape, Scalar | ListOf | TupleOf) else None
    anything = (*_ANY_TEXT, *_SOME_TEXT) if pair.as_text else _ANY_TEXT
    return replace(limits, pattern=None) if limits and limits.pattern in anything else limits


def _bound(end: str, old: Constraints, new: Constraints, sign: int) -> Iterator[Moved]:
    was, now = _tightest(end, old, sign), _tightest(end, new, sign)
    if was[:2] == now[:2]:
        return
    step: Step = (
        "narrowed" if was[0] is None or (now[0] is not None and _rank(now, sign) > _rank(was, sign)) else "widened"
    )
    keywords = (was[2] if was[0] is not None else now[2], now[2] if now[0] is not None else was[2])
    yield Moved(f"m{end}", _json(was[0]), _json(now[0]), step, keywords)


_Bound: TypeAlias = tuple[_Number | None, bool, str]


def _tightest(end: str, limits: Constraints, sign: int) -> _Bound:
    """The limit that holds back more, whether it is exclusive, and its keyword."""
    plain: _Number | None = getattr(limits, f"m{end}")
    exclusive: _Number | None = getattr(limits, f"exclusive_m{end}")
    if exclusive is None or (plain is not None and sign * plain > sign * exclusive):
        return plain, False, f"m{end}"
    return exclusive, True, f"exclusiveM{end}"


def _rank(bound: _Bound, sign: int) -> tuple[_Number, bool]:
    return sign * (bound[0] or 0), bound[1]


def _count(keyword: str, old: int | None, new: int | None, sign: int) -> Iterator[Moved]:
    if old != new:
        narrowed = old is None or (new is not None and sign * new > sign * old)
        yield Moved(keyword, _json(old), _json(new), "narrowed" if narrowed else "widened")


def _factor(old: _Number | None, new: _Number | None) -> Step:
    """A multiple of ten is one of five."""
    if old is None or new is None:
        return "narrowed" if old is None else "widened"
    if not new % old:
        return "narrowed"
    return "widened" if not old % new else "changed"


def _json(value: object) -> JsonText | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
