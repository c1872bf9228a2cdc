"""Files of the user's: whole or as they were, whatever stands in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from freshness.projects import make_project
from specwright.cli import main
from specwright.problems import Refused
from specwright.saved import save_file


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_link_stays_a_link_and_a_mode_stays_as_it_is(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept", tmp_path / "link"
    kept.write_bytes(b"old")
    kept.chmod(0o640)
    link.symlink_to("kept")
    save_file(link, b"new", "link")
    assert (link.is_symlink(), kept.read_bytes(), kept.stat().st_mode & 0o777) == (True, b"new", 0o640)


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    save_file(tmp_path / "a" / "b" / "file", b"new", "a/b/file")
    assert (tmp_path / "a" / "b" / "file").read_bytes() == b"new"


@pytest.mark.parametrize(("where", "step"), [(os, "fsync"), (Path, "replace")], ids=["write", "replace"])
def test_what_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: object, step: str
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(where, step, no_room)
    with pytest.raises(Refused) as refused:
        save_file(tmp_path / "file", b"new", "the file")
    [problem] = refused.value.problems
    assert (problem.origin.file, problem.message) == ("the file", "cannot be written: No space left on device.")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"old")]


def test_a_ledger_that_cannot_be_written_is_told_as_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_project(tmp_path))
    monkeypatch.setattr(Path, "replace", no_room)
    result = CliRunner().invoke(main, ["names", "pin"], catch_exceptions=False)
    assert result.exit_code == 1
    assert result.stderr.startswith("specwright.names.toml: unwritable: cannot be written: No space left on device.")
    assert not (tmp_path / "specwright.names.toml").exists()
