"""Whatever ends a run early, the output is the old one or the new one, and the next run leaves no trace of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("disturbed_runs.py")
GENERATOR = Path(__file__).parents[2] / "generator"


def disturb(how: str, swap: str, base: Path) -> tuple[set[str], int]:
    command = [sys.executable, str(PROGRAM), how, swap, str(base)]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(GENERATOR)}, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert report["faults"] == []
    return set(report["found"]), report["steps"]


@pytest.mark.parametrize("how", ["kill", "fail", "full"])
def test_a_run_disturbed_at_any_step_leaves_the_old_output_or_the_new_one(how: str, tmp_path: Path) -> None:
    found, steps = disturb(how, "exchange", tmp_path)
    assert found == {"old", "new"}
    assert steps > 50


@pytest.mark.parametrize("how", ["fail", "full"])
def test_the_same_holds_for_failures_where_folders_cannot_be_exchanged(how: str, tmp_path: Path) -> None:
    assert disturb(how, "rename", tmp_path)[0] == {"old", "new"}


def test_a_kill_where_folders_cannot_be_exchanged_is_mended_by_the_next_run(tmp_path: Path) -> None:
    # `nothing`: killed between the two renames. The program sees the old output come back.
    assert disturb("kill", "rename", tmp_path)[0] == {"old", "new", "nothing"}


@pytest.mark.parametrize("swap", ["exchange", "rename"])
def test_a_run_killed_at_any_moment_leaves_the_old_output_or_the_new_one(swap: str, tmp_path: Path) -> None:
    assert disturb("random", swap, tmp_path)[1] == 40


FULL_DISK = """
import sys
from pathlib import Path
from specwright.emit import Inputs, write
from specwright.problems import Refused
root = Path(sys.argv[1], "out")
write(root, {"a.txt": b"old"}, Inputs(), shown="out")
try:
    write(root, {"a.txt": b"new", "b.bin": bytes(400_000)}, Inputs(), shown="out")
except Refused as refused:
    print(refused.problems[0].code, refused.problems[0].origin.file, refused.problems[0].message)
print(sorted(path.name for path in root.parent.iterdir()), (root / "a.txt").read_text())
"""


def test_a_disk_that_is_really_full_leaves_the_old_output(tmp_path: Path) -> None:
    mounted = [
        "unshare",
        "--mount",
        "sh",
        "-c",
        'mount -t tmpfs -o size=200k none "$1" && shift && exec "$@"',
        "sh",
        str(tmp_path),
    ]
    if sys.platform != "linux" or subprocess.run([*mounted, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let the test mount a small file system")
    done = subprocess.run(
        [*mounted, sys.executable, "-c", FULL_DISK, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(GENERATOR)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (
        "output-unwritable out/b.bin cannot write here: No space left on device.\n['out'] old\n",
        "",
    )


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on file sizes")
def test_a_file_cut_short_leaves_the_old_output(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED + FULL_DISK, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(GENERATOR)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.splitlines()[-1], done.stderr) == ("['out'] old", "")
    assert done.stdout.startswith("output-unwritable out")
