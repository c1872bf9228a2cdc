"""What a run of `specwright generate` costs, cold and with nothing to do.

In: how many rounds. Out: figures, over this repository's own configuration.

Why the two baselines: nothing in Python answers faster than an interpreter that does nothing, and no cold run can be
cheaper than the library that renders the models.
Why a copy of the project: an edit of the generator while it is measured would make an unchanged run a cold one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copy, copytree, ignore_patterns, rmtree
from tempfile import TemporaryDirectory
from typing import Final

from .report import Figure, plain, ratio
from .spawn import Command, peaks, python, taken_in_turn, times
from .workers import ROOT

__all__ = ["measure"]

_PROJECT: Final = ("generator", "templates", "specs")
_RENDER: Final = """
from datamodel_code_generator import InputFileType, generate
pet = {"type": "object", "properties": {"name": {"type": "string"}}}
info = {"title": "", "version": ""}
document = {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": {"Pet": pet}}}
generate(document, input_file_type=InputFileType.OpenAPI, formatters=[])
"""


def measure(rounds: int) -> Iterator[Figure]:
    """Cold, unchanged, and both against what they cannot be cheaper than."""
    with TemporaryDirectory() as folder:
        project, cold, kept = Path(folder, "project"), Path(folder, "cold"), Path(folder, "kept")
        _copied(project)
        commands = {
            "nothing": python("pass"),
            "render": python(_RENDER),
            "cold": _specwright(project, cold, "--no-cache", before=partial(rmtree, cold, ignore_errors=True)),
            "unchanged": _specwright(project, kept),  # the first turn, which does not count, fills it
        }
        taken = taken_in_turn(commands, rounds)
    for what, ours, theirs in (
        ("cold, to one rendered schema", "cold", "render"),
        ("cold, to `python -c pass`", "cold", "nothing"),
        ("unchanged, to `python -c pass`", "unchanged", "nothing"),
        ("cold, to unchanged", "cold", "unchanged"),
    ):
        yield ratio(f"generate: {what}", times(taken[ours]), times(taken[theirs]), "ms")
    for name in ("cold", "unchanged"):
        yield plain(f"generate: peak memory, {name}", peaks(taken[name]), "MB")


def _copied(project: Path) -> None:
    for name in _PROJECT:
        copytree(ROOT / name, project / name, ignore=ignore_patterns("__pycache__"))
    copy(ROOT / "specwright.toml", project)


def _specwright(project: Path, output: Path, *options: str, before: partial[None] | None = None) -> Command:
    config = str(project / "specwright.toml")
    arguments = (sys.executable, "-m", "specwright", "generate", "--config", config, "-o", str(output), *options)
    return Command(arguments, (project / "generator",), before)
