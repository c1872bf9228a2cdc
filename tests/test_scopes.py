"""Each folder of `cases/scopes` is a program and what `specwright scopes` says of it.

`commands.txt` holds command lines, run in the folder; `expected.txt` their output and exit codes. The contract is the
one of the configuration beside the folders, unless a folder has its own.
"""

from __future__ import annotations

import re
import shlex
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from specwright.cli import main

FOLDER = Path(__file__).parent / "cases" / "scopes"
CASES = sorted(path.parent for path in FOLDER.glob("*/commands.txt"))


def transcript(case: Path) -> str:
    """What a terminal shows of the commands of a case."""
    with chdir(case):
        return "\n".join(_run(line) for line in Path("commands.txt").read_text("utf-8").splitlines())


def _run(line: str) -> str:
    program, *arguments = shlex.split(line)
    assert program == "specwright"
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    told = f"\n(stderr)\n{result.stderr}" if result.stderr else ""
    text = f"$ {line}\n{result.stdout}{told}(exit {result.exit_code})\n"
    return re.sub(r"Python 3\.\d+ cannot", "Python 3.x cannot", text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_program_is_told_its_scopes(case: Path, update: bool) -> None:
    said = transcript(case)
    expected = case / "expected.txt"
    if update:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8"), "if this is meant: pytest tests/test_scopes.py --update"
