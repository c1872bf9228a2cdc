"""A scheme declares more scopes; what operations ask for, they tell."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.members import flows_of, scopes_of
from specwright.diff.pairs import SchemePair
from specwright.diff.ruling import always, rule
from specwright.diff.wording import known_by, listed, number

__all__ = ["RULE"]


def _look(pair: SchemePair) -> Iterator[Finding]:
    old, new = (scopes_of(flows) for flows in flows_of(pair))
    names = sorted(new.keys() - old.keys())
    if names and pair.both:
        yield Finding(
            f"{pair.place.start} declares the {number(len(names), 'scope')} {listed(names)}.", known_by(names)
        )


RULE = rule("scope-declared", "a scheme declares more scopes", always("docs"), SchemePair, _look)
