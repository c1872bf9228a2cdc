"""An enum has fewer values.

Why users of the SDK notice nothing: an enum is open there, so a call still takes and sends any value of its type.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import narrowed, rule
from specwright.diff.wording import known_by, listed, number, shown
from specwright.ir import Enum

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Enum() as old, Enum() as new if old.type == new.type and len(old.values + new.values) > 2:
            values = sorted(set(old.values) - set(new.values))
            if values:
                told = f"{number(len(values), 'value')} {listed(map(shown, values))} of {pair.place.text}"
                sentence = f"The {told} {'is' if len(values) == 1 else 'are'} gone."
                yield Finding(sentence, known_by(values))
        case _:
            pass


RULE = rule("enum-value-removed", "an enum has one value less", narrowed(), ShapePair, _look)
