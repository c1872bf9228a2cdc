"""A check tells what a write would change, why, and whose doing it is; and writes nothing."""

import time
from pathlib import Path

import pytest

from specwright.emit import Cause, Drift, Inputs, check, write
from specwright.emit.difference import difference
from specwright.problems import Refused

BEFORE = Inputs((("spec a.json", "1"),))
AFTER = Inputs((("spec a.json", "2"),))
BY_HAND = "changed by hand since it was written"
FILES = {"pkg/a.py": b"one\n", "pkg/b.py": b"one\n", "readme": b"one\n"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(tmp_path / "out", FILES, BEFORE, shown="out")
    return tmp_path / "out"


def told(drift: Drift) -> tuple[str, ...]:
    return tuple(cause.text for cause in drift.causes)


def seen(out: Path, files: dict[str, bytes], inputs: Inputs) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(drift.path, drift.kind, told(drift)) for drift in check(out, files, inputs, shown="out")]


def test_an_output_as_written_has_no_drift(out: Path) -> None:
    assert check(out, FILES, BEFORE, shown="out") == ()


def test_stale_files_are_shown_with_what_changed(out: Path) -> None:
    files = {"pkg/a.py": b"two\n", "pkg/c.py": b"new\n", "readme": b"one\n"}
    drifts = {drift.path: drift for drift in check(out, files, AFTER, shown="out")}
    cause = ("spec a.json changed",)
    assert [(path, drift.kind, told(drift)) for path, drift in drifts.items()] == [
        ("pkg/a.py", "stale", cause),
        ("pkg/b.py", "stale", cause),
        ("pkg/c.py", "missing", cause),
        ("manifest.json", "stale", cause),
    ]
    assert drifts["manifest.json"].diff == ""
    assert drifts["pkg/a.py"].diff == "--- out/pkg/a.py\n+++ out/pkg/a.py\n@@ -1 +1 @@\n-one\n+two\n"
    assert drifts["pkg/b.py"].diff == "--- out/pkg/b.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n"
    assert drifts["pkg/c.py"].diff == "--- /dev/null\n+++ out/pkg/c.py\n@@ -0,0 +1 @@\n+new\n"


def test_a_file_edited_by_hand_is_told_from_a_stale_one(out: Path) -> None:
    (out / "pkg/a.py").write_text("mine\n")
    diff = "--- out/pkg/a.py\n+++ out/pkg/a.py\n@@ -1 +1 @@\n-mine\n+one\n"
    assert check(out, FILES, BEFORE, shown="out") == (Drift("pkg/a.py", "edited", diff, (Cause("hand", BY_HAND),)),)
    assert seen(out, FILES | {"pkg/a.py": b"two\n"}, AFTER)[0] == (
        "pkg/a.py",
        "edited",
        (BY_HAND, "spec a.json changed"),
    )


def test_an_edited_file_that_would_be_pruned_is_told_so(out: Path) -> None:
    (out / "pkg/b.py").write_text("mine\n")
    (out / "readme").unlink()
    (out / "readme").symlink_to("pkg/a.py")
    assert seen(out, {"pkg/a.py": b"one\n"}, AFTER)[:-1] == [
        ("pkg/b.py", "edited", (BY_HAND, "spec a.json changed")),
        ("readme", "edited", (BY_HAND, "spec a.json changed")),
    ]


def test_a_file_that_was_removed_is_missing(out: Path) -> None:
    (out / "pkg/a.py").unlink()
    assert seen(out, FILES, BEFORE) == [("pkg/a.py", "missing", ("removed since it was written",))]


def test_inputs_that_change_no_file_make_the_manifest_stale(out: Path) -> None:
    assert seen(out, FILES, AFTER) == [("manifest.json", "stale", ("spec a.json changed",))]


def test_an_edited_manifest_is_told(out: Path) -> None:
    (out / "manifest.json").write_text((out / "manifest.json").read_text() + "\n")
    assert seen(out, FILES, BEFORE) == [("manifest.json", "edited", (BY_HAND,))]


