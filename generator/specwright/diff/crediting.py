"""Crediting: what a sentence says of security.

In: a pair, and alternatives with the same schemes. Out: the security of both sides, words, and what a finding is
known by.
"""

from __future__ import annotations

from specwright.diff.effects import call_of
from specwright.diff.pairs import OperationPair
from specwright.diff.places import code
from specwright.diff.sufficing import Ways
from specwright.diff.wording import known_by, listed, listed_or
from specwright.ir import Security

__all__ = ["known_as", "securities", "told"]


def securities(pair: OperationPair) -> tuple[Security, Security]:
    """The security of both sides; of what the API sends none, as nobody is called there."""
    if not pair.both or not call_of(pair.sides.new, pair.both[1]):
        return (), ()
    return pair.both[0].security, pair.both[1].security


def told(ways: Ways) -> str:
    """Alternatives in a sentence: `oauth2` with `a` or `b`."""
    scopes = [" ".join(each) for each in ways.scopes if each]
    word = (
        "the scope " if len(scopes) == 1 and " " not in scopes[0] else "the scopes " if len(scopes) == 1 else "any of "
    )
    several = len(scopes) > 1 and any(" " in each for each in scopes)
    needed = f" with {word}{listed(scopes[0].split()) if len(scopes) == 1 else listed_or(scopes)}" if scopes else ""
    return f"{listed(ways.schemes) or code('nothing')}{needed}{' (all of a group)' if several else ''}"


def known_as(ways: Ways) -> str:
    """What tells these alternatives from others of the same operation."""
    return f"{'+'.join(ways.schemes)} {known_by(' '.join(each) for each in ways.scopes)}".strip()
