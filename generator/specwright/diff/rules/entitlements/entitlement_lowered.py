"""A lower level of an account suffices."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.entitling import asks_more, levels_moved
from specwright.diff.pairs import ApiPair, OperationPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule_of_two

__all__ = ["RULE"]


def _look(pair: OperationPair | ApiPair) -> Iterator[Finding]:
    for old, new in levels_moved(pair):
        if not asks_more(old.level, new.level):
            told = f"{code(new.level)} of {code(new.label or new.name)} only, not {code(old.level)}"
            sentence = f"{pair.place.start} needs {told}."
            yield Finding(sentence, f"{new.kind} {new.name}")


RULE = rule_of_two(
    "entitlement-lowered", "an account needs a lower level", always("additive"), (OperationPair, ApiPair), _look
)
