"""The SDK calls a property by another name, though it is the same on the wire."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import renamed
from specwright.diff.pairs import FieldPair
from specwright.diff.parts import attribute_of
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: FieldPair) -> Iterator[Finding]:
    old, new = attribute_of(pair, pair.sides.old), attribute_of(pair, pair.sides.new)
    name = old.rpartition(".")[2]
    if pair.both and old and new and name != new.rpartition(".")[2]:
        before = pair.sides.new.names.former.properties.get(pair.both[1].origin, ())
        effect = renamed(old, new, before, name)
        yield Finding(f"The property {pair.place.text} has another name in the SDK.", effect=effect)


RULE = rule("attribute-renamed", "a property has another name in the SDK", always("internal"), FieldPair, _look)
