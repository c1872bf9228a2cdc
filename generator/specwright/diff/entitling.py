"""Entitling: which accounts may use an operation or a whole API.

In: entitlements of both sides. Out: what each kind asks for, and which of two levels asks for more.

Why levels have a rank here: a document lists them by name alone, and whether `PROFESSIONAL` is more than `FREE` decides
who is locked out. What is not in the list might be more, so it counts as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from typing import TypeAlias

from specwright.diff.pairs import ApiPair, OperationPair
from specwright.ir import Entitlement

__all__ = ["asks_more", "called", "entitlements_of", "levels_moved", "needs"]

_LEVELS = (
    ("free",), ("starter", "basic", "developer"), ("plus", "standard", "team"), ("pro", "professional", "premium"),
    ("business",), ("enterprise", "ultimate", "unlimited"),
)  # fmt: skip
_RANKS: Mapping[str, int] = {name: rank for rank, names in enumerate(_LEVELS) for name in names}


_Listed: TypeAlias = tuple[Entitlement, ...]
_Needs: TypeAlias = Mapping[str, Entitlement]


def entitlements_of(pair: OperationPair | ApiPair) -> tuple[tuple[Entitlement, ...], tuple[Entitlement, ...]]:
    """What both sides ask for; of an operation nothing where it says nothing of its own that differs."""
    old, new = pair.sides.old.api.entitlements, pair.sides.new.api.entitlements
    if isinstance(pair, ApiPair):
        return old, new
    if not pair.both or _said(pair.both[0].entitlements) == _said(pair.both[1].entitlements):
        return (), ()
    own = pair.both[0].entitlements, pair.both[1].entitlements
    kinds = {each.kind for each in (*own[0], *own[1])}
    return _whole(old, own[0], kinds), _whole(new, own[1], kinds)


def _said(entitlements: Iterable[Entitlement]) -> tuple[tuple[str, str, str], ...]:
    return tuple((each.kind, each.name, each.level) for each in entitlements)


def _whole(general: _Listed, own: _Listed, kinds: AbstractSet[str]) -> _Listed:
    """What an operation asks for of these kinds: what it says of a kind replaces what the whole API does."""
    rest = kinds - {each.kind for each in own}
    return (*own, *(each for each in general if each.kind in rest))


def needs(old: Iterable[Entitlement], new: Iterable[Entitlement]) -> Iterator[tuple[str, _Needs, _Needs]]:
    """What each kind lists on both sides, by name: an account needs one of them."""
    was, now = tuple(old), tuple(new)
    for kind in sorted({each.kind for each in (*was, *now)}):
        yield kind, _of_kind(kind, was), _of_kind(kind, now)


def _of_kind(kind: str, entitlements: tuple[Entitlement, ...]) -> _Needs:
    return {each.name: each for each in entitlements if each.kind == kind}


def levels_moved(pair: OperationPair | ApiPair) -> Iterator[tuple[Entitlement, Entitlement]]:
    """What is listed on both sides with another level."""
    for _, was, now in needs(*entitlements_of(pair)):
        yield from (
            (was[name], now[name]) for name in sorted(was.keys() & now.keys()) if was[name].level != now[name].level
        )


def called(entitlement: Entitlement) -> str:
    """What a user knows it as."""
    parts = entitlement.label or entitlement.name, entitlement.level_label or entitlement.level
    return " ".join(part for part in parts if part)


def asks_more(old: str, new: str) -> bool:
    """Whether the new level may be more than an account of the old one has."""
    was, now = _RANKS.get(old.lower()), _RANKS.get(new.lower())
    return was is None or now is None or now > was
