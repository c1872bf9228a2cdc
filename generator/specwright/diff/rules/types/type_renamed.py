"""A named type has another name, though it stands at the same place."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.belongings import is_renamed
from specwright.diff.changes import Finding
from specwright.diff.effects import renamed
from specwright.diff.pairs import ModelPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ModelPair) -> Iterator[Finding]:
    if pair.both:
        old, new = pair.sides.old.names.types[pair.both[0].id], pair.sides.new.names.types[pair.both[1].id]
        if is_renamed(pair.sides, *pair.both):
            before = pair.sides.new.names.former.models.get(pair.both[1].id, ())
            effect = renamed(f"models.{old}", f"models.{new}", before, old.rpartition(".")[2])
            yield Finding(f"The type {code(old)} has the name {code(new)} now.", effect=effect)


RULE = rule("type-renamed", "a named type has another name", always("internal"), ModelPair, _look)
