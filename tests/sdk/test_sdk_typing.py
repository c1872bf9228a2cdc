"""Type checkers take what a user may write, and find what is wrong on its own line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import hubspot_meetings
import pytest

SOURCE = Path(hubspot_meetings.__file__).parents[1]
CACHE = Path(__file__).parents[2] / ".cache/mypy/typed-calls"
CALLS = Path(__file__).with_name("typed_calls.py")
SLIP = """from hubspot_meetings import Client

Client(access_token="x").scheduler.meetings.meeting_links.list(limit="many")
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The calls, and beside them a wrong one that nothing announces."""
    (tmp_path / "calls.py").write_text(CALLS.read_text())
    (tmp_path / "slip.py").write_text(SLIP)
    return tmp_path


def errors(folder: Path, *command: str) -> list[str]:
    """What a checker finds, without the folder before it."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    return re.findall(r"(\w+\.py:\d+)(?=:.*\berror\b)", done.stdout) or [done.stdout + done.stderr]


def test_mypy_finds_each_wrong_call_where_it_stands_and_nothing_else(program: Path) -> None:
    # Strict: a `type: ignore` that ignores nothing is an error.
    settings = f"[mypy]\nstrict = True\nmypy_path = {SOURCE}\nfollow_imports = silent\ncache_dir = {CACHE}\n"
    (program / "mypy.ini").write_text(settings)
    assert errors(program, "mypy", "--config-file=mypy.ini", "calls.py", "slip.py") == ["slip.py:3"]


def test_pyright_finds_each_wrong_call_where_it_stands_and_nothing_else(program: Path) -> None:
    settings = {
        "include": ["calls.py", "slip.py"],
        "extraPaths": [str(SOURCE)],
        "typeCheckingMode": "strict",
        "enableTypeIgnoreComments": False,  # those are for mypy alone
        "reportUnnecessaryTypeIgnoreComment": "error",
        "reportUnusedExpression": "none",
    }
    (program / "pyrightconfig.json").write_text(json.dumps(settings))
    found = errors(program, "basedpyright", "--pythonpath", sys.executable, "--project", "pyrightconfig.json")
    assert found == ["slip.py:3"]
