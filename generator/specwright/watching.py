"""Watching: run again whenever something is saved that decides the output.

In: how to read the configuration, and how to run. Out: runs, until it is interrupted; a line for each that says what
was saved, what came of it and how long it took. A document that is wrong is told, and the output stays as it was.

Why by looking again and again: it takes no library, works on every file system, and a look at a few hundred files
costs less than a blink of the eye.

Why two looks have to agree before a run: editors and version control write many files, and some in several steps.

Why a wider look after a run that failed: what it lacks may be a file that nothing names yet.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import click

from specwright.answered import say
from specwright.config import Config, deciding_files, looked_in
from specwright.emit import read_manifest
from specwright.inputs import known_references
from specwright.outputs import shown_output
from specwright.problems import Refused
from specwright.quick import look
from specwright.templates import template_files

__all__ = ["Run", "marks_of", "watch"]

_PAUSE = 0.3
_SETTLED = 0.1
_SHOWN = 3
_GRAIN = 20_000_000  # nanoseconds by which the time of a save may come before the clock's
_SPECS = (".json", ".yaml", ".yml")

Run = Callable[[Config, Callable[[str], None]], int]
"""Runs with a configuration, tells its summary, and gives an exit code."""


def watch(read: Callable[[], Config], run: Run) -> int:
    """Run now and after each save; 0 when the user has had enough."""
    try:
        _watch(read, run)
    except KeyboardInterrupt:
        click.echo("", err=True)
    return 0


def _watch(read: Callable[[], Config], run: Run) -> NoReturn:
    config, seen = _ran(read(), {}, run)
    click.echo(f"Watching {len([name for name in seen if not name.endswith('/')])} files. Ctrl-C ends it.", err=True)
    while True:
        time.sleep(_PAUSE)
        now = _settled(config, seen)
        if now == seen:
            continue
        try:
            config = read()
        except SystemExit:  # it has said why
            seen = now
        except click.UsageError as error:
            click.echo(f"Error: {error.format_message()}", err=True)
            seen = now
        else:
            config, seen = _ran(config, seen, run)


def _ran(config: Config, before: Mapping[str, str], run: Run) -> tuple[Config, Mapping[str, str]]:
    """Run once; what was there when the run began counts as seen."""
    now = marks_of(config)
    looked_wider = any(name not in now and (config.root / name).exists() for name in before)
    names = _named(before, now | dict(_around(config)) if looked_wider else now) if before else ""
    started, begun = time.monotonic(), time.time_ns()
    told: list[str] = []
    try:
        failed = run(config, told.append)
    except Refused as refused:
        say(refused.problems, config.root)
        failed = 1
    if failed and not told:
        told = [f"{shown_output(config)} is as it was."]
        now |= dict(_around(config))
    # What the run itself has written, or found to be referred to; of the latter, what was saved meanwhile is not seen.
    after = marks_of(config)
    found = {name: "" if _time(mark) >= begun - _GRAIN else mark for name, mark in after.items() if name not in now}
    own = {name: after[name] for name in (_ledger(config),) if name in after}
    click.echo(f"{names}{' '.join(told)} ({time.monotonic() - started:.1f} s)", err=True)
    return config, {**now, **found, **own}


def marks_of(config: Config) -> dict[str, str]:
    """What there is to see of everything that decides the output, by name; names of folders end with a stroke."""
    root = config.root
    marks = {_name(path, root): _mark(path) for path in _files(config)}
    patterns = dict.fromkeys(pattern for sdk in config.sdks for pattern in sdk.specs)
    for folder in dict.fromkeys(each for pattern in patterns for each in looked_in(pattern, root)):
        marks[f"{_name(folder, root)}/"] = look("folder", str(folder))
    return marks


def _files(config: Config) -> Iterator[Path]:
    yield from deciding_files(config)
    try:
        last = read_manifest(config.output, shown=shown_output(config))
    except Refused:  # the run will say so
        last = None
    yield from (source.path for source in (known_references(config, last.inputs) if last else ()))
    yield from (path for _, path in template_files())


def _around(config: Config) -> Iterator[tuple[str, str]]:
    """The documents beside and below those of the run, whether they are of it or not."""
    folders = dict.fromkeys(source.path.parent for sdk in config.sdks for source in sdk.sources)
    output = config.output.resolve()
    for top in folders:
        for above, below, names in os.walk(top):
            below[:] = sorted(name for name in below if not name.startswith(".") and Path(above, name) != output)
            for name in names:
                if name.endswith(_SPECS):
                    yield _name(Path(above, name), config.root), _mark(Path(above, name))
            yield f"{_name(Path(above), config.root)}/", look("folder", above)


def _settled(config: Config, seen: Mapping[str, str]) -> Mapping[str, str]:
    """What there is to see, once it holds still."""
    now = _seen_again(config, seen)
    while now != seen:
        time.sleep(_SETTLED)
        again = _seen_again(config, seen)
        if again == now:
            break
        now = again
    return now


def _seen_again(config: Config, seen: Mapping[str, str]) -> Mapping[str, str]:
    """The same things as before, looked at once more."""
    found: dict[str, str] = {}
    for name in seen:
        path = config.root / name
        found[name] = look("folder", str(path)) if name.endswith("/") else _mark(path)
    return found


def _mark(path: Path) -> str:
    """What changes with each save, whoever saves and however; empty where there is nothing."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns} {status.st_size} {status.st_ino}"


def _time(mark: str) -> int:
    """When a file of this mark was saved; a folder has no time."""
    first = mark.partition(" ")[0]
    return int(first) if first.isdecimal() and " " in mark else 0


def _named(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """What was saved, in a few words."""
    differing = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
    files = [name for name in differing if not name.endswith("/")] or differing
    more = f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else ""
    return f"{', '.join(files[:_SHOWN])}{more}: "


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _ledger(config: Config) -> str:
    return _name(config.ledger, config.root) if config.ledger else ""
