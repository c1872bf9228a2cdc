"""Updates, one folder each: `before/` and `after/` are what the publisher has, `project/` is what stands beside them.

In: `tests/cases/updates/<topic>/`. Out: `expected/`: the report, for some in each style, and `sources.toml`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from vendored import run

from trees import ROOT, as_text, tree_of, write_tree

CASES = sorted((ROOT / "tests" / "cases" / "updates").iterdir())
STYLES = {"text": "txt", "json": "json", "markdown": "md", "github": "github.txt"}
IN_EACH_STYLE = ("breaking", "dead-overlay")
DAY = ("--retrieved", "2026-02-01")


def added(case: Path, folder: Path) -> None:
    """A project with the document as it was before, which the publisher has changed since."""
    shutil.copytree(case / "project", folder, dirs_exist_ok=True)
    shutil.copytree(case / "before", folder / "upstream")
    code, _, err = run("add", "upstream/shop.yaml", "--license", "MIT", "--retrieved", "2026-01-01")
    assert code == 0, err
    shutil.rmtree(folder / "upstream")
    shutil.copytree(case / "after", folder / "upstream")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_update_is_told_as_expected(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    added(case, tmp_path)
    before = tree_of(tmp_path)
    actual: dict[str, bytes] = {}
    codes: set[int] = set()
    for style, suffix in STYLES.items() if case.name in IN_EACH_STYLE else [("text", "txt")]:
        code, out, _ = run("update", "--dry-run", "--format", style, *DAY)
        actual[f"report.{suffix}"] = out.encode()
        codes.add(code)
    assert tree_of(tmp_path) == before
    assert len(codes) == 1
    code, out, err = run("update", *DAY)
    assert (out.encode(), {code}) == (actual["report.txt"], codes)
    actual["messages.txt"] = f"{err}exit {code}\n".encode()
    specs = tree_of(tmp_path / "specs")
    actual["sources.toml"] = specs.pop("sources.toml")
    upstream = tree_of(tmp_path / "upstream")
    assert {name: specs[name] for name in specs if not name.endswith(".overlay.yaml")} == upstream
    assert run("verify")[0] == 0
    assert run("update", *DAY) == (0, "", "specs/shop.yaml is as it was.\n")
    if update:
        write_tree(case / "expected", actual)
    assert as_text(actual) == as_text(tree_of(case / "expected"))
