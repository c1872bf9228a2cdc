"""Each folder of `cases/diff` is one topic: two documents, and what changed from one to the other and back."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from diff_versions import SIDES, both_ways, version_of, versions_in

from specwright.diff import compare
from specwright.diff.rules import RULES
from specwright.diff.ruling import Rule
from specwright.load import load
from test_determinism import shuffled
from trees import ROOT

FOLDER = ROOT / "tests" / "cases" / "diff"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
EXPECTED = "expected.json"


def expected_of(case: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads((case / EXPECTED).read_text())
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_two_documents_differ_in_exactly_this(case: Path, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    told = both_ways(*versions_in(case))
    if update:
        (case / EXPECTED).write_text(told)
    again = "if this is meant: pytest tests/diff/test_diff_cases.py --update"
    assert told == (case / EXPECTED).read_text(), again


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_two_changes_of_a_case_are_never_known_by_one_name(case: Path) -> None:
    for changes in expected_of(case).values():
        names = [change["id"] for change in changes]
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_order_that_means_nothing_is_no_change(case: Path, side: str, tmp_path: Path) -> None:
    copy = tmp_path / case.name
    shutil.copytree(case, copy)
    before = versions_in(copy) if (case / "specwright.toml").exists() else None
    document = copy / f"{side}.yaml"
    old = before[SIDES.index(side)] if before else version_of(document)
    document.write_text(json.dumps(shuffled(load(document, document.name).data, random.Random(1))))
    new = versions_in(copy)[SIDES.index(side)] if before else version_of(document)
    assert compare(old, new) == ()


def told_by(code: str) -> set[str]:
    """The directions in which cases show a rule."""
    shown = (change for case in CASES for told in expected_of(case).values() for change in told)
    mine = [change["id"].split() for change in shown if change["id"].split()[0] == code]
    return {next((word for word in words if word in ("request", "response")), "") for words in mine}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_case_shows_what_a_rule_finds_each_way_that_it_travels(rule: Rule) -> None:
    assert told_by(rule.code) >= ({"request", "response"} if rule.levels.is_turned else {""})


def test_rules_are_known_by_their_codes() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
