"""Answered: how a command ends.

In: what a command does, as a function that gives an exit code. Out: the process ends with that code; a refusal is 1,
with every problem on stderr.

Why `report` is imported inside: a run that finds nothing to do has nothing to print.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from specwright.config import Config
from specwright.problems import Problem, Refused

__all__ = ["finish", "say"]


def finish(config: Config, command: Callable[[], int]) -> None:
    """Run a command and leave with its code."""
    try:
        code = command()
    except Refused as refused:
        say(refused.problems, config.root)
        code = 1
    sys.exit(code)


def say(problems: Iterable[Problem], root: Path) -> None:
    """Print problems on stderr."""
    from specwright.report import print_problems  # noqa: PLC0415

    click.echo(print_problems(problems, root, "text"), err=True, nl=False)
