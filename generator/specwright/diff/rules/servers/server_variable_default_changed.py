"""A part of an address has another default."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.members import variables_of
from specwright.diff.pairs import ServerPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import was_and_is

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    old, new = variables_of(pair)
    for name in sorted(old.keys() & new.keys()):
        was, now = old[name].default, new[name].default
        if was != now:
            effect = behaviour("A client that does not choose it calls another address.", breaks=True)
            yield Finding(
                f"The default of the variable {code(name)} of {pair.place.text} {was_and_is(was, now)}.", name, effect
            )


RULE = rule(
    "server-variable-default-changed", "a part of an address has another default", always("breaking"), ServerPair, _look
)
