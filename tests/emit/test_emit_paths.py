"""Paths that could leave the output folder, or that not every system can check out, are refused at the start."""

from pathlib import Path

import pytest

from specwright.emit import Inputs, check, write
from specwright.problems import Refused


def codes(root: Path, *paths: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        write(root, dict.fromkeys(paths, b""), Inputs(), shown="out")
    assert not root.exists()
    assert all(problem.origin.file == "out" and problem.message.isprintable() for problem in refused.value.problems)
    return [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize(
    "path",
    [
        "", "/etc/passwd", "..", "../x", "a/../../x", "a/..", ".", "./a",
        "a//b", "a/", "\\a", "a\\b", "C:", "C:/x", "a:b", "a\0", "a\nb", "\x7f",
        "\ud800", "con", "CON",
        "aux.py", "a/nul", "Com1.md", "lpt9", "COM¹", "conin$", "a.", "a ", "a./b", "x" * 256, "é" * 128,
        "a?", "a*", "<a", 'a"',
    ],
)  # fmt: skip
def test_an_unsafe_path_is_refused(tmp_path: Path, path: str) -> None:
    assert codes(tmp_path / "out", "fine", path) == ["unsafe-path"]


@pytest.mark.parametrize(
    "path",
    [
        ".github/x",
        "a..b",
        "...x",
        "con_/x",
        "console.py",
        "com.py",
        "com10",
        "-rf",
        "~x",
        "a b",
        "ü/ß.md",
        "x" * 255,
        "$HOME",
        "%2e%2e/x",
    ],
)
def test_an_unusual_path_is_written(tmp_path: Path, path: str) -> None:
    write(tmp_path / "out", {path: b"1"}, Inputs(), shown="out")
    assert (tmp_path / "out" / path).read_bytes() == b"1"


@pytest.mark.parametrize(
    "paths",
    [
        ("A", "a"),
        ("d/x", "D/y"),
        ("straße", "STRASSE"),
        ("\u00e9", "e\u0301"),
        ("a", "a/b"),
        ("a", "A/b"),
        ("Manifest.json",),
        ("manifest.json/x",),
    ],
)
def test_paths_that_are_one_file_somewhere_are_refused(tmp_path: Path, paths: tuple[str, ...]) -> None:
    assert codes(tmp_path / "out", *paths) == ["path-clash"]


def test_the_manifest_is_not_a_file_of_the_caller(tmp_path: Path) -> None:
    assert codes(tmp_path / "out", "manifest.json") == ["path-clash"]


def test_every_path_is_told_at_once(tmp_path: Path) -> None:
    assert codes(tmp_path / "out", "../a", "/b", "C", "c") == ["unsafe-path", "unsafe-path", "path-clash"]


def test_check_refuses_what_write_refuses(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be written"):
        check(tmp_path, {"../a": b""}, Inputs(), shown="out")
