"""A part of an address cannot be chosen any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import variables_of
from specwright.diff.pairs import ServerPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    old, new = variables_of(pair)
    for name in sorted(old.keys() - new.keys()):
        yield Finding(f"The variable {code(name)} of {pair.place.text} is gone.", name)


RULE = rule("server-variable-removed", "a part of an address is fixed now", always("breaking"), ServerPair, _look)
