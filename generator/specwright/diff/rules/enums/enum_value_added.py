"""An enum has more values."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import rule, widened
from specwright.diff.wording import known_by, listed, number, shown
from specwright.ir import Enum

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Enum() as old, Enum() as new if old.type == new.type and len(old.values + new.values) > 2:
            values = sorted(set(new.values) - set(old.values))
            if values:
                told = f"{number(len(values), 'value')} {listed(map(shown, values))} of {pair.place.text}"
                sentence = f"The {told} {'is' if len(values) == 1 else 'are'} new."
                yield Finding(sentence, known_by(values), _effect(pair))
        case _:
            pass


def _effect(pair: ShapePair) -> Effect:
    """A value that a reader's code does not know never raises."""
    return behaviour("Answers with it were read as plain values before.") if pair.direction == "response" else NOTHING


RULE = rule("enum-value-added", "an enum has one value more", widened(), ShapePair, _look)
