"""An OAuth 2.0 flow is gone."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import flows_of
from specwright.diff.pairs import SchemePair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: SchemePair) -> Iterator[Finding]:
    old, new = flows_of(pair)
    for kind in sorted(old.keys() - new.keys()):
        yield Finding(f"The flow {code(kind)} of {pair.place.text} is gone.", kind)


RULE = rule("flow-removed", "an OAuth flow is gone", always("breaking"), SchemePair, _look)
