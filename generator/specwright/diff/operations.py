"""Operations: every pair inside an operation that both sides have.

In: an `OperationPair`. Out: its parameters, its body, its answers, and the values of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from specwright.diff.matching import match_parameters, matched
from specwright.diff.pairs import (
    BodyPair,
    ContentPair,
    Direction,
    HeaderPair,
    OperationPair,
    Pair,
    ParameterPair,
    ResponsePair,
)
from specwright.diff.places import Place
from specwright.diff.shapes import At, Spot, Use, value_pairs
from specwright.ir import Content, Operation, Parameter, Response, Scalar
from specwright.media import plain
from specwright.problems import Origin

__all__ = ["operation_parts"]

_Both: TypeAlias = tuple[Operation, Operation]
_ANYTHING = Scalar("any")


def operation_parts(pair: OperationPair, sent: Direction, answered: Direction) -> Iterator[Pair | Use]:
    """Everything about an operation but itself; callers send a request, and for a webhook they get it."""
    if pair.both:
        yield from _parameters(pair, pair.both, sent)
        yield from _body(pair, pair.both, sent)
        yield from _responses(pair, pair.both, answered)


def _parameters(pair: OperationPair, both: _Both, direction: Direction) -> Iterator[Pair | Use]:
    for old, new in match_parameters(*both):
        one = old or new
        assert one, "a pair has a side"
        called = f"{one.location} parameter `{one.name}` of {pair.place.text}"
        place = Place(f"{pair.place.key} {one.location}:{one.name}", called)
        at = _at(pair, old, new)
        yield ParameterPair(pair.sides, place, direction, old, new, at, pair)
        if old and new:
            yield from value_pairs(Spot(pair.sides, place, direction, at), old.shape, new.shape)


def _body(pair: OperationPair, both: _Both, direction: Direction) -> Iterator[Pair | Use]:
    old, new = both[0].body, both[1].body
    if not (old or new):
        return
    place = Place(f"{pair.place.key} body", f"the body of {pair.place.text}")
    at = _at(pair, old, new)
    yield BodyPair(pair.sides, place, direction, old, new, at, pair)
    if old and new:
        yield from _contents(pair, Spot(pair.sides, place, direction, at), old.contents, new.contents)


def _responses(pair: OperationPair, both: _Both, direction: Direction) -> Iterator[Pair | Use]:
    for old, new in matched(both[0].responses, both[1].responses, lambda each: each.status):
        status = (old or new or both[0].responses[0]).status
        place = Place(f"{pair.place.key} {status}", f"the answer {status} of {pair.place.text}")
        at = _at(pair, old, new)
        yield ResponsePair(pair.sides, place, direction, old, new, at, pair)
        if old and new:
            spot = Spot(pair.sides, place, direction, at)
            yield from _headers(pair, spot, old, new)
            yield from _contents(pair, spot, old.contents, new.contents)


def _headers(pair: OperationPair, spot: Spot, was: Response, now: Response) -> Iterator[Pair | Use]:
    for old, new in matched(was.headers, now.headers, lambda each: each.name.lower()):
        name = (old or new or was.headers[0]).name
        place = Place(f"{spot.place.key} header:{name.lower()}", f"the header `{name}` of {spot.place.text}")
        at = _at(pair, old, new)
        yield HeaderPair(pair.sides, place, spot.direction, old, new, at, pair)
        if old and new:
            yield from value_pairs(Spot(pair.sides, place, spot.direction, at), old.shape, new.shape)


def _contents(
    pair: OperationPair, spot: Spot, was: tuple[Content, ...], now: tuple[Content, ...]
) -> Iterator[Pair | Use]:
    alone = len(was) == len(now) == 1
    for old, new in matched(was, now, lambda each: each.media_type, lambda each: plain(each.media_type)):
        media_type = (old or new or was[0]).media_type
        place = Place(f"{spot.place.key} {media_type}", f"{spot.place.text} as `{media_type}`")
        yield ContentPair(pair.sides, place, spot.direction, old, new, spot.at, pair)
        if old and new:
            here = spot if alone else Spot(pair.sides, place, spot.direction, spot.at)
            yield from value_pairs(here, old.shape or _ANYTHING, new.shape or _ANYTHING)


def _at(pair: OperationPair, old: Parameter | Response | object, new: Parameter | Response | object) -> At:
    """Where both sides stand; what is missing would stand in the operation."""
    return _origin(old) or pair.at[0], _origin(new) or pair.at[1]


def _origin(part: object) -> Origin | None:
    found = getattr(part, "origin", None)
    return found if isinstance(found, Origin) else None
