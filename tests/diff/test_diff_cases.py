"""Each folder of `cases/diff` is one topic: two documents, and what changed from one to the other and back."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from diff_versions import SIDES, both_ways, version_of, versions_in

from specwright.config import CONFIG_NAME
from specwright.diff import compare
from specwright.diff.rules import RULES
from specwright.diff.ruling import Rule
from specwright.load import Json, load
from test_determinism import shuffled
from trees import ROOT

FOLDER = ROOT / "tests" / "cases" / "diff"
CASES = sorted(case for case in FOLDER.iterdir() if (case / "new.yaml").exists())
EXPECTED = "expected.json"
ONE_BY_ONE = [case for case in CASES if not (case / CONFIG_NAME).exists()]
WORDS = ("description", "example", "summary", "title")


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
@pytest.mark.parametrize("case", ONE_BY_ONE, ids=lambda case: case.name)
def test_an_order_that_means_nothing_is_no_change(case: Path, side: str, tmp_path: Path) -> None:
    document = tmp_path / f"{side}.yaml"
    shutil.copy(case / document.name, document)
    old = version_of(document)
    document.write_text(json.dumps(shuffled(load(document, document.name).data, random.Random(1))))
    assert compare(old, version_of(document)) == ()


@pytest.mark.parametrize("case", ONE_BY_ONE, ids=lambda case: case.name)
def test_other_words_are_a_change_of_the_documentation_alone(case: Path, tmp_path: Path) -> None:
    document = tmp_path / "new.yaml"
    shutil.copy(case / "new.yaml", document)
    old = version_of(document)
    document.write_text(json.dumps(reworded(load(document, document.name).data)))
    changes = compare(old, version_of(document))
    assert {(change.level, change.effect.breaks) for change in changes} == {("docs", False)}


def reworded(node: Json) -> Json:
    """The same document with every text for people in other words."""
    if isinstance(node, dict):
        return {
            name: f"{each}!" if name in WORDS and isinstance(each, str) else reworded(each)
            for name, each in node.items()
        }
    return [reworded(each) for each in node] if isinstance(node, list) else node


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
