"""What the document says of an enum's values reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import known_by, listed, number, shown
from specwright.ir import Enum

__all__ = ["RULE"]


def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Enum() as old, Enum() as new if old.said != new.said:
            was, now = dict(old.said), dict(new.said)
            values = [each for each in new.values if each in old.values and was.get(each, "") != now.get(each, "")]
            if values:
                told = f"of {number(len(values), 'value')} {listed(map(shown, values))} of {pair.place.text}"
                yield Finding(f"What is said {told} reads differently.", known_by(values), documented())
        case _:
            pass


RULE = rule("enum-described", "what is said of an enum's values changed", always("docs"), ShapePair, _look)
