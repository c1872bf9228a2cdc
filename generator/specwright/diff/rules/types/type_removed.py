"""The SDK does not have a named type any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.belongings import types_gone
from specwright.diff.changes import Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import ApiPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ApiPair) -> Iterator[Finding]:
    for name in types_gone(pair.sides):
        yield Finding(f"The type {code(name)} is gone.", name, removed(f"models.{name}"))


RULE = rule("type-removed", "a named type is gone", always("internal"), ApiPair, _look)
