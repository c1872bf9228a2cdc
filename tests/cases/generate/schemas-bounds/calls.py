"""Bounds: what is checked before it is sent, and what is not."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict, Unpack

import pytest
from schemas_bounds import Client, InvalidRequestError

from calls_server import Server


class Given(TypedDict, total=False):
    """What is tried."""

    big: int
    long: int
    positive: int
    share: float
    negative: float
    money: float
    tens: int
    huge: float
    code: str
    ahead: str
    behind: str
    broken: str
    unicode: str
    items: list[str]
    maybe: str | None
    texts: dict[str, str]


def _both_ways(client: Client, server: Server, **given: Unpack[Given]) -> None:
    server.echoes()
    found = client.values.put(**given)
    assert server.request.json == given
    assert found.model_dump(exclude_unset=True) == given


def numbers_of_any_size_go_both_ways(client: Client, server: Server) -> None:
    _both_ways(client, server, big=340282366920938463463374607431768211455, long=-(2**63), huge=-1e300)
    _both_ways(client, server, big=-170141183460469231731687303715884105728, positive=1, share=1e-9, negative=-0.5)


def money_is_counted_in_hundredths(client: Client, server: Server) -> None:
    for cents in (0, 1, 7, 29, 10**9 + 1):
        _both_ways(client, server, money=float(Decimal(cents) / 100))


def what_the_validator_cannot_run_is_not_checked(client: Client, server: Server) -> None:
    _both_ways(client, server, ahead="x1", behind="b", broken="[", unicode="é", maybe=None)


def what_is_out_of_bounds_is_refused_before_it_is_sent(client: Client, server: Server) -> None:
    wrong: list[Given] = [
        {"big": 2**128}, {"positive": 0}, {"share": 1.0}, {"share": 0.0}, {"negative": 0.0}, {"money": 0.015},
        {"tens": 5}, {"huge": 1e301}, {"code": "ab1"}, {"code": "AB12345"}, {"items": []}, {"items": ["a", "b", "c"]},
    ]  # fmt: skip
    for given in wrong:
        with pytest.raises(InvalidRequestError, match=next(iter(given))):
            client.values.put(**given)
    assert server.requests == []
