"""Zensical: the tool that makes pages into a site, behind two functions.

In: a folder with settings. Out: its `site` folder, or `Refused` with what Zensical said.

Why a process of its own: it keeps its settings in globals, so that two volumes at a time would mix them up.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from specwright.problems import Origin, Problem, Refused

__all__ = ["NEEDED", "installed_languages", "is_installed", "run_zensical"]

NEEDED = "The site needs Zensical, which is not installed. Run `python -m pip install 'specwright[site]'`."

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_PLACE = re.compile(r"\[ (?P<page>\S+?):(?P<line>\d+):(?P<column>\d+) \]")
_SAID = re.compile(r"(?:Warning|Error): (?P<message>.+)")


def is_installed() -> bool:
    """Whether the optional dependency is there."""
    return find_spec("zensical") is not None


def installed_languages() -> frozenset[str]:
    """The languages that the theme's own words are in."""
    spec = find_spec("zensical")
    places = spec.submodule_search_locations if spec else None
    folder = Path(next(iter(places or [""]))) / "templates" / "partials" / "languages"
    return frozenset(path.stem for path in folder.glob("*.html"))


def run_zensical(project: Path, shown: str) -> Path:
    """Build a project; a broken link is an error, and is told as one of the volume of that name."""
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(project / "zensical.toml")]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if done.returncode or not (project / "site" / "index.html").is_file():
        raise Refused(_problems(_COLOUR.sub("", done.stdout + done.stderr), shown))
    return project / "site"


def _problems(output: str, shown: str) -> tuple[Problem, ...]:
    """One problem for each thing that Zensical complains about; all that it said where that cannot be told."""
    found = [
        Problem(
            "site", Origin(f"{shown}/{place['page']}"), f"{said['message'].rstrip('.')}.", "Run `specwright generate`."
        )
        for said, place in zip(_SAID.finditer(output), _PLACE.finditer(output), strict=False)
    ]
    told = " ".join(output.split()) or "nothing"
    return tuple(found) or (Problem("site", Origin(shown), f"Zensical could not build the pages. It said: {told}"),)
