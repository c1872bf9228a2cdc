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
from subprocess import run
from tempfile import TemporaryDirectory
from typing import Final

from .report import Figure, plain, ratio
from .spawn import Command, peaks, python, taken_in_turn, times
from .workers import ROOT, environment

__all__ = ["measure"]

_READ: Final = """
import os, sys
from hashlib import sha256
for top in sys.argv[1:]:
    for above, below, names in os.walk(top):
        below[:] = [name for name in below if name != "__pycache__" and not name.startswith(".")]
        for name in names:
            with open(os.path.join(above, name), "rb", buffering=0) as file:
                sha256(file.read()).hexdigest()
"""

_CHECKS: Final = (
    ("unchanged", "check", 3.0),
    ("unchanged, no record", "digests", None),
    ("unchanged, no cache at all", "clone", None),
)
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
        project, clone, cold, kept, one = (Path(folder, each) for each in ("project", "clone", "cold", "kept", "one"))
        _copied(project)
        _copied(clone)
        _run_once(clone, clone / "output")
        forgotten = partial(rmtree, clone / ".cache", ignore_errors=True)
        commands = {
            "nothing": python("pass"),
            "render": python(_RENDER),
            "cold": _specwright(project, cold, "--no-cache", before=partial(rmtree, cold, ignore_errors=True)),
            "unchanged": _specwright(project, kept),  # the first turn, which does not count, fills it
            "check": _specwright(project, kept, command="check"),
            "digests": _specwright(project, kept, "--format", "json", command="check"),
            "clone": _specwright(clone, clone / "output", command="check", before=forgotten),
            "reading": Command((sys.executable, "-c", _READ, *map(str, (project, kept)))),
            "one changed": _specwright(project, one, before=partial(_reworded, project, one)),
        }
        taken = taken_in_turn(commands, rounds)
    for what, ours, theirs in (
        ("cold, to one rendered schema", "cold", "render"),
        ("cold, to `python -c pass`", "cold", "nothing"),
        ("unchanged, to `python -c pass`", "unchanged", "nothing"),
        ("cold, to unchanged", "cold", "unchanged"),
        ("one document reworded, to cold", "one changed", "cold"),
    ):
        yield ratio(f"generate: {what}", times(taken[ours]), times(taken[theirs]), "ms")
    nothing, reading = times(taken["nothing"]), times(taken["reading"])
    for what, name, most in _CHECKS:
        beyond = [mine - (read - start) for mine, read, start in zip(times(taken[name]), reading, nothing, strict=True)]
        yield ratio(f"check: {what}, to reading and hashing the same files", times(taken[name]), reading, "ms")
        yield ratio(f"check: {what}, beyond that, to `python -c pass`", beyond, nothing, "ms", most)
    for name in ("cold", "unchanged"):
        yield plain(f"generate: peak memory, {name}", peaks(taken[name]), "MB")


def _copied(project: Path) -> None:
    for name in _PROJECT:
        copytree(ROOT / name, project / name, ignore=ignore_patterns("__pycache__"))
    copy(ROOT / "specwright.toml", project)


def _reworded(project: Path, output: Path) -> None:
    """The same output as before, and another summary in one document."""
    spec = project / "specs" / "2026-09" / "scheduler-meetings-v2026-09.json"
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("Book a meeting", f"Book a meeting {output.name}", 1), "utf-8")
    _run_once(project, output)
    spec.write_text(text, "utf-8")


def _run_once(project: Path, output: Path) -> None:
    command = _specwright(project, output)
    run(command.arguments, env=environment(command.paths), capture_output=True, check=True)


def _specwright(
    project: Path, output: Path, *options: str, command: str = "generate", before: partial[None] | None = None
) -> Command:
    config = str(project / "specwright.toml")
    arguments = (sys.executable, "-m", "specwright", command, "--config", config, "-o", str(output), *options)
    return Command(arguments, (project / "generator",), before)
