"""Files that the output did not make: they survive, are adopted, or are refused; they are never lost."""

import os
import socket
import stat
from pathlib import Path

import pytest

from specwright.emit import Inputs, Written, write
from specwright.emit.staging import _create  # pyright: ignore[reportPrivateUsage]
from specwright.problems import Origin, Problem, Refused

INPUTS = Inputs((("spec pets.yaml", "1"),))


def put(root: Path, *, shown: str = "out", **files: str) -> Written:
    return write(root, {path: content.encode() for path, content in files.items()}, INPUTS, shown=shown)


def listing(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def refusal(root: Path, **files: str) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        put(root, **files)
    return refused.value.problems


def places(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.code, problem.origin.file) for problem in problems]


def test_what_is_somebody_elses_survives_with_its_inode(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, **{"p/x": "1"})
    (root / "p/notes").write_text("mine")
    (root / "empty/deep").mkdir(parents=True)
    (root / "broken").symlink_to("nowhere/at all")
    (root / "folder").symlink_to(tmp_path, target_is_directory=True)
    (root / "locked").mkdir()
    (root / "locked/notes").write_text("mine")
    (root / "locked").chmod(0o555)
    (root / "p/notes").chmod(0o400)
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        old = Path.cwd()
        os.chdir(root)  # the name of a socket is at most 107 bytes long
        server.bind("socket")
        os.chdir(old)
        kept = ["broken", "locked/notes", "p/notes", "pipe", "socket"]
        before = {path: (root / path).lstat() for path in kept}
        put(root, **{"p/x": "2"})
    after = {path: (root / path).lstat() for path in kept}
    linked = ["locked/notes", "p/notes", "pipe", "socket"]
    assert [after[path].st_ino for path in linked] == [before[path].st_ino for path in linked]
    assert {path: (after[path].st_mode, after[path].st_mtime_ns) for path in kept} == {
        path: (before[path].st_mode, before[path].st_mtime_ns) for path in kept
    }
    assert str((root / "broken").readlink()) == "nowhere/at all"
    assert str((root / "folder").readlink()) == str(tmp_path)
    assert (root / "empty/deep").is_dir()
    assert stat.S_IMODE((root / "locked").stat().st_mode) == 0o555
    assert (root / "p/notes").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_emptied_by_pruning_goes_and_one_with_somebodys_file_stays(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, **{"a/x": "1", "b/x": "1", "keep": "1"})
    (root / "b/notes").write_text("mine")
    put(root, keep="1")
    assert listing(root) == ["b", "b/notes", "keep", "manifest.json"]


def test_an_equal_file_that_no_manifest_lists_is_adopted(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, a="1", b="1")
    (root / "manifest.json").unlink()
    assert put(root, a="1", b="1") == Written(("manifest.json",), (), (), ("a", "b"))
    assert put(root, a="2") == Written((), ("a", "manifest.json"), ("b",), ())


def test_every_file_in_the_way_is_refused_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, ours="1")
    (root / "file").write_text("mine")
    (root / "link").symlink_to("ours")
    (root / "folder").mkdir()
    (root / "folder/notes").write_text("mine")
    (root / "p").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (root / "q").symlink_to(tmp_path / "elsewhere")
    before = listing(tmp_path)
    files = {"file": "1", "folder": "1", "link": "1", "ours": "2", "p/x": "1", "q/x": "1", "q/y": "1"}
    problems = refusal(root, **files)
    assert places(problems) == [("foreign-file", f"out/{name}") for name in ("file", "folder", "link", "p", "q")]
    assert problems[0] == Problem(
        "foreign-file",
        Origin("out/file"),
        "a file of the output belongs here, but what lies here was not written by specwright.",
        hint="Move it away or remove it, then run again.",
    )
    assert listing(tmp_path) == before
    assert (root / "ours").read_text() == "1"


def test_a_file_of_ours_that_became_a_link_is_replaced_and_its_target_left(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, a="1")
    (tmp_path / "target").write_text("1")
    (root / "a").unlink()
    (root / "a").symlink_to(tmp_path / "target")
    put(root, a="2")
    assert ((root / "a").is_symlink(), (root / "a").read_text(), (tmp_path / "target").read_text()) == (False, "2", "1")


def test_somebodys_file_that_cannot_be_linked_is_refused_and_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "out"
    put(root, **{"p/x": "1"})
    (root / "p/notes").write_text("mine")

    def unlinkable(old: Path, new: Path, **options: bool) -> None:
        raise PermissionError(1, "Operation not permitted", str(old))

    monkeypatch.setattr(os, "link", unlinkable)
    assert places(refusal(root, **{"p/x": "2"})) == [("output-unwritable", "out/p/notes")]
    assert listing(tmp_path) == ["out", "out/manifest.json", "out/p", "out/p/notes", "out/p/x"]


def test_a_file_is_never_written_through_a_name_that_is_taken(tmp_path: Path) -> None:
    # Where case is not told apart, a linked file of somebody's can already have the name of ours.
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(FileExistsError):
        _create(tmp_path / "notes", b"ours")
    assert (tmp_path / "notes").read_text() == "mine"
