"""Processes of ours beside the one that asks: the local server, and those that measure inside themselves.

In: a module's name. Out: what it prints.

Why processes: a server's work is then not its client's, and each measurement begins with a fresh interpreter.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Final

__all__ = ["ROOT", "environment", "serving", "told_by"]

ROOT: Final = Path(__file__).parents[1]


def environment(paths: Iterable[Path]) -> dict[str, str]:
    """The environment with these folders to import from and no other setting of the interpreter.

    One of them forbids to keep compiled files, and then each run would compile the SDK anew.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPATH": os.pathsep.join(map(str, paths))}


@contextmanager
def serving() -> Generator[str]:
    """The address of a `server` that runs until the block ends."""
    command = (sys.executable, "-m", "benchmarks.server")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def told_by(module: str, sdk: Path, *arguments: str) -> object:
    """Run a module of this package, the SDK at hand, and read the JSON that it prints."""
    command = (sys.executable, "-m", f"benchmarks.{module}", *arguments)
    done = subprocess.run(command, env=environment((ROOT, sdk)), stdout=subprocess.PIPE, text=True, check=True)
    told: object = json.loads(done.stdout)
    return told
