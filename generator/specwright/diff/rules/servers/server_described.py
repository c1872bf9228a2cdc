"""The description of an address or of a part of it reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.members import variables_of
from specwright.diff.pairs import ServerPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import reworded

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    yield from reworded(pair, "description")
    old, new = variables_of(pair)
    for name in sorted(old.keys() & new.keys()):
        if old[name].description != new[name].description:
            sentence = f"The description of the variable {code(name)} of {pair.place.text} reads differently."
            yield Finding(sentence, name, documented())


RULE = rule("server-described", "the description of an address changed", always("docs"), ServerPair, _look)
