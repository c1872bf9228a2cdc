"""Every folder of `tests/cases/compare` is two sides, `old` and `new`, and what each style prints of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff_projects import diff

from trees import ROOT

CASES = sorted((ROOT / "tests" / "cases" / "compare").iterdir())
STYLES = ("text", "json", "markdown", "github")
UPDATE = "pytest -n0 tests/diff/test_diff_outputs.py --update"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_each_style_prints_what_is_expected(case: Path, monkeypatch: pytest.MonkeyPatch, *, update: bool) -> None:
    monkeypatch.chdir(case)
    # Warnings are of the sides and not of a style.
    code, _, err = diff("old", "new")
    found = {style: diff("old", "new", "--format", style, "--ids")[1] for style in STYLES}
    found["stderr"] = f"{err}exit {code}\n"
    if update:
        for style, text in found.items():
            (case / f"expected.{style}").write_text(text)
    expected = {style: (case / f"expected.{style}").read_text() for style in found}
    assert found == expected, f"if this is right: {UPDATE}"


def test_the_styles_tell_the_same_changes() -> None:
    for case in CASES:
        ids = {each["id"] for each in json.loads((case / "expected.json").read_text())["changes"]}
        text = (case / "expected.text").read_text()
        assert {line.strip().removeprefix("id ") for line in text.splitlines() if line.strip().startswith("id ")} == {
            "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in each)
            for each in ids
        }
