"""What git knows of the output: `--fail-on untracked`, and `--fail-on changed` that says what to add."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from specwright.cli import main

CONFIG = 'output = "made"\n\n[[sdk]]\nname = "shop"\nspecs = ["specs/*.yaml"]\n'
SPEC = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /items:
    get: {summary: All items, responses: {'204': {description: Nothing.}}}
"""
ITEMS = "made/python/shop/src/shop/resources/items.py"


def git(*arguments: str) -> str:
    settings = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *settings, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose output is up to date and committed, as the working folder."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specwright.toml").write_text(CONFIG)
    (tmp_path / "specs" / "shop.yaml").write_text(SPEC)
    monkeypatch.chdir(tmp_path)
    assert run("generate")[0] == 0
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "All of it")
    return tmp_path


def test_an_output_that_git_knows_is_good(project: Path) -> None:
    assert run("check", "--fail-on", "untracked") == (0, "", "made is up to date.\n")
    assert run("generate", "--fail-on", "changed", "--fail-on", "untracked") == (0, "", "made is up to date.\n")


@pytest.mark.parametrize("command", ["check", "generate"])
def test_a_file_that_git_does_not_know_is_told_with_the_command_that_adds_it(project: Path, command: str) -> None:
    git("rm", "-q", "--cached", ITEMS)
    told = f"made is up to date.\ngit does not know 1 file: {ITEMS}.\nRun `git add made`.\n"
    assert run(command, "--fail-on", "untracked") == (1, "", told)
    assert run(command) == (0, "", "made is up to date.\n")
    git("add", "made")
    assert run(command, "--fail-on", "untracked")[0] == 0


def test_the_names_ledger_is_a_file_that_runs_write_too(project: Path) -> None:
    assert run("names", "pin")[0] == 0
    assert run("generate")[0] == 0
    git("add", "made")
    code, _, err = run("check", "--fail-on", "untracked")
    told = "git does not know 1 file: specwright.names.toml.\nRun `git add made specwright.names.toml`.\n"
    assert (code, told in err) == (1, True), err
    git("add", ".")
    assert run("check", "--fail-on", "untracked")[0] == 0


def test_of_many_files_the_first_ones_are_told(project: Path) -> None:
    git("rm", "-q", "-r", "--cached", "made")
    code, _, err = run("check", "--fail-on", "untracked")
    assert code == 1
    assert "files: made/manifest.json, made/coverage.json, " in err
    assert err.partition("files: ")[2].partition(", ….\n")[0].count(", ") == 4


def test_an_output_that_differs_is_told_as_that_alone(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("All items", "Every item"))
    git("rm", "-q", "--cached", ITEMS)
    code, _, err = run("check", "--fail-on", "untracked")
    assert code == 1
    assert "git" not in err


def test_files_are_told_as_seen_from_here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("rm", "-q", "--cached", ITEMS)
    monkeypatch.chdir(project / "specs")
    code, _, err = run("check", "--fail-on", "untracked")
    assert (code, f"1 file: ../{ITEMS}.\nRun `git add ../made`.\n" in err) == (1, True)
    monkeypatch.chdir(project)
    git("add", "made")
    monkeypatch.chdir(project / "specs")
    assert run("check", "--fail-on", "untracked")[0] == 0


def test_a_run_that_changed_files_fails_once_and_says_what_to_add(project: Path) -> None:
    (project / "specs" / "shop.yaml").write_text(SPEC.replace("All items", "Every item"))
    code, out, err = run("generate", "--fail-on", "changed")
    assert (code, out) == (1, "")
    assert err.endswith("1 of 1 operation.\nRun `git add made`.\n")
    assert run("generate", "--fail-on", "changed") == (0, "", "made is up to date.\n")


def test_a_run_that_changed_nothing_is_good(project: Path) -> None:
    assert run("generate", "--no-cache", "--fail-on", "changed")[0] == 0


def test_a_folder_that_is_no_repository_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shop.yaml").write_text(SPEC)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, _, err = run("generate", "shop.yaml", "--fail-on", "untracked")
    assert (code, "needs the output in a git repository" in err) == (2, True)


def test_a_machine_without_git_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    code, _, err = run("check", "--fail-on", "untracked")
    assert (code, "needs git, which is not installed" in err) == (2, True)
