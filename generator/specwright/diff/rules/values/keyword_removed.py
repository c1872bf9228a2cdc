"""A keyword that the SDK does not read does not limit a value any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import keywords_of
from specwright.diff.pairs import FieldPair, ModelPair
from specwright.diff.places import code
from specwright.diff.ruling import rule_of_two, widened

__all__ = ["RULE"]


def _look(pair: FieldPair | ModelPair) -> Iterator[Finding]:
    old, new = keywords_of(pair)
    for name in sorted(old.keys() | new.keys()):
        if name in old and name not in new:
            yield Finding(f"{pair.place.start} has no {code(name)} any more, which the SDK does not look at.", name)


RULE = rule_of_two(
    "keyword-removed", "a keyword that the SDK does not read limits no more", widened(), (FieldPair, ModelPair), _look
)
