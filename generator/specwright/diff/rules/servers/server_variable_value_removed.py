"""A part of an address may be fewer things."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import variables_of
from specwright.diff.pairs import ServerPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import known_by, listed_or, shown

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    old, new = variables_of(pair)
    for name in sorted(old.keys() & new.keys()):
        values = sorted(set(old[name].values) - set(new[name].values)) if new[name].values else []
        if values or (new[name].values and not old[name].values):
            told = listed_or(shown(each) for each in new[name].values)
            sentence = f"The variable {code(name)} of {pair.place.text} may be nothing but {told} now."
            yield Finding(sentence, f"{name} {known_by(values)}".strip())


RULE = rule(
    "server-variable-value-removed", "a part of an address may be fewer things", always("breaking"), ServerPair, _look
)
