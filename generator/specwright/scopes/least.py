"""Least: the cheapest set of grants that meets all demands.

In: demands, each any one of several sets of grants, and what each grant costs. Out: a `Solution`, and whether it is
proven to be the least.

This is the minimal hitting set, with sets to be hit whole; it is hard in general and easy in practice, for most demands
ask for the same. What one demand makes needless of another goes first; what has nothing in common is solved apart; the
rest is searched with a bound. Beyond the bound the best that was found stands, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

__all__ = ["Cost", "Demand", "Grant", "Solution", "least"]

Grant: TypeAlias = tuple[str, str]
"""A scheme, and a scope of it."""

Demand: TypeAlias = frozenset[frozenset[Grant]]
"""Sets of grants, any one of which is enough."""

Cost: TypeAlias = tuple[int, ...]
"""What a grant costs, the weightiest first; costs add up place by place."""

_MOST_TESTS = 300_000


@dataclass(frozen=True, slots=True)
class Solution:
    """The grants, and whether nothing cheaper would do."""

    grants: frozenset[Grant]
    is_proven: bool


def least(demands: Iterable[Demand], cost: Callable[[Grant], Cost], most_tests: int = _MOST_TESTS) -> Solution:
    """The cheapest grants that meet all demands; a demand that nothing meets is the caller's fault."""
    asked = frozenset(demands)
    costs = {grant: cost(grant) for demand in asked for wanted in demand for grant in wanted}
    told = _reduced(_needed(asked), costs)
    chosen: frozenset[Grant] = frozenset()
    is_proven = True
    for part in _apart(told):
        search = _Search(part, costs, most_tests)
        chosen |= search.best()
        is_proven = is_proven and search.left >= 0
    return Solution(chosen, is_proven)


def _order(demand: Demand) -> tuple[int, list[list[Grant]]]:
    return len(demand), sorted(sorted(wanted) for wanted in demand)


def _needed(demands: Iterable[Demand]) -> frozenset[Demand]:
    """Without what asks for nothing, sets that hold another one, and demands that another one meets on the way."""
    plain = {
        frozenset(wanted for wanted in demand if not any(other < wanted for other in demand))
        for demand in demands
        if frozenset() not in demand
    }
    return frozenset(demand for demand in plain if not any(_implies(other, demand) for other in plain - {demand}))


def _implies(stronger: Demand, weaker: Demand) -> bool:
    """Whether whatever meets one meets the other; of two that are equal in this, neither is dropped for the other."""
    return all(any(less <= more for less in weaker) for more in stronger) and not all(
        any(less <= more for less in stronger) for more in weaker
    )


def _reduced(demands: frozenset[Demand], costs: Mapping[Grant, Cost]) -> frozenset[Demand]:
    """Without grants in whose place a better one would always do, again and again."""
    while True:
        worse = _worse(demands, costs)
        told = _needed(frozenset(wanted for wanted in demand if not wanted & worse) for demand in demands)
        if told == demands:
            return demands
        demands = told


def _worse(demands: frozenset[Demand], costs: Mapping[Grant, Cost]) -> frozenset[Grant]:
    """Grants that stand alone wherever they stand, where a cheaper one stands alone in all of these places too."""
    alone: dict[Grant, set[Demand]] = {}
    with_others: set[Grant] = set()
    for demand in demands:
        for wanted in demand:
            if len(wanted) == 1:
                alone.setdefault(next(iter(wanted)), set()).add(demand)
            else:
                with_others |= wanted
    rank = {grant: (costs[grant], grant) for grant in alone}
    return frozenset(
        grant
        for grant, places in alone.items()
        if grant not in with_others
        and any(rank[other] < rank[grant] and places <= alone[other] for other in alone if other != grant)
    )


def _apart(demands: Iterable[Demand]) -> Iterator[tuple[Demand, ...]]:
    """Demands that have grants in common, together."""
    left = sorted(demands, key=_order)
    while left:
        part, grants = [left.pop(0)], frozenset[Grant]()
        while True:
            grants = frozenset(chain.from_iterable(chain.from_iterable(part)))
            more = [demand for demand in left if any(wanted & grants for wanted in demand)]
            if not more:
                break
            part += more
            left = [demand for demand in left if demand not in more]
        yield tuple(sorted(part, key=_order))


@dataclass(slots=True)
class _Search:
    """Branch and bound over demands that hang together; `left` is how many tests it may still make."""

    demands: tuple[Demand, ...]
    costs: Mapping[Grant, Cost]
    left: int
    found: frozenset[Grant] | None = None
    price: Cost = ()

    def best(self) -> frozenset[Grant]:
        """The cheapest grants."""
        self._descend(frozenset(), self.demands)
        assert self.found is not None, "the first descent meets all demands"
        return self.found

    def _descend(self, chosen: frozenset[Grant], demands: tuple[Demand, ...]) -> None:
        self.left -= sum(map(len, demands)) + 1
        unmet = tuple(demand for demand in demands if not any(wanted <= chosen for wanted in demand))
        price = self._price(chosen)
        if not unmet:
            if self.found is None or price < self.price:
                self.found, self.price = chosen, price
            return
        if self.found is not None and (self.left < 0 or _sum(price, self._bound(chosen, unmet)) >= self.price):
            return
        first = min(unmet, key=lambda demand: (len(demand), _order(demand)))
        for wanted in sorted(first, key=lambda wanted: self._rank(wanted - chosen, unmet)):
            self._descend(chosen | wanted, unmet)

    def _rank(self, added: frozenset[Grant], unmet: tuple[Demand, ...]) -> tuple[int, int, Cost, list[Grant]]:
        """What is tried first: few grants, that meet many demands, cheaply."""
        met = sum(any(wanted <= added for wanted in demand) for demand in unmet)
        return len(added), -met, self._price(added), sorted(added)

    def _bound(self, chosen: frozenset[Grant], unmet: tuple[Demand, ...]) -> Cost:
        """What demands that have nothing in common cost at the least."""
        price: Cost = ()
        touched: set[Grant] = set()
        for demand in unmet:
            grants = frozenset(chain.from_iterable(demand)) - chosen
            if not grants & touched:
                touched |= grants
                price = _sum(price, min(self._price(wanted - chosen) for wanted in demand))
        return price

    def _price(self, grants: frozenset[Grant]) -> Cost:
        price: Cost = ()
        for grant in grants:
            price = _sum(price, self.costs[grant])
        return price


def _sum(one: Cost, other: Cost) -> Cost:
    return tuple(map(sum, zip(one, other, strict=True))) if one and other else one or other
