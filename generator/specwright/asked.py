"""Asked: what a command line asks for, and the configuration that this means.

In: options and arguments as click reads them. Out: the decorators that declare them, and a `Config`; a `UsageError`
(exit 2) where what is asked for makes no sense.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, TypeVar

import click

from specwright.answered import say
from specwright.config import CONFIG_NAME, Config, ad_hoc, find_config, read_config
from specwright.limits import FATAL, Limits
from specwright.problems import Refused

__all__ = [
    "Asked",
    "AskedToHold",
    "AskedToRun",
    "Command",
    "about_cache",
    "about_format",
    "about_limits",
    "about_runs",
    "about_specs",
    "configured",
    "limits_of",
    "targets_of",
]  # fmt: skip

Command = TypeVar("Command", bound=Callable[..., None])


class Asked(TypedDict):
    """Which documents a command is about."""

    specs: tuple[Path, ...]
    config_file: Path | None


class AskedToHold(Asked):
    """How much of them may be given up."""

    max_degraded: int | None
    fatal: tuple[str, ...]


class AskedToRun(AskedToHold):
    """What to do with them, and where to put it."""

    output: Path | None
    package: str | None
    targets: tuple[str, ...]
    jobs: int


def about_specs(command: Command) -> Command:
    """The documents that a command is about."""
    named = click.argument("specs", nargs=-1, type=click.Path(path_type=Path), metavar="[SPEC]...")
    found = f"The configuration, instead of the nearest {CONFIG_NAME}."
    return named(click.option("--config", "config_file", type=click.Path(path_type=Path), help=found)(command))


about_cache = click.option("--no-cache", is_flag=True, help="Run every stage, whatever earlier runs worked out.")
about_format = click.option("--format", "style", type=click.Choice(["text", "json", "sarif", "github"]), default="text")


def about_runs(command: Command) -> Command:
    """How a run goes, and where its output lies."""
    options = (
        click.option("-o", "--output", type=click.Path(path_type=Path), help="The output folder."),
        click.option("--package", help="The package's name, for SPEC arguments."),
        click.option("--target", "targets", multiple=True, help="Only this target; may be given again."),
        click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to work in."),
    )
    for option in reversed(options):
        command = option(command)
    return about_specs(command)


def about_limits(*words: str) -> Callable[[Command], Command]:
    """The limits that a run is held to; `words` are what else than constructs it may fail on."""
    most = click.option(
        "--max-degraded", type=click.IntRange(0), help="How many constructs may be degraded; any number if not given."
    )
    choice = click.Choice((*FATAL, *words))
    fatal = click.option("--fail-on", "fatal", type=choice, multiple=True, help="What else is something to fix.")
    return lambda command: most(fatal(command))


def configured(asked: Asked, output: Path | None = None, package: str | None = None) -> Config:
    """The configuration that is asked for, or the one that documents alone stand for."""
    _require_files(asked["specs"])
    if asked["specs"] and asked["config_file"]:
        raise click.UsageError("--config goes without SPEC arguments, which stand for a configuration of their own.")
    if asked["specs"]:
        return ad_hoc(asked["specs"], output, package)
    if package:
        raise click.UsageError("--package goes with SPEC arguments; the configuration names its packages itself.")
    _require_files((asked["config_file"],) if asked["config_file"] else ())
    path = asked["config_file"] or find_config(Path.cwd())
    if path is None:
        raise click.UsageError(f"no {CONFIG_NAME} here or above. Name a SPEC file, or write one.")
    try:
        return read_config(path, output)
    except Refused as refused:
        say(refused.problems, path.parent)
        sys.exit(1)


def _require_files(paths: tuple[Path, ...]) -> None:
    """A name that leads to no file is a slip of the pen, not a document to mend."""
    missing = [path for path in paths if not _leads_to(path, Path.exists)]
    folders = [path for path in paths if _leads_to(path, Path.is_dir)]
    if missing:
        raise click.UsageError(f"there is no file {_quoted(missing)}.")
    if folders:
        raise click.UsageError(f"a file belongs here, and {_quoted(folders)} is a folder. Name a file in it.")


def _leads_to(path: Path, what: Callable[[Path], bool]) -> bool:
    """Whether a path leads to such a thing; where that cannot be told, reading it will say why."""
    try:
        return what(path)
    except OSError:
        return what is Path.exists


def _quoted(paths: list[Path]) -> str:
    return ", ".join(f'"{path}"' for path in paths)


def limits_of(asked: AskedToHold) -> Limits:
    """The limits on constructs among what is asked for."""
    return Limits(asked["max_degraded"], tuple(word for word in asked["fatal"] if word in FATAL))


def targets_of(asked: AskedToRun) -> tuple[str, ...]:
    """The targets that are asked for, each one that there is."""
    for name in asked["targets"]:
        if name not in (known := _target_names()):
            raise click.UsageError(f'no target "{name}". Known: {", ".join(known)}.')
    return asked["targets"]


def _target_names() -> tuple[str, ...]:
    from specwright.targets import TARGETS  # noqa: PLC0415

    return tuple(target.name for target in TARGETS)
