"""What a scheme says of its scopes reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.members import flows_of, scopes_of
from specwright.diff.pairs import SchemePair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import known_by, listed, number

__all__ = ["RULE"]


def _look(pair: SchemePair) -> Iterator[Finding]:
    old, new = (scopes_of(flows) for flows in flows_of(pair))
    names = [name for name in sorted(old.keys() & new.keys()) if old[name] != new[name]]
    if names:
        told = f"of the {number(len(names), 'scope')} {listed(names)}"
        yield Finding(f"What {pair.place.text} says {told} reads differently.", known_by(names), documented())


RULE = rule("scope-described", "the description of a scope changed", always("docs"), SchemePair, _look)
