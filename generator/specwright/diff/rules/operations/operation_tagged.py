"""An operation has other tags."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import known_by, listed, number

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both:
        old, new = (set(side.tags) for side in pair.both)
        for word, names in (("has the", sorted(new - old)), ("lost the", sorted(old - new))):
            if names:
                sentence = f"{pair.place.start} {word} {number(len(names), 'tag')} {listed(names)}."
                yield Finding(sentence, f"{word.partition(' ')[0]} {known_by(names)}")


RULE = rule("operation-tagged", "an operation has other tags", always("docs"), OperationPair, _look)
