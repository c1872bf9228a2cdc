"""A workshop: what somebody who keeps an SDK has on their machine, and no network.

In: this checkout, and the environment that the tests run in. Out: a wheel of Specwright among all the wheels that it
needs, a repository of it for pre-commit, and an environment that builds. All tests of a run share one.

Why builds run in a network of their own that leads nowhere, where the machine allows that: pip and pre-commit are told
to stay offline, and this proves that they do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from consumer.wheelhouse import closure, pack
from trees import ROOT

__all__ = ["Done", "Workshop", "nowhere", "open_workshop"]

PARTS = ("generator", "templates", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".pre-commit-hooks.yaml")
TAG = "v0.1.0"


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and all that it said."""

    code: int
    said: str


@cache
def nowhere() -> tuple[str, ...]:
    """The words before a command that take the network away from it; none where the machine forbids that."""
    for words in (("unshare", "-n"), ("unshare", "-r", "-n")):
        if (
            shutil.which(words[0])
            and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0
        ):
            return words
    return ()


@dataclass(frozen=True, slots=True)
class Workshop:
    """A folder that holds all of it."""

    folder: Path

    @property
    def wheels(self) -> Path:
        """Every wheel that anything needs."""
        return self.folder / "wheels"

    @property
    def python(self) -> Path:
        """Of the environment that builds: Specwright from its wheel, and hatchling."""
        return self.folder / "builder" / "bin" / "python"

    @property
    def repository(self) -> str:
        """Specwright as pre-commit finds it."""
        return (self.folder / "specwright").as_uri()

    def environment(self) -> dict[str, str]:
        """Variables of a user who is offline: pip knows no index, git knows who commits."""
        return {
            "PATH": f"{self.python.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "PRE_COMMIT_HOME": str(self.folder / "pre-commit"),
            "PRE_COMMIT_COLOR": "never",
            "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_NO_CACHE_DIR": "1",
            "PIP_NO_COMPILE": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_NAME": "Ada" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "ada@example.com" for who in ("AUTHOR", "COMMITTER")},
        }

    def run(self, *command: str | Path, cwd: Path, more: Mapping[str, str] | None = None) -> Done:
        """A command in a network that leads nowhere."""
        done = subprocess.run(
            [*nowhere(), *command],
            cwd=cwd,
            env={**self.environment(), **(more or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Done(done.returncode, done.stdout)

    def good(self, *command: str | Path, cwd: Path) -> str:
        """The same for a command that must end well."""
        done = self.run(*command, cwd=cwd)
        assert done.code == 0, done.said
        return done.said

    def pip(self, *words: str | Path, cwd: Path, python: Path | None = None) -> Done:
        """Pip, for the environment that builds or for another."""
        return self.run(sys.executable, "-m", "pip", "--python", python or self.python, *words, cwd=cwd)

    def hooks(self) -> list[dict[str, object]]:
        """The hooks that Specwright offers."""
        return yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())


def open_workshop(folder: Path) -> Workshop:
    """Make everything, in about five seconds."""
    made = Workshop(folder)
    made.wheels.mkdir(parents=True)
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    for each in closure([*needed, "hatchling", "editables", "httpx2", "pydantic"]):
        pack(each, made.wheels)
    _make_repository(made)
    made.good(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", made.wheels, cwd=folder / "specwright")
    _make_builder(made)
    return made


def _make_repository(made: Workshop) -> None:
    """Specwright as it stands here, whether it is committed or not."""
    place = made.folder / "specwright"
    place.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, place / part)
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "Specwright"), ("tag", TAG)):
        made.good("git", *words, cwd=place)


def _make_builder(made: Workshop) -> None:
    """Specwright from its wheel; what it stands on is lent by the environment of the tests, which has it already."""
    made.good(sys.executable, "-m", "venv", "--without-pip", made.folder / "builder", cwd=made.folder)
    done = made.pip("install", "--no-deps", "specwright", cwd=made.folder)
    assert done.code == 0, done.said
    [packages] = (made.folder / "builder" / "lib").glob("python*/site-packages")
    lent = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "lent.pth").write_text(f"{lent}\n")
    told = made.good(made.python, "-c", "import specwright; print(specwright.__file__)", cwd=made.folder)
    assert told.startswith(str(packages)), "the wheel goes before what is lent"
