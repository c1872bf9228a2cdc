"""The SDK does not have a named type any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import ModelPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ModelPair) -> Iterator[Finding]:
    if pair.gone:
        name = pair.sides.old.names.types[pair.gone.id]
        yield Finding(f"The type {code(name)} is gone.", effect=removed(f"models.{name}"))


RULE = rule("type-removed", "a named type is gone", always("internal"), ModelPair, _look)
