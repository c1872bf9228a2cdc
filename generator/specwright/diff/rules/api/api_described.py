"""The title or the description of the API reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import ApiPair
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ApiPair) -> Iterator[Finding]:
    for member in ("title", "description") if pair.both else ():
        old, new = (getattr(side.api, member) for side in pair.both or ())
        if old != new:
            yield Finding(f"The {member} of {pair.place.text} reads differently.", member, documented())


RULE = rule("api-described", "the title or description of the API changed", always("docs"), ApiPair, _look)
