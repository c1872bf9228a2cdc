"""A keyword that the SDK does not read limits a value now."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import keywords_of
from specwright.diff.pairs import FieldPair, ModelPair
from specwright.diff.places import code
from specwright.diff.ruling import narrowed, rule_of_two

__all__ = ["RULE"]


def _look(pair: FieldPair | ModelPair) -> Iterator[Finding]:
    old, new = keywords_of(pair)
    for name in sorted(old.keys() | new.keys()):
        if name in new and name not in old:
            yield Finding(f"{pair.place.start} has {code(name)} now, which the SDK does not look at.", name)


RULE = rule_of_two(
    "keyword-added", "a keyword that the SDK does not read limits now", narrowed(), (FieldPair, ModelPair), _look
)
