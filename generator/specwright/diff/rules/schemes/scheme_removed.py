"""A way to authorize is gone; which operations it concerns, they tell."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Finding
from specwright.diff.effects import removed
from specwright.diff.pairs import SchemePair
from specwright.diff.ruling import always, rule
from specwright.python.schemes import parameters_of

__all__ = ["RULE"]


def _look(pair: SchemePair) -> Iterator[Finding]:
    if pair.gone:
        name = parameters_of((pair.gone,)).get(pair.gone.name, "")
        is_gone = name and name not in parameters_of(pair.sides.new.api.schemes).values()
        yield Finding(f"{pair.place.start} is gone.", effect=removed(f"Client({name}=…)") if is_gone else NOTHING)


RULE = rule("scheme-removed", "a security scheme is gone", always("internal"), SchemePair, _look)