def test_other_bytes_from_the_same_inputs_are_told(out: Path) -> None:
    reason = "the inputs are those of the last run, but what they give is not"
    assert seen(out, FILES | {"readme": b"two\n"}, BEFORE)[0] == ("readme", "stale", (reason,))


def test_nothing_written_yet_is_all_missing(tmp_path: Path) -> None:
    reason = ("no manifest tells of an earlier run",)
    assert seen(tmp_path / "out", {"a": b""}, BEFORE) == [
        ("a", "missing", reason),
        ("manifest.json", "missing", reason),
    ]
    assert list(tmp_path.iterdir()) == []


def test_somebodys_files_count_in_a_folder_of_ours_and_not_beside_it(out: Path) -> None:
    strays = ["pkg/extra.py", "pkg/sub/deep/extra.py"]
    fine = [
        "notes",
        "other/x.py",
        "pkg/__pycache__/a.pyc",
        "pkg/.venv/x.py",
        "pkg/dist/x.whl",
        ".idea/x",
        "pkg/sub/__pycache__/x",
    ]
    for path in (*strays, *fine):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text("mine")
    reason = ("not written by specwright, in a folder of the output",)
    assert seen(out, FILES, BEFORE) == [(path, "foreign", reason) for path in strays]


def test_what_write_would_refuse_is_foreign(out: Path) -> None:
    (out / "taken").write_text("mine\n")
    (out / "way").symlink_to(".")
    made = check(out, FILES | {"taken": b"x", "way/x": b"x"}, AFTER, shown="out")
    drifts = {drift.path: drift for drift in made}
    assert [drift.path for drift in made] == ["taken", "way", "way/x", "manifest.json"]
    reason = ("not written by specwright, and in the way of the output",)
    assert drifts["way"] == Drift("way", "foreign", "", (Cause("foreign", *reason),))
    assert (drifts["taken"].kind, told(drifts["taken"])) == ("foreign", reason)
    assert drifts["taken"].diff.endswith("-mine\n+x\n\\ No newline at end of file\n")
    assert drifts["way/x"].kind == "missing"


def test_an_equal_file_that_no_manifest_lists_is_no_drift(out: Path) -> None:
    (out / "manifest.json").unlink()
    assert seen(out, FILES, BEFORE) == [("manifest.json", "missing", ("no manifest tells of an earlier run",))]


def test_a_check_writes_nothing(out: Path) -> None:
    before = {path: path.stat().st_ctime_ns for path in out.parent.rglob("*")}
    check(out, {"pkg/a.py": b"two\n"}, AFTER, shown="out")
    assert {path: path.stat().st_ctime_ns for path in out.parent.rglob("*")} == before


def test_a_file_in_place_of_the_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(Refused, match="cannot read here: Not a directory"):
        check(tmp_path / "out", FILES, BEFORE, shown="out")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"a\n", b"a\n", ""),
        (b"", b"a\n", "@@ -0,0 +1 @@\n+a\n"),
        (b"a", b"a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        (b"a\x0cb\r\n", b"a\x0cb\n", "@@ -1 +1 @@\n-a\x0cb\r\n+a\x0cb\n"),
        (b"\xff", b"a\n", "Binary files differ\n"),
    ],
)
def test_a_diff_is_unified(old: bytes, new: bytes, expected: str) -> None:
    assert difference("x", old, new) == (expected and f"--- x\n+++ x\n{expected}")


def test_a_huge_diff_is_not_computed_but_a_small_one_in_a_huge_file_is() -> None:
    many = b"".join(b"%d\n" % (number % 7) for number in range(60_000))
    other = b"".join(b"%d\n" % (number % 5 + 10) for number in range(60_000))
    started = time.process_time()
    assert difference("x", many, other).endswith("60000 lines become 60000: too many to show\n")
    assert difference("x", many, many + b"end\n").endswith("+end\n")
    # Not a measurement: without the bound this takes minutes.
    assert time.process_time() - started < 20
