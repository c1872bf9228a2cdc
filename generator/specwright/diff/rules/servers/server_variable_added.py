"""A part of an address may be chosen."""

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
    for name in sorted(new.keys() - old.keys()):
        yield Finding(f"The variable {code(name)} of {pair.place.text} is new.", name)


RULE = rule("server-variable-added", "a part of an address may be chosen", always("additive"), ServerPair, _look)
