"""Tracked: whether git knows every file that runs write: those of the output, and the names ledger.

In: a `Config` whose output is up to date on the disk. Out: an exit code; on stderr the files that a commit would leave
behind, and the command that adds them.

Why: a commit takes along what git knows, and a file that is new is not that (`git commit -a` leaves it out too). The
output then looks whole here, and is not in any other checkout.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from specwright.config import Config
from specwright.emit import read_manifest
from specwright.outputs import shown_output

__all__ = ["UNTRACKED", "held_to_git", "say_what_to_add"]

UNTRACKED = "untracked"
"""The word by which a command line asks for this."""

_SHOWN = 5


def held_to_git(config: Config, fatal: tuple[str, ...]) -> int:
    """1 where it is asked for and git does not know every file that runs write."""
    strange = tuple(_untracked(config)) if UNTRACKED in fatal else ()
    if not strange:
        return 0
    some = ", ".join(strange[:_SHOWN]) + (", …" if len(strange) > _SHOWN else "")
    count = "1 file" if len(strange) == 1 else f"{len(strange)} files"
    click.echo(f"git does not know {count}: {some}.", err=True)
    say_what_to_add(config)
    return 1


def say_what_to_add(config: Config) -> None:
    """The command that brings what was generated into the next commit."""
    click.echo(f"Run `git add {' '.join(map(_here, _written(config)))}`.", err=True)


def _written(config: Config) -> tuple[Path, ...]:
    """What runs write: the output's folder, and the ledger where there is one."""
    ledger = config.ledger
    return (config.output, ledger) if ledger and ledger.is_file() else (config.output,)


def _untracked(config: Config) -> Iterator[str]:
    last = read_manifest(config.output, shown=shown_output(config))
    listed = ("manifest.json", *(path for path, _ in last.files)) if last else ()
    known = _known(_written(config))
    files = (*(config.output / each for each in listed), *_written(config)[1:])
    return (path for path in map(_here, files) if path not in known)


def _known(places: Iterable[Path]) -> frozenset[str]:
    """What git knows of files and folders, as seen from here."""
    import subprocess  # noqa: PLC0415 - a run that is not asked this must not pay for it

    # Run here and not there: a hook's environment may name git's files by paths from here.
    command = ["git", "ls-files", "-z", "--cached", "--", *map(os.path.realpath, places)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no word of it is a user's
    except FileNotFoundError:
        raise click.UsageError(f"--fail-on {UNTRACKED} needs git, which is not installed.") from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip()
        raise click.UsageError(f"--fail-on {UNTRACKED} needs the output in a git repository: {reason}")
    return frozenset(os.fsdecode(done.stdout).split("\0"))


def _here(path: Path) -> str:
    """A path as seen from here, as git writes it."""
    return Path(os.path.relpath(os.path.realpath(path))).as_posix()
