"""Operations: every pair inside an operation that both sides have.

In: an `OperationPair`. Out: its parameters, its body, its answers, and the values of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from specwright.diff.matching import match_contents, match_parameters, match_servers, matched
from specwright.diff.pairs import (
    BodyPair,
    ContentPair,
    Direction,
    HeaderPair,
    OperationPair,
    Pair,
    ParameterPair,
    ResponsePair,
    ServerPair,
    Sides,
)
from specwright.diff.places import Place, code, versionless
from specwright.diff.shapes import At, Spot, Use, value_pairs
from specwright.ir import Content, Operation, Parameter, Response, Scalar, Server
from specwright.problems import Origin

__all__ = ["operation_parts", "server_pairs"]

_Both: TypeAlias = tuple[Operation, Operation]
_ANYTHING = Scalar("any")


def operation_parts(pair: OperationPair, sent: Direction, answered: Direction) -> Iterator[Pair | Use]:
    """Everything about an operation but itself; callers send a request, and for a webhook they get it."""
    if pair.both:
        yield from _servers(pair, pair.both)
        yield from _parameters(pair, pair.both, sent)
        yield from _body(pair, pair.both, sent)
        yield from _responses(pair, pair.both, answered)


def _servers(pair: OperationPair, both: _Both) -> Iterator[ServerPair]:
    """Where an operation is called that has its own servers on either side; else it is called where the API is."""
    if both[0].servers or both[1].servers:
        first = pair.sides.old.api.servers[:1], pair.sides.new.api.servers[:1]
        old, new = both[0].servers or first[0], both[1].servers or first[1]
        yield from server_pairs(pair.sides, pair.place, pair.at, old, new)


def server_pairs(
    sides: Sides, owner: Place, at: At, old: tuple[Server, ...], new: tuple[Server, ...]
) -> Iterator[ServerPair]:
    """The addresses of the API, or of an operation that has its own."""
    for was, now in match_servers(old, new):
        one = was or now
        assert one, "a pair has a side"
        url = one.template or one.url
        place = Place(f"{owner.key} server {versionless(url)}", f"the server {code(url)} of {owner.text}")
        yield ServerPair(sides, place, "", was, now, at)


def _parameters(pair: OperationPair, both: _Both, direction: Direction) -> Iterator[Pair | Use]:
    for old, new in match_parameters(*both):
        one = old or new
        assert one, "a pair has a side"
        called = f"the {one.location} parameter {code(one.name)} of {pair.place.text}"
        place = Place(f"{pair.place.key} {one.location}:{one.name}", called)
        at = _at(pair, old, new)
        yield ParameterPair(pair.sides, place, direction, old, new, at, pair)
        if old and new:
            yield from value_pairs(
                Spot(pair.sides, place, direction, at, as_text=not old.media_type), old.shape, new.shape
            )


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
        place = Place(f"{spot.place.key} header:{name.lower()}", f"the header {code(name)} of {spot.place.text}")
        at = _at(pair, old, new)
        yield HeaderPair(pair.sides, place, spot.direction, old, new, at, pair)
        if old and new:
            yield from value_pairs(Spot(pair.sides, place, spot.direction, at, as_text=True), old.shape, new.shape)


def _contents(
    pair: OperationPair, spot: Spot, was: tuple[Content, ...], now: tuple[Content, ...]
) -> Iterator[Pair | Use]:
    alone = len(was) == len(now) == 1
    for old, new in match_contents(was, now):
        media_type = (old or new or was[0]).media_type
        place = Place(f"{spot.place.key} {media_type}", f"{spot.place.text} as {code(media_type)}")
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
