"""Fresh processes, measured by the kernel.

In: commands. Out: processor time and peak memory of each run, the processes that it waited for included.

Why the runs take turns: see `report`. Why the first turn is thrown away: it reads files from the disk and compiles.
Why a launcher between: see `launch`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from .workers import environment

__all__ = ["Command", "Usage", "peaks", "python", "taken_in_turn", "times"]

_LAUNCH: Final = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")))


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took: milliseconds of processor time, and megabytes at its peak.

    A peak that is not above `floor` may be the launcher's.
    """

    cpu: float
    memory: float
    floor: float


@dataclass(frozen=True, slots=True)
class Command:
    """What to run; `before` prepares each run and is not measured."""

    arguments: tuple[str, ...]
    paths: tuple[Path, ...] = ()
    before: Callable[[], None] | None = None


def python(code: str, *paths: Path) -> Command:
    """A fresh interpreter for this code, with these folders to import from."""
    return Command((sys.executable, "-c", code), paths)


def taken_in_turn(commands: Mapping[str, Command], rounds: int) -> dict[str, list[Usage]]:
    """Run all commands, then all again; the samples of one round stand at the same index."""
    taken: dict[str, list[Usage]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            usage = _run(command)
            if turn:
                taken[name].append(usage)
    return taken


def times(usages: Iterable[Usage]) -> list[float]:
    """The processor times."""
    return [usage.cpu for usage in usages]


def peaks(usages: Iterable[Usage]) -> list[float]:
    """The peaks of memory; refuses one that may be the launcher's."""
    found: list[float] = []
    for usage in usages:
        if usage.memory <= usage.floor:
            raise RuntimeError(f"a peak of {usage.memory:.1f} MB cannot be told from the launcher's own")
        found.append(usage.memory)
    return found


def _run(command: Command) -> Usage:
    if command.before is not None:
        command.before()
    arguments = (*_LAUNCH, *command.arguments)
    done = subprocess.run(arguments, env=environment(command.paths), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command.arguments)} failed:\n{done.stderr}")
    return Usage(*cast("list[float]", json.loads(done.stdout)))
