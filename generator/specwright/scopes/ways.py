"""Ways: the alternatives of an operation, put together as people read them.

In: alternatives. Out: a `Way` for each group of credentials that asks for the same scopes.

Why grouped: real operations list up to 191 alternatives, nearly all of them one scope of one scheme each, and several
schemes that ask for the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specwright.ir import Security

__all__ = ["Way", "schemes_text", "sets_text", "ways_of", "ways_text"]

_OPEN = "no credentials"


@dataclass(frozen=True, slots=True)
class Way:
    """Credentials, any one of them (each a tuple of schemes, all needed), and sets of scopes, any one of them."""

    credentials: tuple[tuple[str, ...], ...]
    sets: tuple[tuple[str, ...], ...]


def ways_of(security: Security) -> tuple[Way, ...]:
    """The ways of calling an operation; none where it is open."""
    by_credentials: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for uses in security:
        scopes = tuple(dict.fromkeys(scope for use in uses for scope in use.scopes))
        by_credentials.setdefault(tuple(use.scheme for use in uses), []).append(scopes)
    by_sets: dict[tuple[tuple[str, ...], ...], list[tuple[str, ...]]] = {}
    for schemes, sets in by_credentials.items():
        # A credential that will do without scopes will do with any.
        whole = () if () in sets else tuple(sorted(dict.fromkeys(sets)))
        by_sets.setdefault(whole, []).append(schemes)
    return tuple(Way(tuple(schemes), sets) for sets, schemes in by_sets.items())


def ways_text(ways: Iterable[Way]) -> Iterator[str]:
    """A line for each way: `oauth2 or key, any one of 2: pets.read, pets.write`."""
    lines = [_line(way) for way in ways]
    return (line if index == 0 else f"or {line}" for index, line in enumerate(lines or [_OPEN]))


def schemes_text(credentials: Iterable[tuple[str, ...]]) -> str:
    """For example `oauth2 or key + signature`."""
    return " or ".join(" + ".join(schemes) or _OPEN for schemes in credentials)


def sets_text(sets: Iterable[tuple[str, ...]]) -> str:
    """For example `a, b + c`: any one of them, of the last one both."""
    return ", ".join(" + ".join(scopes) for scopes in sets)


def _line(way: Way) -> str:
    if not way.sets:
        return schemes_text(way.credentials)
    lead = f", any one of {len(way.sets)}" if len(way.sets) > 1 else ""
    return f"{schemes_text(way.credentials)}{lead}: {sets_text(way.sets)}"
