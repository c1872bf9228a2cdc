"""Runs, and people, that write to one output at the same time."""

import ctypes
import errno
import os
import threading
import time
from pathlib import Path

import pytest

from specwright.emit import Inputs, Written, is_fresh, read_manifest, write
from specwright.emit.manifest import Manifest
from specwright.emit.staging import stage
from specwright.emit.swapping import swap
from specwright.emit.workspace import workspace_of
from specwright.problems import Refused

INPUTS = Inputs((("spec pets.yaml", "1"),))


def put(root: Path, *, shown: str = "out", **files: str) -> Written:
    return write(root, {path: content.encode() for path, content in files.items()}, INPUTS, shown=shown)


def listing(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def cannot(staged: Path, root: Path) -> bool:
    """An exchange where the file system knows none."""
    return False


@pytest.mark.parametrize("exchanging", [True, False])
def test_a_file_that_appears_while_a_run_is_under_way_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanging: bool
) -> None:
    root = tmp_path / "out"
    put(root, **{"p/x": "1"})
    (root / "notes").write_text("mine")

    def late(staged: Path, place: Path, aside: Path) -> None:
        (place / "p/late").write_text("late")
        (place / "notes.new").write_text("mine, changed")
        (place / "notes.new").rename(place / "notes")  # as editors save
        os.utime(place / "notes", ns=(4 * 10**18, 4 * 10**18))
        swap(staged, place, aside)

    monkeypatch.setattr("specwright.emit.writing.swap", late)
    if not exchanging:
        monkeypatch.setattr("specwright.emit.swapping._exchange", cannot)
    put(root, **{"p/x": "2"})
    assert listing(root) == ["manifest.json", "notes", "p", "p/late", "p/x"]
    assert ((root / "notes").read_text(), (root / "p/x").read_text()) == ("mine, changed", "2")


def test_what_a_killed_run_left_never_takes_the_place_of_something_newer(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, a="1")
    (root / "notes").write_text("newer")
    inode = root.stat().st_ino
    left = workspace_of(root) / "aside"
    left.mkdir(parents=True)
    (left / "notes").write_text("older")
    os.utime(left / "notes", ns=(10**18, 10**18))
    put(root, a="1")
    assert (root / "notes").read_text() == "newer"
    assert root.stat().st_ino == inode
    assert listing(tmp_path) == ["out", "out/a", "out/manifest.json", "out/notes"]


def test_two_runs_at_once_leave_the_output_of_one_of_them(tmp_path: Path) -> None:
    root = tmp_path / "out"
    outputs = [{f"{name}/{number}": name * 10 for number in range(60)} for name in "abcd"]
    failures: list[BaseException] = []

    def run(files: dict[str, str]) -> None:
        try:
            for _ in range(5):
                put(root, **files)
        except BaseException as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=run, args=(files,)) for files in outputs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert is_fresh(root, INPUTS)
    found = {str(path.relative_to(root)): path.read_text() for path in root.rglob("*/*")}
    assert found in outputs
    assert listing(tmp_path) == ["out", *(f"out/{path}" for path in listing(root))]


def test_an_output_exchanged_while_it_is_looked_at_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "out", a="1")
    seen = [None]  # what a look at the moment before the other run's manifest came would see

    def early(root: Path, *, shown: str) -> Manifest | None:
        return seen.pop() if seen else read_manifest(root, shown=shown)

    monkeypatch.setattr("specwright.emit.writing.read_manifest", early)
    put(tmp_path / "out", a="2")
    assert (tmp_path / "out/a").read_text() == "2"


def test_a_run_waits_for_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, order = tmp_path / "out", list[str]()

    def slow(*details: object) -> None:
        order.append("in")
        time.sleep(0.1)
        stage(*details)  # type: ignore[arg-type]
        order.append("out")

    monkeypatch.setattr("specwright.emit.writing.stage", slow)
    threads = [threading.Thread(target=put, args=(root,), kwargs={"a": name}) for name in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert order == ["in", "out"] * 3


def test_a_run_goes_on_when_the_one_it_saw_has_just_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, opened, open_folder = tmp_path / "out", list[Path](), os.open

    def gone_at_first(path: Path, flags: int, mode: int = 0o777) -> int:
        if path == workspace_of(root):
            opened.append(path)
            if len(opened) == 1:
                path.rmdir()
        return open_folder(path, flags, mode)

    monkeypatch.setattr(os, "open", gone_at_first)
    put(root, a="1")
    assert (len(opened), listing(root)) == (2, ["a", "manifest.json"])


class SystemWithoutExchange:
    """The C library of a system whose call always fails."""

    def __init__(self, name: None, *, use_errno: bool) -> None:
        assert use_errno

    def renameat2(self, *details: object) -> int:
        return -1


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_a_file_system_that_cannot_exchange_folders_is_written_by_renaming(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    put(tmp_path / "out", a="1")
    monkeypatch.setattr(ctypes, "CDLL", SystemWithoutExchange)
    monkeypatch.setattr(ctypes, "get_errno", lambda: code)
    put(tmp_path / "out", a="2")
    assert (tmp_path / "out/a").read_text() == "2"
    assert listing(tmp_path) == ["out", "out/a", "out/manifest.json"]


def test_an_exchange_that_is_not_allowed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "out", a="1")
    monkeypatch.setattr(ctypes, "CDLL", SystemWithoutExchange)
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EXDEV)
    with pytest.raises(Refused) as refused:
        put(tmp_path / "out", a="2")
    assert [(problem.code, problem.origin.file) for problem in refused.value.problems] == [("output-unwritable", "out")]
    assert listing(tmp_path) == ["out", "out/a", "out/manifest.json"]


def test_what_is_not_ours_in_the_workspace_is_refused_and_left(tmp_path: Path) -> None:
    root = tmp_path / "out"
    workspace_of(root).mkdir()
    (workspace_of(root) / "thesis.txt").write_text("mine")
    with pytest.raises(Refused) as refused:
        put(root, a="1")
    (problem,) = refused.value.problems
    assert (problem.code, problem.origin.file) == ("output-unwritable", ".out.specwright")
    assert (workspace_of(root) / "thesis.txt").read_text() == "mine"
