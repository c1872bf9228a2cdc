"""Project: the settings of what is being built, as far as a problem has to name a place in them.

In: the project's folder. Out: problems at the line of a setting, and a build that ends with them and not with a
traceback.

A hook's table may stand in three places: for every target, for one of them, or in `hatch.toml`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from specwright.answered import say
from specwright.problems import Origin, Position, Problem, Refused

__all__ = ["Project", "refusing"]

_FILES = ("pyproject.toml", "hatch.toml")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a `pyproject.toml`."""

    root: Path

    def problem(self, code: str, table: str, key: str, message: str, hint: str = "") -> Problem:
        """Something wrong with a key of a table; with the table where the key is not there."""
        file, position = self._place(table, key)
        return Problem(code, Origin(file), message, hint, position=position)

    def _place(self, table: str, key: str) -> tuple[str, Position | None]:
        """The file and the line of the key, else of the first table of that name."""
        texts = {file: (self.root / file).read_text("utf-8") for file in _FILES if (self.root / file).is_file()}
        headers = [(file, number) for file, text in texts.items() for number in _headers(text.splitlines(), table)]
        for file, number in headers:
            if line := _line_of(key, texts[file].splitlines(), number):
                return file, Position(line, 1)
        return next(((file, Position(number + 1, 1)) for file, number in headers), (_FILES[0], None))


def _headers(lines: list[str], table: str) -> Iterator[int]:
    """Where a table begins, by any of its names."""
    name = re.escape(table).replace(r"tool\.hatch\.", r"(tool\.hatch\.)?").replace("build", r"build(\.targets\.\w+)?")
    wanted = re.compile(rf"\s*\[{name}\]")
    return (number for number, line in enumerate(lines) if wanted.match(line))


def _line_of(key: str, lines: list[str], header: int) -> int | None:
    """The line of a key below a header, counted from 1."""
    below = range(header + 1, len(lines))
    end = next((number for number in below if lines[number].startswith("[")), len(lines))
    wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    return next((number + 1 for number in below[: end - header - 1] if key and wanted.match(lines[number])), None)


@contextmanager
def refusing(root: Path) -> Generator[None]:
    """Let a refusal end the build: what is wrong is what a user wants to see, and not how we got there."""
    try:
        yield
    except Refused as refused:
        say(refused.problems, root)
        sys.exit(1)
