"""There is one more way to authorize."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import added
from specwright.diff.pairs import SchemePair
from specwright.diff.ruling import always, rule
from specwright.python.schemes import parameters_of

__all__ = ["RULE"]


def _look(pair: SchemePair) -> Iterator[Finding]:
    if pair.come:
        name = parameters_of((pair.come,)).get(pair.come.name, "")
        is_new = name and name not in parameters_of(pair.sides.old.api.schemes).values()
        yield Finding(f"{pair.place.start} is new.", effect=added(f"Client({name}=…)") if is_new else NOTHING)


RULE = rule("scheme-added", "a security scheme is new", always("additive"), SchemePair, _look)
