"""Judging: what the configuration makes of changes.

In: `DiffRules`, and changes. Out: the changes at their configured levels, and the reasons why some are accepted.

A configured level is the last word: what is `additive` by it breaks nobody here, whatever it does to the SDK. What is
accepted keeps its level, and counts for the number of the next release: it fails no run, but users meet it all the
same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from specwright.diff.changes import Change, Level
from specwright.diff.packages import PACKAGE_CODES
from specwright.diff.rules import RULES
from specwright.problems import Problem, Refused
from specwright.rules import Accepted, DiffRules, LevelRule

__all__ = ["accepted", "judged", "refuse_unknown", "unmatched"]


def judged(change: Change, rules: DiffRules) -> Change:
    """The change at its configured level; the last table of a code counts."""
    level = next((found for each in reversed(rules.levels) if (found := _level(each, change))), None)
    if level is None:
        return change
    effect = change.effect if level == "breaking" else replace(change.effect, breaks=False)
    return replace(change, level=level, effect=effect)


def accepted(change: Change, rules: DiffRules) -> str:
    """Why a change is no trouble; empty where nobody said so."""
    return next((each.reason for each in rules.accepted if each.id == change.id), "")


def refuse_unknown(rules: DiffRules) -> None:
    """Refuse what is said of rules that there are not."""
    known = (*PACKAGE_CODES, *(rule.code for rule in RULES))
    told: list[tuple[LevelRule | Accepted, str, str]] = [(each, each.code, "code") for each in rules.levels]
    told += [(each, each.id.partition(" ")[0], "id") for each in rules.accepted]
    hint = "`specwright diff --rules` lists them."
    problems = [
        Problem("config-diff", each.origin, f'"{code}" of "{key}" is no rule.', hint, position=each.position)
        for each, code, key in told
        if code not in known
    ]
    turned = {rule.code for rule in RULES if rule.levels.is_turned}
    for each in rules.levels:
        if each.code in known and each.code not in turned and each.other is None:
            message = f'"{each.code}" is the same in requests and in answers.'
            problems.append(Problem("config-diff", each.origin, message, 'Write "level".', position=each.position))
    if problems:
        raise Refused(problems)


def unmatched(rules: DiffRules, changes: Iterable[Change]) -> Iterator[Problem]:
    """What is accepted and did not happen; a warning, for another comparison may have it."""
    found = {change.id for change in changes}
    for each in rules.accepted:
        if each.id not in found:
            message, hint = f'nothing changed that is "{each.id}".', "Remove it once the change is released."
            yield Problem("diff-accept-unused", each.origin, message, hint, "warning", each.position)


def _level(rule: LevelRule, change: Change) -> Level | None:
    if rule.code != change.rule:
        return None
    match change.direction:
        case "request":
            return rule.request
        case "response":
            return rule.response
        case "":
            return rule.other
