"""What a long run shows on a terminal, and nowhere else."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from specwright.progress import progress
from trees import ROOT

PATH = {"PYTHONPATH": str(ROOT / "generator"), "PATH": os.environ["PATH"], "TERM": "xterm"}
ERASE = "\r\x1b[2K"
STEPS = """
import sys, time
from specwright.progress import progress
with progress(sys.stderr, {after}) as tell:
    tell("first", 1, 2)
    time.sleep({pause})
    tell("second \\n" + "x" * 100, 2, 2)
"""
# Each document takes longer than it does, so that the run is a long one on every machine.
SLOW = """
import sys, time
from specwright import cli, reading
load = reading.load
def slow(path, shown):
    time.sleep(0.6)
    return load(path, shown)
reading.load = slow
cli.main(sys.argv[1:], prog_name="specwright")
"""
GOOD = "openapi: 3.0.3\ninfo: {title: T, version: '%s'}\npaths: {}\n"


def on_a_terminal(
    program: str, *arguments: str, cwd: Path | None = None, columns: int = 40, **environment: str
) -> tuple[int, str, str]:
    """The exit code, stdout, and what a terminal on stderr received."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, cwd=cwd, env={**PATH, **environment}, stdout=subprocess.PIPE, stderr=theirs) as run:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
        out, _ = run.communicate()
    os.close(ours)
    return run.returncode, out.decode(), shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # on Linux the end of a terminal is an error
        return b""


def test_a_long_step_is_shown_while_it_lasts_and_erased_in_the_end() -> None:
    second = f"second ?{'x' * 31}"
    expected = f"{ERASE}first (1 of 2){ERASE}{second}{ERASE}"
    assert on_a_terminal(STEPS.format(after=0.2, pause=0.5)) == (0, "", expected)
    assert len(second) == 39


def test_a_short_run_shows_nothing() -> None:
    assert on_a_terminal(STEPS.format(after=30, pause=0)) == (0, "", "")


def test_a_terminal_that_cannot_erase_is_shown_nothing() -> None:
    assert on_a_terminal(STEPS.format(after=0.2, pause=0.5), TERM="dumb") == (0, "", "")


def test_a_terminal_without_a_width_is_taken_to_be_eighty_wide() -> None:
    shown = on_a_terminal(STEPS.format(after=0, pause=0), columns=0)[2]
    assert shown == f"{ERASE}first (1 of 2){ERASE}second ?{'x' * 71}{ERASE}"


def test_an_error_leaves_no_line_behind() -> None:
    program = STEPS.format(after=0, pause=0) + "    sys.exit('stopped')\n"
    code, _, shown = on_a_terminal(program)
    assert (code, shown.rpartition(ERASE)[2]) == (1, "stopped\r\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in (1, 2):
        (tmp_path / f"v{number}.yaml").write_text(GOOD % number)
    return tmp_path


def test_a_long_run_tells_the_documents_and_what_is_made_of_them(folder: Path) -> None:
    code, out, shown = on_a_terminal(SLOW, "generate", "v1.yaml", "v2.yaml", "--target", "python", cwd=folder)
    assert (code, out) == (0, "")
    line, *rest = shown.removeprefix(ERASE).split(ERASE)
    assert line in ("reading v1.yaml (1 of 2)", "reading v2.yaml (2 of 2)")
    assert rest[-2] == "rendering python/v1 (1 of 1)"
    assert " created. " in rest[-1]


@pytest.mark.parametrize("command", ["lint", "ir", "check"])
def test_every_command_that_reads_documents_tells_them(folder: Path, command: str) -> None:
    shown = on_a_terminal(SLOW, command, "v1.yaml", "v2.yaml", cwd=folder)[2]
    assert f"{ERASE}reading v2.yaml (2 of 2){ERASE}" in shown


def test_what_is_no_terminal_receives_messages_alone(folder: Path) -> None:
    command = [sys.executable, "-c", SLOW, "lint", "v1.yaml", "v2.yaml"]
    done = subprocess.run(command, cwd=folder, env=PATH, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_documents_read_in_processes_are_told_too(folder: Path) -> None:
    slower = SLOW.replace("0.6", "1.5")
    shown = on_a_terminal(slower, "generate", "v1.yaml", "v2.yaml", "--jobs", "2", "--target", "python", cwd=folder)[2]
    assert shown.startswith(f"{ERASE}reading v1.yaml (1 of 2){ERASE}")
    assert f"{ERASE}rendering python/v1 (1 of 1){ERASE}" in shown


def test_the_signal_of_others_is_given_back() -> None:
    program = (
        "import signal, sys\nfrom specwright.progress import progress\n"
        "signal.signal(signal.SIGALRM, signal.SIG_IGN)\n"
        "with progress(sys.stderr, 30): pass\n"
        "print(signal.getsignal(signal.SIGALRM) is signal.SIG_IGN, signal.getitimer(signal.ITIMER_REAL)[0])\n"
    )
    assert on_a_terminal(program) == (0, "True 0.0\n", "")


def test_a_stream_in_memory_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(sys.stderr, 0) as tell:
        tell("a", 1, 1)
    assert capsys.readouterr().err == ""
