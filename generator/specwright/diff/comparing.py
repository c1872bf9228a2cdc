"""Comparing: rules looked up for every pair.

In: two versions. Out: `Change`s, the gravest first, then by place.

Why a change has a direction only where its rule cares: of what reads differently, or is gone either way, nobody wants
to read twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from specwright.diff.changes import Change, Finding, Level
from specwright.diff.pairs import Pair
from specwright.diff.rules import RULES
from specwright.diff.ruling import Rule
from specwright.diff.walking import walk
from specwright.sdk import Version

__all__ = ["compare", "in_order"]

_ORDER: tuple[Level, ...] = ("breaking", "additive", "docs", "internal")


def compare(old: Version, new: Version) -> tuple[Change, ...]:
    """Everything that changed from one version to the other."""
    by_kind: dict[type[object], list[Rule]] = {}
    for one, kind in ((each, kind) for each in RULES for kind in each.about):
        by_kind.setdefault(kind, []).append(one)
    found: dict[tuple[str, str], Change] = {}
    for pair, operations in walk(old, new):
        for each in by_kind.get(type(pair), ()):
            for finding in each.look(pair):
                change = _change(each, pair, finding, operations)
                known = found.get((change.id, change.sentence))
                found[change.id, change.sentence] = _united(known, change) if known else change
    return in_order(found.values())


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The gravest first, then by place."""
    return tuple(sorted(changes, key=lambda each: (_ORDER.index(each.level), each.place, each.rule, each.id)))


def _united(one: Change, other: Change) -> Change:
    """One change that was found both ways."""
    return replace(one, operations=tuple(sorted({*one.operations, *other.operations})))


def _change(rule: Rule, pair: Pair, finding: Finding, operations: tuple[str, ...]) -> Change:
    return Change(
        rule=rule.code,
        level=rule.levels.of(pair.direction),
        place=pair.place.key,
        where=pair.place.text,
        direction=pair.direction if rule.levels.is_turned else "",
        what=finding.what,
        sentence=finding.sentence,
        effect=finding.effect,
        old=pair.at[0],
        new=pair.at[1],
        operations=operations,
    )
