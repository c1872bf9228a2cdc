"""Choosing: for each credential that would do, the least scopes that the calls need of it.

In: operations that are called, what the caller has already, and which schemes are to be used. Out: a `Choice` for each
credential, with the reason of each scope.

Why by credential: alternatives name schemes, and a program holds one token or key, or a few. So the schemes are chosen
first (every least set of them that all calls accept), and the scopes for each of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from specwright.ir import Security
from specwright.scopes.contract import Entry
from specwright.scopes.least import Cost, Demand, Grant, least
from specwright.scopes.narrowness import costs_of
from specwright.scopes.reading import Use

__all__ = ["Choice", "Need", "Reason", "Served", "choose"]

_MOST_SCHEMES = 12
_BESIDE = "what it is good for, the others are too"
_STRANGE = "no call accepts it"


@dataclass(frozen=True, slots=True)
class Need:
    """An operation that is called: what messages call it, what it asks for, and where it is called."""

    label: str
    version: str
    entry: Entry
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Served:
    """An operation that a scope is for, the sets of scopes any one of which it accepts, and why this one."""

    need: Need
    sets: tuple[tuple[str, ...], ...]
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A scope of the least set, and the operations that it is for; `scheme` where the credential is of several."""

    scope: str
    scheme: str
    serves: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What one credential needs, or any one of several that need the same.

    `missing` and `extra` compare it with what the caller has; `unserved` are calls that do not accept the credential,
    `unscoped` those that need no scope of it.
    """

    credentials: tuple[tuple[str, ...], ...]
    reasons: tuple[Reason, ...]
    is_proven: bool
    unserved: tuple[Need, ...] = ()
    unscoped: tuple[Need, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


def choose(
    needs: Sequence[Need], fixed: tuple[str, ...] = (), have: frozenset[str] | None = None
) -> tuple[Choice, ...]:
    """What each credential needs, those with the fewest schemes and scopes first; none where nothing is needed."""
    asking = [need for need in needs if need.entry.security and () not in need.entry.security]
    if not asking:
        return ()
    credentials = [tuple(sorted(fixed))] if fixed else list(_credentials([need.entry.security for need in asking]))
    choices = [_choice(asking, schemes, have) for schemes in credentials]
    if have is not None and not fixed:
        # Who holds scopes holds a credential that has some; a key without any would always be enough.
        choices = [each for each in choices if each.reasons] or choices
    choices.sort(key=lambda each: (len(each.missing), len(each.credentials[0]), len(each.reasons), each.credentials))
    return _together(choices)


def _credentials(securities: Iterable[Security]) -> Iterable[tuple[str, ...]]:
    """Every set of schemes that all operations accept and none of which could be left out."""
    wanted = [{frozenset(use.scheme for use in uses) for uses in security} for security in securities]
    schemes = sorted({scheme for alternatives in wanted for each in alternatives for scheme in each})
    if len(schemes) > _MOST_SCHEMES:
        demands = [frozenset(frozenset((one, "") for one in each) for each in alternatives) for alternatives in wanted]
        return [tuple(sorted(scheme for scheme, _ in least(demands, lambda _: (1,)).grants))]
    found: list[frozenset[str]] = []
    for size in range(1, len(schemes) + 1):
        for chosen in map(frozenset, combinations(schemes, size)):
            smaller = any(each <= chosen for each in found)
            if not smaller and all(any(each <= chosen for each in alternatives) for alternatives in wanted):
                found.append(chosen)
    return [tuple(sorted(each)) for each in found]


def _choice(needs: list[Need], schemes: tuple[str, ...], have: frozenset[str] | None) -> Choice:
    """The least scopes for one credential; of what the caller has, as much as possible."""
    own = {need.label: _demand(need, schemes) for need in needs}
    costs = costs_of({scope for demand in own.values() for wanted in demand for _, scope in wanted})
    held = have or frozenset()

    def cost(grant: Grant) -> Cost:
        return (int(grant[1] not in held), *costs[grant[1]])

    solution = least([demand for demand in own.values() if demand], cost)
    reasons = _reasons([need for need in needs if own[need.label]], own, solution.grants, held)
    if len(schemes) == 1:
        reasons = tuple(replace(each, scheme="") for each in reasons)
    chosen = {scope for _, scope in solution.grants}
    accepted = {scope for demand in own.values() for wanted in demand for _, scope in wanted}
    return Choice(
        credentials=(schemes,),
        reasons=reasons,
        is_proven=solution.is_proven,
        unserved=tuple(need for need in needs if not own[need.label]),
        unscoped=tuple(need for need in needs if frozenset() in own[need.label]),
        missing=tuple(sorted(chosen - held)) if have is not None else (),
        extra=tuple((scope, _BESIDE if scope in accepted else _STRANGE) for scope in sorted(held - chosen)),
    )


def _demand(need: Need, schemes: Iterable[str]) -> Demand:
    """The sets of grants that an operation accepts of these schemes; empty where it accepts none."""
    known = set(schemes)
    return frozenset(
        frozenset((use.scheme, scope) for use in uses for scope in use.scopes)
        for uses in need.entry.security
        if all(use.scheme in known for use in uses)
    )


def _reasons(
    needs: list[Need], own: dict[str, Demand], grants: frozenset[Grant], held: frozenset[str]
) -> tuple[Reason, ...]:
    """Each scope with the operations that it is for."""
    used = {need.label: _used(own[need.label], grants) for need in needs}
    reasons: list[Reason] = []
    for grant in sorted(grants, key=lambda each: (each[1], each[0])):
        served = [need for need in needs if grant in used[need.label]]
        bound = [need for need in served if all(grant in wanted for wanted in own[need.label])]
        why = _why(bound, served, is_held=grant[1] in held)
        serves = (Served(need, _sets(own[need.label]), "" if need in bound else why) for need in served)
        reasons.append(Reason(grant[1], grant[0], tuple(serves)))
    return tuple(reasons)


def _used(demand: Demand, grants: frozenset[Grant]) -> frozenset[Grant]:
    """Of the sets that an operation accepts, the smallest one that is there."""
    met = sorted((sorted(wanted) for wanted in demand if wanted <= grants), key=lambda each: (len(each), each))
    return frozenset(met[0]) if met else frozenset()


def _sets(demand: Demand) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted({tuple(sorted({scope for _, scope in wanted})) for wanted in demand}))


def _why(bound: list[Need], served: list[Need], *, is_held: bool) -> str:
    """Why this scope and not another one that would do."""
    if bound:
        return f"this one, for {bound[0].label} needs it too"
    if is_held:
        return "this one, for you have it"
    if len(served) > 1:
        return f"this one, for it does for {len(served)} operations"
    return "this one, for none opens less by its name"


def _together(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Credentials that need the same, as one choice."""
    groups: dict[Choice, list[tuple[str, ...]]] = {}
    for each in choices:
        groups.setdefault(replace(each, credentials=()), []).extend(each.credentials)
    return tuple(replace(each, credentials=tuple(credentials)) for each, credentials in groups.items())
