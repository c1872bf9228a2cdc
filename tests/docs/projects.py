"""Copies of this repository's own job, for tests that change it.

In: a folder. Out: a project there, and its pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from specwright.cli import main
from specwright.config import read_config
from specwright.pipeline import generate
from trees import ROOT

__all__ = ["job_in", "pages_in", "replaced", "run"]


def job_in(folder: Path) -> Path:
    """A copy of what this repository generates from."""
    shutil.copy(ROOT / "specwright.toml", folder)
    shutil.copytree(ROOT / "specs", folder / "specs")
    return folder


def pages_in(project: Path) -> dict[str, str]:
    """The pages of a project."""
    files = generate(read_config(project / "specwright.toml"), ("docs",)).files
    return {path.removeprefix("docs/"): content.decode() for path, content in files.items() if path.startswith("docs/")}


def replaced(path: Path, old: str, new: str) -> None:
    """Change a file in one place."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(project: Path, *arguments: str) -> Result:
    """The command line, about a project."""
    return CliRunner().invoke(main, [*arguments, "--config", str(project / "specwright.toml")])
