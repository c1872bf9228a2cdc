"""The least set of grants, against every set that there is."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given, settings, strategies as st

from specwright.scopes.least import Cost, Demand, Grant, least
from specwright.scopes.narrowness import costs_of

GRANTS = [("oauth", name) for name in "abcdef"]
WANTED = st.frozensets(st.sampled_from(GRANTS), max_size=3)
DEMANDS = st.lists(st.frozensets(WANTED, min_size=1, max_size=4), max_size=6)
PRICES = st.lists(st.integers(0, 3), min_size=len(GRANTS), max_size=len(GRANTS))


def meets(grants: frozenset[Grant], demands: list[Demand]) -> bool:
    return all(any(wanted <= grants for wanted in demand) for demand in demands)


@settings(max_examples=600, deadline=None)
@given(DEMANDS, PRICES)
def test_nothing_cheaper_meets_all_demands(demands: list[Demand], prices: list[int]) -> None:
    costs: dict[Grant, Cost] = {grant: (1, price) for grant, price in zip(GRANTS, prices, strict=True)}
    every = map(frozenset, chain.from_iterable(combinations(GRANTS, size) for size in range(len(GRANTS) + 1)))
    cheapest = min(price(each, costs) for each in every if meets(each, demands))
    found = least(demands, costs.__getitem__)
    assert meets(found.grants, demands)
    assert (price(found.grants, costs), found.is_proven) == (cheapest, True)


def price(grants: frozenset[Grant], costs: dict[Grant, Cost]) -> Cost:
    return tuple(sum(costs[grant][place] for grant in grants) for place in range(2))


def test_what_could_not_be_searched_says_so() -> None:
    # Each demand is a pair of neighbours on a ring of an odd length, so that nothing is worse than anything else.
    ring = [("oauth", f"{number:02}") for number in range(31)]
    demands: list[Demand] = [
        frozenset(
            {frozenset({ring[number]}), frozenset({ring[(number + 1) % 31]}), frozenset({ring[(number + 9) % 31]})}
        )
        for number in range(31)
    ]
    found = least(demands, lambda _: (1,), most_tests=50)
    assert meets(found.grants, demands)
    assert not found.is_proven
    assert least(demands, lambda _: (1,)).is_proven


def test_of_equal_scopes_the_narrower_comes_first_and_then_the_name() -> None:
    scopes = ["admin", "b.read", "a.read", "tickets", "a.sensitive.read", "z.write", "contacts.readonly", "all.read"]
    costs = costs_of(scopes)
    assert sorted(scopes, key=lambda scope: costs[scope]) == [
        "a.read", "b.read", "contacts.readonly", "z.write", "tickets", "admin", "all.read", "a.sensitive.read",
    ]  # fmt: skip


def test_the_same_demands_in_another_order_give_the_same_grants() -> None:
    demands: list[Demand] = [
        frozenset(frozenset({("oauth", f"{name}{number}")}) for name in "xyz") for number in (3, 1, 2)
    ]
    assert least(demands, lambda _: (1,)) == least(reversed(demands), lambda _: (1,))
    assert least(demands, lambda _: (1,)).grants == {("oauth", "x1"), ("oauth", "x2"), ("oauth", "x3")}
