"""A part of an address may be more things."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import variables_of
from specwright.diff.pairs import ServerPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import known_by, listed, shown

__all__ = ["RULE"]


def _look(pair: ServerPair) -> Iterator[Finding]:
    old, new = variables_of(pair)
    for name in sorted(old.keys() & new.keys()):
        values = sorted(set(new[name].values) - set(old[name].values)) if old[name].values else []
        if values or (old[name].values and not new[name].values):
            told = listed(shown(each) for each in values) if values else "anything"
            sentence = f"The variable {code(name)} of {pair.place.text} may be {told} now."
            yield Finding(sentence, f"{name} {known_by(values)}".strip())


RULE = rule(
    "server-variable-value-added", "a part of an address may be more things", always("additive"), ServerPair, _look
)
