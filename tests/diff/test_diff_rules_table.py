"""The table of rules beside oasdiff's checks says what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from specwright.diff.rules import RULES
from trees import ROOT

SECTION = (
    (ROOT / "benchmarks" / "README.md")
    .read_text()
    .partition("## Rules beside oasdiff's checks")[2]
    .partition("\n## ")[0]
)
ROWS = [line.split(" | ") for line in SECTION.splitlines() if line.startswith("| `")]
CODES = [rule.code for rule in RULES]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def spelled_out(name: str) -> Iterator[str]:
    """Every check that a name with braces stands for."""
    parts = re.split(r"\{([^{}]*)\}", name)
    yield from ("".join(each) for each in product(*(part.split(",") for part in parts)))


CHECKS = [check for row in ROWS for name in quoted(row[0]) for check in spelled_out(name)]
NAMED = {code for row in ROWS for code in quoted(row[1])}


def test_no_check_is_in_two_rows() -> None:
    assert sorted(CHECKS) == sorted(set(CHECKS))


def test_the_table_names_no_rule_that_is_not_there() -> None:
    assert NAMED - set(CODES) == set()


def test_every_rule_is_in_the_table_or_among_those_without_a_check() -> None:
    without = re.search(r"Rules without a check of theirs, (\d+): (.*)\.\n", SECTION)
    assert without
    assert quoted(without[2]) == [code for code in CODES if code not in NAMED]
    assert int(without[1]) == len(quoted(without[2]))


def test_the_numbers_above_the_table_are_those_of_the_table() -> None:
    covered = [check for row in ROWS if quoted(row[1]) for name in quoted(row[0]) for check in spelled_out(name)]
    told = re.search(
        r"Of its (\d+) checks (\d+) are covered by (\d+) of the (\d+) rules here, and (\d+) are not", SECTION
    )
    assert told
    numbers = [len(CHECKS), len(covered), len(NAMED), len(CODES), len(CHECKS) - len(covered)]
    assert [int(number) for number in told.groups()] == numbers


def test_what_is_not_covered_has_a_reason() -> None:
    assert [row[0] for row in ROWS if not quoted(row[1]) and not row[2].strip(" |")] == []
