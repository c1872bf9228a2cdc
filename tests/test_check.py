"""`check` is the run without the write: it says what would change and why, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from specwright.cli import main
from trees import tree_of

CONFIG = '[[sdk]]\nname = "shop"\nspecs = ["specs/*.yaml"]\n'
SPEC = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /items:
    get: {summary: All items, responses: {'204': {description: Nothing.}}}
"""
ITEMS = "python/shop/src/shop/resources/items.py"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose output is up to date."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specwright.toml").write_text(CONFIG)
    (tmp_path / "specs" / "shop.yaml").write_text(SPEC)
    monkeypatch.chdir(tmp_path)
    assert run("generate")[0] == 0
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def drifts(out: str) -> dict[str, str]:
    """The cause of each difference, by path."""
    lines = [line for line in out.splitlines() if line.startswith("output/")]
    return {path.removeprefix("output/"): cause for path, _, cause in (line.partition(": ") for line in lines)}


def test_an_output_that_is_up_to_date_is_good(project: Path) -> None:
    assert run("check") == (0, "", "output is up to date.\n")


def test_a_changed_document_is_the_cause_of_what_it_changes(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("All items", "Every item"))
    before = tree_of(project)
    code, out, err = run("check")
    cause = "stale: specs/shop.yaml:5:5: /paths/~1items/get changed"
    assert code == 1
    found = drifts(out)
    assert found["manifest.json"] == "stale: spec specs/shop.yaml changed"
    assert set(found.values()) == {cause, found["manifest.json"]}
    assert {"manifest.json", ITEMS, "python/shop/README.md", "docs/en/items/list.md", "docs/llms.txt"} <= set(found)
    assert '-        """All items.' in out
    assert '+        """Every item.' in out
    assert err == f"{len(found)} files differ. Run `specwright generate`.\n"
    assert tree_of(project) == before


def test_an_edited_file_is_told_as_such(project: Path) -> None:
    with (project / "output" / ITEMS).open("a") as file:
        file.write("# mine\n")
    code, out, _ = run("check")
    assert (code, drifts(out)) == (1, {ITEMS: "edited: changed by hand since it was written"})
    assert "\n-# mine\n" in out


def test_line_ends_that_git_has_changed_are_no_edit(project: Path) -> None:
    for path in (project / "output").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    code, out, err = run("check")
    assert (code, set(drifts(out).values())) == (1, {"edited: only its line ends differ"})
    assert len(drifts(out)) == len(out.splitlines())
    remedy = "Put these lines into .gitattributes, commit it, and clone again: `specs/** -text`, `output/** -text`."
    assert err.splitlines() == [
        f"git has changed line ends. {remedy}",
        f"{len(drifts(out))} files differ. Run `specwright generate`.",
    ]


def test_line_ends_and_an_edit_are_an_edit(project: Path) -> None:
    with (project / "output" / ITEMS).open("ab") as file:
        file.write(b"# mine\r\n")
    code, out, err = run("check")
    assert (code, drifts(out)) == (1, {ITEMS: "edited: changed by hand since it was written"})
    assert err == "1 file differs. Run `specwright generate`.\n"


def test_a_file_that_is_gone_is_told(project: Path) -> None:
    (project / "output" / ITEMS).unlink()
    code, out, _ = run("check")
    assert code == 1
    assert list(drifts(out)) == [ITEMS]
    assert '+"""Items: `list()`."""' in out


def test_a_file_that_nobody_makes_any_more_is_told(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("/items", "/goods"))
    code, out, _ = run("check")
    assert code == 1
    assert {ITEMS, ITEMS.replace("items", "goods")} <= set(drifts(out))


def test_a_changed_setting_is_a_cause(project: Path) -> None:
    (project / "specwright.toml").write_text(CONFIG + 'version = "2.0"\n')
    code, out, _ = run("check")
    assert code == 1
    assert drifts(out)["python/shop/pyproject.toml"] == "stale: specwright.toml:4:1: config shop.version changed"


def test_a_foreign_file_is_no_difference(project: Path) -> None:
    (project / "output" / "python" / "notes.txt").write_text("mine")
    assert run("check")[0] == 0


def test_an_output_that_is_not_there_differs(project: Path) -> None:
    code, out, err = run("check", "-o", "nowhere")
    assert (code, out) == (1, "")
    assert "there is no output yet" in err
    assert not (project / "nowhere").exists()


def test_after_a_run_nothing_differs(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("All items", "Every item"))
    assert run("check")[0] == 1
    assert run("generate")[0] == 0
    assert run("check") == (0, "", "output is up to date.\n")


def test_what_cannot_be_generated_cannot_be_checked(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("{description: Nothing.}", "{$ref: '#/gone'}"))
    code, out, err = run("check")
    assert (code, out) == (1, "")
    assert err.startswith("specs/shop.yaml:")


def test_a_run_of_one_target_leaves_the_others_alone(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("All items", "Every item"))
    before = tree_of(project / "output" / "python")
    assert run("generate", "--target", "docs")[0] == 0
    assert tree_of(project / "output" / "python") == before
    assert b"Every item" in (project / "output" / "docs" / "en" / "items" / "list.md").read_bytes()
    assert run("check", "--target", "docs")[0] == 0
    code, out, _ = run("check")
    assert (code, ITEMS in drifts(out)) == (1, True)
    assert run("generate")[0] == 0
    assert run("check") == (0, "", "output is up to date.\n")
