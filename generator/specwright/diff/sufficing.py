"""Sufficing: which credentials do.

In: the security of an operation on both sides. Out: the alternatives that do not suffice any more, and those that
suffice only now.

Why not by text: who could call keeps being able to where some alternative asks for no more than what one of the old
ones did. An alternative that goes while a lesser one stays takes nothing from anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from specwright.ir import SchemeUse, Security

__all__ = ["Ways", "every", "gained", "is_open", "lost"]

_Alternative: TypeAlias = tuple[SchemeUse, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """Alternatives with the same schemes; `scopes` are what each of them needs.

    `others` are those of the same schemes on the other side; `like` is another scheme on this side with these scopes.
    """

    schemes: tuple[str, ...]
    scopes: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]
    like: tuple[str, ...] = ()


def is_open(security: Security) -> bool:
    """Whether no credential is needed."""
    return not security or () in security


@lru_cache(maxsize=1024)  # the same few requirements stand at hundreds of operations
def lost(old: Security, new: Security) -> tuple[Ways, ...]:
    """What sufficed and does not any more, by schemes."""
    return () if is_open(old) or is_open(new) else tuple(_ways(old, new))


def gained(old: Security, new: Security) -> tuple[Ways, ...]:
    """What suffices and did not, by schemes."""
    return lost(new, old)


def every(security: Security) -> tuple[Ways, ...]:
    """All that suffices, by schemes."""
    return tuple(_ways(security, ()))


def _ways(these: Security, those: Security) -> Iterator[Ways]:
    found: dict[tuple[str, ...], list[_Alternative]] = {}
    kept = frozenset(those)
    for each in these:
        if each not in kept and not any(_does(each, other) for other in those):
            found.setdefault(_schemes(each), []).append(each)
    for schemes, listed in sorted(found.items()):
        others = [each for each in those if _schemes(each) == schemes]
        yield Ways(schemes, _scopes(listed), _scopes(others), _alike(schemes, _scopes(listed), these))


def _alike(schemes: tuple[str, ...], scopes: tuple[tuple[str, ...], ...], these: Security) -> tuple[str, ...]:
    """The schemes that do with the very same scopes, so that a sentence need not list them."""
    found: dict[tuple[str, ...], list[_Alternative]] = {}
    for each in these:
        found.setdefault(_schemes(each), []).append(each)
    return next((other for other in sorted(found) if other != schemes and _scopes(found[other]) == scopes), ())


def _does(have: _Alternative, asked: _Alternative) -> bool:
    """Whether who has one alternative's credentials satisfies another."""
    held = {use.scheme: set(use.scopes) for use in have}
    return all(use.scheme in held and set(use.scopes) <= held[use.scheme] for use in asked)


def _schemes(alternative: _Alternative) -> tuple[str, ...]:
    return tuple(sorted(use.scheme for use in alternative))


def _scopes(alternatives: Iterable[_Alternative]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(sorted(scope for use in each for scope in use.scopes)) for each in alternatives))
