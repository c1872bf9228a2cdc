"""`specwright generate`: write everything that the configuration lists.

In: a `Config`, targets and limits. Out: an exit code; the output folder, all of it or nothing.

Why stages are imported inside `progress`: their libraries take a good part of the first second.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Unpack

import click

from specwright.answered import finish, say
from specwright.asked import AskedToRun, about_cache, about_limits, about_runs, configured, limits_of, targets_of
from specwright.cache import NO_CACHE
from specwright.config import Config
from specwright.held import held_to, held_to_last
from specwright.inputs import inputs_of
from specwright.limits import Limits
from specwright.looked import Looked
from specwright.outputs import is_up_to_date, left_alone, shown_output, stands_left
from specwright.problems import Problem
from specwright.progress import progress
from specwright.records import cache_of, remember
from specwright.tracked import UNTRACKED, held_to_git, say_what_to_add

__all__ = ["command"]

_TOLD_WHOLE = 30
_TOLD_FIRST = 10
_CHANGED = "changed"


@click.command("generate")
@about_runs
@about_limits(_CHANGED, UNTRACKED)
@about_cache
@click.option("--watch", is_flag=True, help="Stay, and run again whenever something is saved that decides the output.")
def command(*, no_cache: bool, watch: bool, **asked: Unpack[AskedToRun]) -> None:
    """Write everything that the configuration lists, or one SDK from SPEC arguments."""
    read = partial(configured, asked, asked["output"], asked["package"])
    config, targets, limits = read(), targets_of(asked), limits_of(asked)
    if watch:
        from specwright import watching  # noqa: PLC0415

        again = partial(_run, targets=targets, jobs=asked["jobs"], fatal=asked["fatal"], limits=limits, always=no_cache)
        sys.exit(watching.watch(read, again))
    run = partial(_run, config, _echo, targets, asked["jobs"], asked["fatal"], limits)
    finish(config, lambda: run(always=no_cache) or held_to_git(config, asked["fatal"]))


def _echo(sentence: str) -> None:
    click.echo(sentence, err=True)


def _run(
    config: Config,
    summarize: Callable[[str], None],
    targets: tuple[str, ...],
    jobs: int,
    fatal: tuple[str, ...],
    limits: Limits,
    *,
    always: bool,
) -> int:
    """Write the output, or say that there is nothing to do."""
    shown = shown_output(config)
    looked = Looked(NO_CACHE if always else cache_of(config))
    # The files are looked at before the run, so that one that is saved in the middle of it counts as changed.
    if is_up_to_date(config, looked) and not always and not targets:
        remember(config, looked, shown)
        summarize(f"{shown} is up to date.")
        return held_to_last(limits, config)
    with progress(sys.stderr) as tell:
        from specwright.coverage import summary  # noqa: PLC0415
        from specwright.emit import write  # noqa: PLC0415
        from specwright.pins import with_ledger  # noqa: PLC0415
        from specwright.pipeline import generate  # noqa: PLC0415

        outcome = generate(config, targets, jobs, tell, looked.cache)
    looked.cache.trim()
    _warn(outcome.warnings, config.root)
    if held_to(limits, outcome.ledger):
        return 1
    with with_ledger(config.ledger, outcome.names):
        if config.ledger and outcome.names:
            looked.again(config.ledger)
            click.echo(f"{config.ledger.name} has new names.", err=True)
        inputs = inputs_of(config, outcome.references, ",".join(sorted(targets)), looked)
        inputs = outcome.grounds.told_in(inputs, stands_left(config, targets))
        written = write(config.output, {**left_alone(config, targets), **outcome.files}, inputs, shown=shown)
    if not targets:
        remember(config, looked, shown)
    counts = {
        "created": written.created,
        "changed": written.changed,
        "removed": written.removed,
        "unchanged": written.unchanged,
    }
    told = ", ".join(f"{len(paths)} {what}" for what, paths in counts.items() if paths)
    summarize(f"{shown}: {told}. {summary(outcome.ledger)}")
    if _CHANGED in fatal and (written.created or written.changed or written.removed):
        say_what_to_add(config)
        return 1
    return 0


def _warn(problems: Sequence[Problem], root: Path) -> None:
    """Print warnings on stderr; of a great many the first ones, and how many there are of which kind."""
    if len(problems) <= _TOLD_WHOLE:
        return say(problems, root)
    say(problems[:_TOLD_FIRST], root)
    count = Counter(problem.code for problem in problems[_TOLD_FIRST:])
    listed = ", ".join(f"{number} {code}" for code, number in sorted(count.items()))
    return click.echo(f"And {count.total()} more warnings ({listed}): specwright lint lists them.", err=True)
