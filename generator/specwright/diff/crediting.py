"""Crediting: what a sentence says of security.

In: a pair, and alternatives with the same schemes. Out: the security of both sides, words, and what a finding is
known by.
"""

from __future__ import annotations

from collections.abc import Iterable

from specwright.diff.effects import call_of
from specwright.diff.pairs import OperationPair
from specwright.diff.sufficing import Ways
from specwright.diff.wording import known_by, listed
from specwright.ir import Security

__all__ = ["known_as", "securities", "told", "with_scopes"]


_FEW = 5


def securities(pair: OperationPair) -> tuple[Security, Security]:
    """The security of both sides; of what the API sends none, as nobody is called there."""
    if not pair.both or not call_of(pair.sides.new, pair.both[1]):
        return (), ()
    return pair.both[0].security, pair.both[1].security


def told(ways: Ways) -> str:
    """Alternatives in a sentence: `oauth2` with the scope `a` or `b`."""
    if len(ways.scopes) > _FEW and ways.like:
        return f"{listed(ways.schemes)} with any of the {len(ways.scopes)} scopes that do with {listed(ways.like)}"
    # Where the other side asks for a scope of the same scheme, its name alone would not tell them apart.
    bare = " without a scope" if ways.others and ways.scopes == ((),) else ""
    return f"{listed(ways.schemes) or 'nothing'}{with_scopes(ways.scopes)}{bare}"


def with_scopes(alternatives: Iterable[tuple[str, ...]]) -> str:
    """What scopes are needed: ` with the scope `a` or `b` and `c``; nothing where none are."""
    needed = [listed(each) for each in alternatives if each]
    joined = " or ".join([", ".join(needed[:-1]), needed[-1]] if len(needed) > 1 else needed)
    together = len(needed) == 1 and " and " in joined
    return f" with the {'scopes' if together else 'scope'} {joined}" if needed else ""


def known_as(ways: Ways) -> str:
    """What tells these alternatives from others of the same operation."""
    return f"{'+'.join(ways.schemes)} {known_by(' '.join(each) for each in ways.scopes)}".strip()
