"""Catalogue: the list of rules, as `specwright diff --rules` prints it.

In: the rules, and what the configuration makes of them. Out: a line for each: code, level by direction, meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.packages import PACKAGE_CODES
from specwright.diff.rules import RULES
from specwright.diff.ruling import Levels, always
from specwright.rules import DiffRules, LevelRule

__all__ = ["print_rules"]


def print_rules(rules: DiffRules) -> str:
    """Every rule in the order of the tables."""
    listed = tuple(_lines(rules))
    width = max(len(code) for code, _, _ in listed)
    levels = max(len(level) for _, level, _ in listed)
    return "".join(f"{code:{width}}  {level:{levels}}  {meaning}\n" for code, level, meaning in listed)


def _lines(rules: DiffRules) -> Iterator[tuple[str, str, str]]:
    own = ((code, meaning, always(level)) for code, (meaning, level) in PACKAGE_CODES.items())
    for code, meaning, levels in (*own, *((each.code, each.meaning, each.levels) for each in RULES)):
        configured = [each for each in rules.levels if each.code == code]
        reasons = "".join(f" [configured: {each.reason}]" for each in configured)
        yield code, _text(_configured(levels, configured)), f"{meaning}{reasons}"


def _configured(levels: Levels, rules: list[LevelRule]) -> Levels:
    for each in rules:
        levels = Levels(each.request or levels.request, each.response or levels.response, each.other or levels.other)
    return levels


def _text(levels: Levels) -> str:
    if levels.request == levels.response:
        return levels.request
    return f"request {levels.request}, response {levels.response}"
