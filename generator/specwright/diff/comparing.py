"""Comparing: rules looked up for every pair.

In: two versions. Out: `Change`s, the gravest first, then by place.
"""

from __future__ import annotations

from specwright.diff.changes import Change, Finding, Level
from specwright.diff.pairs import Pair
from specwright.diff.rules import RULES
from specwright.diff.ruling import Rule
from specwright.diff.walking import walk
from specwright.sdk import Version

__all__ = ["compare"]

_ORDER: tuple[Level, ...] = ("breaking", "additive", "docs", "internal")


def compare(old: Version, new: Version) -> tuple[Change, ...]:
    """Everything that changed from one version to the other."""
    by_kind: dict[type[object], list[Rule]] = {}
    for each in RULES:
        by_kind.setdefault(each.about, []).append(each)
    found = {
        (change.id, change.sentence): change
        for pair, operations in walk(old, new)
        for each in by_kind.get(type(pair), ())
        for finding in each.look(pair)
        if (change := _change(each, pair, finding, operations))
    }
    return tuple(sorted(found.values(), key=lambda each: (_ORDER.index(each.level), each.place, each.rule, each.id)))


def _change(rule: Rule, pair: Pair, finding: Finding, operations: tuple[str, ...]) -> Change:
    return Change(
        rule=rule.code,
        level=rule.levels.of(pair.direction),
        place=pair.place.key,
        where=pair.place.text,
        direction=pair.direction,
        what=finding.what,
        sentence=finding.sentence,
        effect=finding.effect,
        old=pair.at[0],
        new=pair.at[1],
        operations=operations,
    )
