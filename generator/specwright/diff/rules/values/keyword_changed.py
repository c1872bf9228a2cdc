"""A keyword that the SDK does not read limits a value in another way."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import keywords_of
from specwright.diff.pairs import FieldPair, ModelPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule_of_two

__all__ = ["RULE"]


def _look(pair: FieldPair | ModelPair) -> Iterator[Finding]:
    old, new = keywords_of(pair)
    for name in sorted(old.keys() | new.keys()):
        if name in old and name in new and old[name] != new[name]:
            yield Finding(f"{pair.place.start} has another {code(name)} now, which the SDK does not look at.", name)


RULE = rule_of_two(
    "keyword-changed",
    "a keyword that the SDK does not read limits otherwise",
    always("breaking"),
    (FieldPair, ModelPair),
    _look,
)
