"""Project: the `pyproject.toml` that is being built, as far as a problem has to name a place in it.

In: the project's folder. Out: problems at the line of a setting, and a build that ends with them and
not with a traceback.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from specwright.answered import say
from specwright.problems import Origin, Position, Problem, Refused

__all__ = ["Project", "refusing"]

_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a `pyproject.toml`."""

    root: Path

    def problem(self, code: str, table: str, key: str, message: str, hint: str = "") -> Problem:
        """Something wrong with a key of a table; with the table where the key is not there."""
        return Problem(code, Origin(_FILE), message, hint, position=self._place(table, key))

    def _place(self, table: str, key: str) -> Position | None:
        """The line of the key. The settings of hatch may lie in a file of their own: then there is no place to name."""
        lines = (self.root / _FILE).read_text("utf-8").splitlines()
        headers = [number for number, line in enumerate(lines) if line.strip().startswith(f"[{table}]")]
        if not headers:
            return None
        below = range(headers[0] + 1, len(lines))
        end = next((number for number in below if lines[number].startswith("[")), len(lines))
        wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        found = (number for number in range(headers[0] + 1, end) if key and wanted.match(lines[number]))
        return Position(next(found, headers[0]) + 1, 1)


@contextmanager
def refusing(root: Path) -> Generator[None]:
    """Let a refusal end the build: what is wrong is what a user wants to see, and not how we got there."""
    try:
        yield
    except Refused as refused:
        say(refused.problems, root)
        sys.exit(1)
