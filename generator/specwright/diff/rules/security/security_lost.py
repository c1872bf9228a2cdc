"""Credentials that sufficed for an operation do not any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Effect, Finding
from specwright.diff.crediting import known_as, securities, told, with_scopes
from specwright.diff.effects import behaviour
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule
from specwright.diff.sufficing import Ways, lost
from specwright.diff.wording import listed
from specwright.python.schemes import parameters_of

__all__ = ["RULE"]


_FEW = 5


def _look(pair: OperationPair) -> Iterator[Finding]:
    for ways in lost(*securities(pair)):
        sentence = f"{pair.place.start} no longer takes {told(ways)}{_instead(ways)}."
        yield Finding(sentence, known_as(ways), _effect(pair, ways))


def _instead(ways: Ways) -> str:
    if not ways.others:
        return ""
    if len(ways.others) > _FEW:
        return f"; {len(ways.others)} other scopes still do"
    return f"; it takes it{with_scopes(ways.others) or ' without a scope'}"


def _effect(pair: OperationPair, ways: Ways) -> Effect:
    parameters = parameters_of(pair.sides.old.api.schemes)
    given = listed(parameters.get(each, each) for each in ways.schemes)
    return behaviour(f"A client with nothing but such {given} is refused.", breaks=True)


RULE = rule("security-lost", "credentials do not suffice any more", always("breaking"), OperationPair, _look)
