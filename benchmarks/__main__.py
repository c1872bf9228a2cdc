"""Run the benchmarks and print a table.

In: which ones, and where the SDK lies. Out: Markdown on standard output; exit code 0, for a figure is no test.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from . import call, generate, start
from .report import Figure, table
from .workers import ROOT

_NAMES = ("start", "call", "generate")
_SDK = ROOT / "output" / "python" / "hubspot-meetings" / "src"
_LIBRARIES = ("httpx2", "pydantic", "datamodel-code-generator")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the SDK and the generator.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(_NAMES)}; all when left out")
    parser.add_argument("--sdk", type=Path, default=_SDK, help="the folder that holds the package hubspot_meetings")
    parser.add_argument("--rounds", type=int, default=15, help="measured rounds of each comparison")
    asked = parser.parse_args()
    names: list[str] = asked.names or list(_NAMES)
    if unknown := [name for name in names if name not in _NAMES]:
        parser.error(f"no benchmark {unknown[0]!r}; there are {', '.join(_NAMES)}")
    if not (asked.sdk / "hubspot_meetings").is_dir():
        parser.error(f"{asked.sdk} holds no hubspot_meetings; run `specwright generate`")
    print(table(_figures(names, asked.sdk, asked.rounds)))
    print(_where())


def _figures(names: list[str], sdk: Path, rounds: int) -> Iterator[Figure]:
    """Measured on a copy, so that compiled files do not land among the generated ones."""
    with TemporaryDirectory() as folder:
        copy = Path(copytree(sdk, Path(folder, "src"), ignore=ignore_patterns("__pycache__")))
        if "start" in names:
            yield from start.measure(copy, rounds)
        if "call" in names:
            yield from call.measure(copy, rounds)
        if "generate" in names:
            yield from generate.measure(rounds)


def _where() -> str:
    named = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return f"Python {platform.python_version()}, {named}"


if __name__ == "__main__":
    main()
