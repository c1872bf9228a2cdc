"""Where an output can lie, and the refusals where it cannot."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from specwright.emit import Inputs, Written, write
from specwright.problems import Problem, Refused

INPUTS = Inputs((("spec pets.yaml", "1"),))
GENERATOR = Path(__file__).parents[2] / "generator"


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


def test_a_link_to_the_output_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real/out", target_is_directory=True)
    put(tmp_path / "link", a="1")
    assert (tmp_path / "link").is_symlink()
    assert listing(tmp_path / "real") == ["out", "out/a", "out/manifest.json"]


def test_a_file_in_place_of_the_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    (problem,) = refusal(tmp_path / "out", a="1")
    assert (problem.code, problem.origin.file, problem.message) == (
        "output-unwritable", "out", "cannot write here: Not a directory.",
    )  # fmt: skip
    assert listing(tmp_path) == ["out"]


def test_a_file_in_place_of_a_folder_above_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Refused) as refused:
        put(tmp_path / "file/sub/out", shown="file/sub/out", a="1")
    assert places(refused.value.problems) == [("output-unwritable", "file/sub")]
    assert listing(tmp_path) == ["file"]


def test_a_folder_that_may_not_be_written_is_refused_with_its_name_and_reason() -> None:
    # Run as an ordinary user, as permissions do not bind root.
    script = """
import os, sys, tempfile
from pathlib import Path
from specwright.emit import Inputs, write, is_fresh
from specwright.problems import Refused
base = Path(tempfile.mkdtemp())
try:
    write(base / "made/out", {"a": b"1"}, Inputs(), shown="made/out")
    base.chmod(0o755)
    base.joinpath("made").chmod(0o755)
    child = os.fork()
    if not child:
        if os.geteuid() == 0:
            os.setuid(65534)
        else:
            base.joinpath("made").chmod(0o555)
        for shown, content in (("made/out", b"1"), ("made/out", b"2"), ("made/x/out", b"1"), ("other/out", b"1")):
            if shown == "other/out" and os.geteuid() != 65534:
                base.chmod(0o555)
            try:
                write(base / shown, {"a": content}, Inputs(), shown=shown)
                print("written")
            except Refused as refused:
                for problem in refused.problems:
                    print(problem.code, problem.origin.file, problem.message)
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(child, 0)
    base.chmod(0o755)
    base.joinpath("made").chmod(0o755)
    print(sorted(path.relative_to(base).as_posix() for path in base.rglob("*")))
finally:
    import shutil
    shutil.rmtree(base)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(GENERATOR)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.splitlines(), done.stderr) == (
        [
            "written",
            "output-unwritable made cannot write here: Permission denied.",
            "output-unwritable made/x cannot write here: Permission denied.",
            "output-unwritable other cannot write here: Permission denied.",
            "['made', 'made/out', 'made/out/a', 'made/out/manifest.json']",
        ],
        "",
    )


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can make a folder of another user")
def test_a_folder_in_the_output_that_could_not_be_removed_is_refused_before_the_exchange() -> None:
    script = """
import ctypes, fcntl, os, shutil, tempfile  # an ordinary user may be unable to read them later
from pathlib import Path
from specwright.emit import Inputs, write
from specwright.problems import Refused
base = Path(tempfile.mkdtemp())
try:
    base.joinpath("out/theirs").mkdir(parents=True)
    os.chown(base, 65534, 65534)
    os.chown(base / "out", 65534, 65534)
    os.chown(os.open(base / "out/theirs/notes", os.O_CREAT), 65534, 65534)
    if not os.fork():
        os.setuid(65534)
        try:
            write(base / "out", {"a": b"1"}, Inputs(), shown="out")
        except Refused as refused:
            print(*((problem.code, problem.origin.file) for problem in refused.problems), flush=True)
        os._exit(0)
    os.wait()
    print(sorted(path.relative_to(base).as_posix() for path in base.rglob("*")))
finally:
    shutil.rmtree(base)
"""
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout.splitlines(), done.stderr) == (
        ["('output-unwritable', 'out/theirs')", "['out', 'out/theirs', 'out/theirs/notes']"],
        "",
    )


def test_an_ordinary_users_read_only_folder_in_the_output_survives() -> None:
    script = """
import ctypes, fcntl, os, shutil, tempfile  # an ordinary user may be unable to read them later
from pathlib import Path
from specwright.emit import Inputs, write
if os.geteuid() == 0:
    os.chdir("/")
    os.setuid(65534)
base = Path(tempfile.mkdtemp())
try:
    base.joinpath("out/locked").mkdir(parents=True)
    base.joinpath("out/locked/notes").write_text("mine")
    base.joinpath("out/locked").chmod(0o555)
    write(base / "out", {"a": b"1"}, Inputs(), shown="out")
    print(sorted(path.relative_to(base).as_posix() for path in base.rglob("*")))
    print(oct(base.joinpath("out/locked").stat().st_mode))
finally:
    base.joinpath("out/locked").chmod(0o755)
    shutil.rmtree(base)
"""
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout.splitlines(), done.stderr) == (
        ["['out', 'out/a', 'out/locked', 'out/locked/notes', 'out/manifest.json']", "0o40555"],
        "",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a file system in a namespace of its own")
def test_another_file_system_inside_the_output_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out/mounted").mkdir(parents=True)
    script = """
import sys
from pathlib import Path
from specwright.emit import Inputs, write
from specwright.problems import Refused
try:
    write(Path(sys.argv[1]), {"a": b"1"}, Inputs(), shown="out")
except Refused as refused:
    print(*((problem.code, problem.origin.file) for problem in refused.problems))
"""
    shell = 'mount -t tmpfs none "$1/mounted" && exec "$2" -c "$3" "$1"'
    command = ["unshare", "--mount", "sh", "-c", shell, "sh", str(tmp_path / "out"), sys.executable, script]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(GENERATOR)}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("this machine does not let the test mount a file system")
    assert done.stdout == "('output-unwritable', 'out/mounted')\n"
    assert listing(tmp_path) == ["out", "out/mounted"]


def test_the_current_folder_inside_the_output_is_refused_only_when_it_would_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "out"
    put(root, **{"p/x": "1"})
    monkeypatch.chdir(root / "p")
    put(Path(".."), **{"p/x": "1"})
    (problem,) = refusal(Path(".."), **{"p/x": "2"})
    assert (problem.code, problem.hint) == (
        "output-in-use",
        "Run it from outside: `cd ../..`, and name the output folder as seen from there.",
    )
    assert listing(tmp_path) == ["out", "out/manifest.json", "out/p", "out/p/x"]
    assert (root / "p/x").read_text() == "1"


def test_folders_made_for_a_run_that_fails_go_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*details: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("specwright.emit.writing.stage", failing)
    (tmp_path / "there").mkdir()
    assert places(refusal(tmp_path / "there/made/too/out", a="1")) == [("output-unwritable", "out")]
    assert listing(tmp_path) == ["there"]


def test_a_whole_file_system_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        put(Path("/"), shown="/", a="1")
    assert places(refused.value.problems) == [("output-unwritable", "/")]


def test_a_mount_point_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()

    def is_mount(path: Path) -> bool:
        return path == (tmp_path / "out").resolve()

    monkeypatch.setattr(Path, "is_mount", is_mount)
    (problem,) = refusal(tmp_path / "out", a="1")
    assert (problem.code, problem.message) == ("output-unwritable", "cannot write here: it is a mount point.")
    assert listing(tmp_path) == ["out"]
