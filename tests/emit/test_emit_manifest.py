"""The manifest: its bytes, what damages it, and what it tells about freshness."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from specwright.emit import Inputs, drift_causes, is_fresh, read_manifest, write
from specwright.emit.manifest import Manifest
from specwright.problems import Position, Refused

FILES = {"p/x.py": b"one\n", "b": b"", "a-b": b"\xff"}
INPUTS = Inputs((("config specwright.toml", "c0"), ("spec pets.yaml", "1"), ("tool ruff", "0.17.5")))


def test_the_manifest_lists_digests_in_order_and_nothing_of_the_machine(tmp_path: Path) -> None:
    write(tmp_path / "out", FILES, INPUTS, shown="out")
    assert (
        (tmp_path / "out/manifest.json").read_text()
        == """{
  "files": {
    "a-b": "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89",
    "b": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "p/x.py": "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806"
  },
  "format": 1,
  "inputs": {
    "config specwright.toml": "c0",
    "spec pets.yaml": "1",
    "tool ruff": "0.17.5"
  }
}
"""
    )


def test_the_manifest_is_read_back(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "out") is None
    write(tmp_path / "out", {"b": b""}, INPUTS, shown="out")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert read_manifest(tmp_path / "out") == Manifest((("b", empty),), INPUTS)


def test_inputs_are_sorted_and_named_once() -> None:
    with pytest.raises(AssertionError):
        Inputs((("b", "1"), ("a", "1")))
    with pytest.raises(AssertionError):
        Inputs((("a", "1"), ("a", "2")))


@pytest.mark.parametrize(
    ("content", "position"),
    [
        (b'{\n<<<<<<< ours\n  "files": {}\n', Position(2, 1)),
        (b"", Position(1, 1)),
        (b'{"\x80": 1}', None),
        (b"[" * 100_000, None),
        (b"[]", None),
        (b'{"name": "a browser extension"}', None),
        (b'{"files": {}, "format": 2, "inputs": {}}', None),
        (b'{"files": [], "format": 1, "inputs": {}}', None),
        (b'{"files": {"a": 1}, "format": 1, "inputs": {}}', None),
        (b'{"files": {"../a": "0"}, "format": 1, "inputs": {}}', None),
        (b'{"files": {"/etc/passwd": "0"}, "format": 1, "inputs": {}}', None),
    ],
)
def test_a_damaged_manifest_is_refused_and_nothing_is_written(
    tmp_path: Path, content: bytes, position: Position | None
) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(Refused) as refused:
        write(tmp_path, {"a": b"1"}, Inputs(), shown="out")
    (problem,) = refused.value.problems
    assert (problem.code, problem.origin.file, problem.position) == (
        "manifest-unreadable",
        "out/manifest.json",
        position,
    )
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    assert not is_fresh(tmp_path, Inputs())


def test_a_folder_named_as_the_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").mkdir()
    with pytest.raises(Refused, match="the manifest cannot be read: Is a directory"):
        write(tmp_path, {"a": b"1"}, Inputs(), shown="out")


def test_an_output_is_fresh_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path / "out", FILES, INPUTS, shown="out")
    (tmp_path / "link").symlink_to("out")
    (tmp_path / "out/notes").write_text("mine")
    assert is_fresh(tmp_path / "out", INPUTS)
    assert is_fresh(tmp_path / "link", INPUTS)


def test_a_killed_run_is_seen_through_a_link_to_the_output(tmp_path: Path) -> None:
    write(tmp_path / "real/out", FILES, INPUTS, shown="out")
    (tmp_path / "link").symlink_to("real/out")
    (tmp_path / "real/.out.specwright").mkdir()
    assert not is_fresh(tmp_path / "link", INPUTS)


def swap_for_a_link(out: Path) -> None:
    (out / "b").rename(out / "c")
    (out / "b").symlink_to("c")


def swap_for_a_folder(out: Path) -> None:
    (out / "b").unlink()
    (out / "b").mkdir()


def reformat(out: Path) -> None:
    (out / "manifest.json").write_bytes((out / "manifest.json").read_bytes() + b"\n")


SPOILERS: dict[str, Callable[[Path], object]] = {
    "a file removed": lambda out: (out / "b").unlink(),
    "a file edited": lambda out: (out / "b").write_bytes(b"x"),
    "no manifest": lambda out: (out / "manifest.json").unlink(),
    "a manifest edited": reformat,
    "a file moved": lambda out: (out / "p/x.py").rename(out / "x.py"),
    "a link for a file": swap_for_a_link,
    "a folder for a file": swap_for_a_folder,
    "a killed run": lambda out: (out.parent / ".out.specwright").mkdir(),
    "no output": lambda out: out.rename(out.parent / "elsewhere"),
}


@pytest.mark.parametrize("how", SPOILERS)
def test_an_output_is_not_fresh_once_anything_of_it_differs(tmp_path: Path, how: str) -> None:
    write(tmp_path / "out", FILES, INPUTS, shown="out")
    SPOILERS[how](tmp_path / "out")
    assert not is_fresh(tmp_path / "out", INPUTS)


def test_an_output_is_not_fresh_for_other_inputs(tmp_path: Path) -> None:
    write(tmp_path / "out", FILES, INPUTS, shown="out")
    assert not is_fresh(tmp_path / "out", Inputs(INPUTS.digests[:-1]))


def test_freshness_imports_nothing_heavy() -> None:
    script = (
        "import sys; from pathlib import Path; from specwright.emit import Inputs, is_fresh;"
        "is_fresh(Path('x'), Inputs());"
        "print(sorted({'ctypes', 'shutil', 'subprocess', 'tempfile', 'jinja2', 'yaml', 'click'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "generator")}
    # -S: packages that hook into every start of an interpreter would be counted as ours.
    done = subprocess.run(
        [sys.executable, "-S", "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_causes_name_each_input_that_differs() -> None:
    old = Inputs((("config specwright.toml", "1"), ("spec a.json", "1"), ("spec b.json", "1"), ("tool ruff", "0.17.4")))
    new = Inputs(
        (
            ("config specwright.toml", "1"),
            ("spec a.json", "2"),
            ("template python/x.jinja", "1"),
            ("tool ruff", "0.17.5"),
        )
    )
    assert drift_causes(old, new) == (
        "spec a.json changed", "spec b.json removed", "template python/x.jinja added", "tool ruff 0.17.4 -> 0.17.5",
    )  # fmt: skip
    assert drift_causes(old, old) == ()
