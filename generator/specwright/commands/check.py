"""`specwright check`: what `generate` would change and why, without writing anything.

In: a `Config`, targets and limits. Out: an exit code; each difference on stdout, with its cause.

Why stages are imported inside: a run that finds nothing to do must not pay for the libraries of a full one.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

import click

from specwright.answered import finish
from specwright.asked import AskedToRun, about_cache, about_limits, about_runs, configured, limits_of, targets_of
from specwright.cache import NO_CACHE
from specwright.config import Config
from specwright.emit import Drift, read_manifest, strays_in
from specwright.held import held_to, held_to_last
from specwright.inputs import inputs_of, partial_targets
from specwright.looked import Looked
from specwright.outputs import is_up_to_date, left_alone, shown_output
from specwright.progress import progress
from specwright.records import cache_of, remember
from specwright.tracked import UNTRACKED, held_to_git

if TYPE_CHECKING:
    from specwright.pipeline import Outcome

__all__ = ["command"]


@click.command("check")
@about_runs
@about_limits("untranslated", UNTRACKED)
@about_cache
def command(*, no_cache: bool, **asked: Unpack[AskedToRun]) -> None:
    """Say what `generate` would change and why, as a diff, without writing anything."""
    config = configured(asked, asked["output"], asked["package"])
    finish(config, lambda: _checked_all(config, asked, always=no_cache))


def _checked_all(config: Config, asked: AskedToRun, *, always: bool) -> int:
    """Each thing that is asked for, one after the other; what git knows counts once the output is right."""
    drifted = _checked(config, asked, always=always)
    untranslated = _untranslated(config, asked["fatal"])
    return drifted or untranslated or held_to_git(config, asked["fatal"])


def _checked(config: Config, asked: AskedToRun, *, always: bool) -> int:
    """Print each difference between the output and a fresh run, with its cause."""
    targets, limits = targets_of(asked), limits_of(asked)
    shown = shown_output(config)
    looked = Looked(NO_CACHE if always else cache_of(config))
    if is_up_to_date(config, looked) and not targets and not always:
        if drifts := strays_in(config.output, shown=shown):
            return _tell(drifts, shown)
        remember(config, looked, shown)
        click.echo(f"{shown} is up to date.", err=True)
        return held_to_last(limits, config)
    with progress(sys.stderr) as tell:
        from specwright.emit import check  # noqa: PLC0415
        from specwright.pipeline import generate  # noqa: PLC0415

        outcome = generate(config, targets, asked["jobs"], tell, looked.cache)
    looked.cache.trim()
    files = {**left_alone(config, targets), **outcome.files}
    last = read_manifest(config.output, shown=shown)
    inputs = inputs_of(config, outcome.references, partial_targets(last.inputs) if last else "", looked)
    drifts = check(config.output, files, inputs, shown=shown)
    # Nothing of it is there: each file would be a difference, and none would say anything.
    if len(drifts) > len(files) and all(drift.kind == "missing" for drift in drifts):
        click.echo("there is no output yet: run specwright generate.", err=True)
        return 1
    lacking = _tell_names(config, outcome)
    if drifts or lacking:
        return _tell(drifts, shown) if drifts else lacking
    if not targets:
        remember(config, looked, shown)
    click.echo(f"{shown} is up to date.", err=True)
    return held_to(limits, outcome.ledger)


def _tell_names(config: Config, outcome: Outcome) -> int:
    """1 where the names ledger lacks names that are new; no output lacks anything for it."""
    if not config.ledger or outcome.names is None:
        return 0
    from specwright.pins import difference  # noqa: PLC0415

    click.echo(f"{config.ledger.name}: stale: names are new, or stand at another place")
    click.echo(difference(config.ledger, outcome.names), nl=False)
    click.echo(f"{config.ledger.name} differs. Run `specwright generate`.", err=True)
    return 1


def _tell(drifts: Sequence[Drift], shown: str) -> int:
    for drift in drifts:
        click.echo(f"{shown}/{drift.path}: {drift.kind}: {'; '.join(drift.causes)}")
        click.echo(drift.diff, nl=False)
    count = "1 file differs" if len(drifts) == 1 else f"{len(drifts)} files differ"
    click.echo(f"{count}. Run `specwright generate`.", err=True)
    return 1


def _untranslated(config: Config, fatal: tuple[str, ...]) -> int:
    """1 where a missing translation is fatal and there is one."""
    if "untranslated" not in fatal:
        return 0
    from specwright.catalogues import show_status  # noqa: PLC0415

    return show_status(config)
