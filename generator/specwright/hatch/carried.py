"""Carried: the files that an sdist must hold, so that a wheel can be built from it.

In: a configuration, and the output where it is what a wheel takes. Out: paths in the project by file; `Refused` where
a file lies outside of it.

Why documents that a pattern takes away go along: a pattern that fits nothing is a problem, there as here.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from specwright.config import Config, deciding_files
from specwright.config.patterns import NOT, matching
from specwright.emit import read_manifest
from specwright.hatch.project import Project
from specwright.problems import Origin, Problem, Refused

__all__ = ["carried", "with_output"]


def carried(config: Config, project: Project) -> dict[str, str]:
    """Everything that decides what is generated."""
    return _inside(dict.fromkeys(path.resolve() for path in _deciding(config)), project)


def with_output(config: Config, project: Project) -> dict[str, str]:
    """The output that was committed, manifest included."""
    last = read_manifest(config.output)
    listed = ("manifest.json", *(path for path, _ in last.files)) if last else ()
    return _inside([config.output.resolve() / path for path in listed], project)


def _deciding(config: Config) -> Iterator[Path]:
    from specwright.pipeline import read_apis  # noqa: PLC0415 - heavy, and a wheel does without

    yield from (path for path in deciding_files(config) if path.is_file())
    yield from _documents(config)
    for reading in read_apis(config).values():
        yield from (source.path for source in reading.references)


def _documents(config: Config) -> Iterator[Path]:
    """The documents of every pattern, with their overlays."""
    for pattern in (each for sdk in config.sdks for each in sdk.specs):
        for source in matching(pattern.removeprefix(NOT), config.root):
            yield source.path
            if source.overlay:
                yield source.overlay


def _inside(paths: Collection[Path], project: Project) -> dict[str, str]:
    root = project.root.resolve()
    outside = [path for path in paths if not path.is_relative_to(root)]
    if outside:
        raise Refused(_outside(os.path.relpath(path, root)) for path in outside)
    return {str(path): path.relative_to(root).as_posix() for path in paths}


def _outside(shown: str) -> Problem:
    message = "the file lies outside of the project, and an sdist cannot carry it."
    return Problem("outside-project", Origin(shown), message, "Move it into the project's folder.")
