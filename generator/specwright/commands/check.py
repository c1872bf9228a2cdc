"""`specwright check`: what `generate` would change and why, without writing anything.

In: a `Config`, targets and limits. Out: an exit code; each difference on stdout, with its cause.

Why stages are imported inside: a run that finds nothing to do must not pay for the libraries of a full one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from specwright.answered import finish
from specwright.asked import AskedToRun, about_cache, about_limits, about_runs, configured, limits_of, targets_of
from specwright.cache import NO_CACHE
from specwright.config import Config
from specwright.emit import Cause, Drift, read_manifest, strays_in
from specwright.held import held_to, held_to_last
from specwright.inputs import inputs_of, partial_targets
from specwright.limits import Limits
from specwright.looked import Looked
from specwright.outputs import is_up_to_date, left_alone, shown_output, stands_left
from specwright.progress import progress
from specwright.records import cache_of, remember
from specwright.tracked import UNTRACKED, held_to_git

if TYPE_CHECKING:
    from specwright.drifts import DriftStyle
    from specwright.pipeline import Outcome

__all__ = ["command"]


@click.command("check")
@about_runs
@about_limits("untranslated", UNTRACKED)
@about_cache
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text")
def command(*, no_cache: bool, style: DriftStyle, **asked: Unpack[AskedToRun]) -> None:
    """Say what `generate` would change and why, as a diff, without writing anything."""
    config = configured(asked, asked["output"], asked["package"])
    finish(config, lambda: _checked_all(config, asked, style, always=no_cache))


def _checked_all(config: Config, asked: AskedToRun, style: DriftStyle, *, always: bool) -> int:
    """Each thing that is asked for, one after the other; what git knows counts once the output is right."""
    drifted = _checked(config, asked, style, always=always)
    untranslated = _untranslated(config, asked["fatal"])
    return drifted or untranslated or held_to_git(config, asked["fatal"])


def _checked(config: Config, asked: AskedToRun, style: DriftStyle, *, always: bool) -> int:
    """Print each difference between the output and a fresh run, with its cause."""
    targets, limits = targets_of(asked), limits_of(asked)
    shown = shown_output(config)
    looked = Looked(NO_CACHE if always else cache_of(config))
    if is_up_to_date(config, looked) and not targets and not always:
        strays = strays_in(config.output, shown=shown)
        return _tell(strays, config, style) or _held_to_last(config, looked, limits)
    with progress(sys.stderr) as tell:
        from specwright.pipeline import generate  # noqa: PLC0415

        outcome = generate(config, targets, asked["jobs"], tell, looked.cache)
    looked.cache.trim()
    drifts = _drifts(config, targets, looked, outcome)
    # Nothing of it is there: each file would be a difference, and none would say anything to people.
    if style != "json" and len(drifts) > len(outcome.files) and all(drift.kind == "missing" for drift in drifts):
        click.echo("there is no output yet: run specwright generate.", err=True)
        return 1
    if code := _tell((*_of_names(config, outcome), *drifts), config, style):
        return code
    if not targets:
        remember(config, looked, shown)
    click.echo(f"{shown} is up to date.", err=True)
    return held_to(limits, outcome.ledger)


def _held_to_last(config: Config, looked: Looked, limits: Limits) -> int:
    """What is left to say of an output that digests alone have vouched for."""
    shown = shown_output(config)
    remember(config, looked, shown)
    click.echo(f"{shown} is up to date.", err=True)
    return held_to_last(limits, config)


def _drifts(config: Config, targets: tuple[str, ...], looked: Looked, outcome: Outcome) -> tuple[Drift, ...]:
    """What differs from a fresh run, each with the causes of its own."""
    from specwright.emit import check  # noqa: PLC0415
    from specwright.grounds import Explanation  # noqa: PLC0415

    shown = shown_output(config)
    last = read_manifest(config.output, shown=shown)
    inputs = inputs_of(config, outcome.references, partial_targets(last.inputs) if last else "", looked)
    inputs = outcome.grounds.told_in(inputs, stands_left(config, targets))
    because = Explanation(last.inputs, outcome.grounds, inputs).of if last else None
    files = {**left_alone(config, targets), **outcome.files}
    return check(config.output, files, inputs, shown=shown, because=because)


def _of_names(config: Config, outcome: Outcome) -> Iterator[Drift]:
    """The names ledger where it lacks names that are new; no output lacks anything for it."""
    if config.ledger and outcome.names is not None:
        from specwright.pins import difference  # noqa: PLC0415

        cause = Cause("names", "names are new, or stand at another place")
        yield Drift(config.ledger.name, "stale", difference(config.ledger, outcome.names), (cause,))


def _tell(drifts: Sequence[Drift], config: Config, style: DriftStyle) -> int:
    """Print the drifts; 1 where there are any."""
    if not drifts and style == "text":
        return 0
    from specwright.drifts import print_drifts  # noqa: PLC0415

    shown, ledger = shown_output(config), config.ledger.name if config.ledger else ""
    named = [each if each.path == ledger else replace(each, path=f"{shown}/{each.path}") for each in drifts]
    click.echo(print_drifts(named, config, style), nl=False)
    outside = sum(each.path == ledger for each in drifts)
    if outside:
        click.echo(f"{ledger} differs. Run `specwright generate`.", err=True)
    if any(cause.kind == "ends" for each in drifts for cause in each.causes):
        click.echo(_about_ends(config), err=True)
    if count := len(drifts) - outside:
        told = "1 file differs" if count == 1 else f"{count} files differ"
        click.echo(f"{told}. Run `specwright generate`.", err=True)
    return 1 if drifts else 0


def _about_ends(config: Config) -> str:
    """How a clone keeps the line ends of all that digests are taken of."""
    folders = sorted({each.shown.partition("/")[0] for sdk in config.sdks for each in sdk.sources if "/" in each.shown})
    lines = [f"{folder}/** -text" for folder in (*folders, shown_output(config))]
    ledger = [f"{config.ledger.name} -text"] if config.ledger and config.ledger.is_file() else []
    told = ", ".join(f"`{line}`" for line in (*lines, *ledger))
    return f"git has changed line ends. Put these lines into .gitattributes, commit it, and clone again: {told}."


def _untranslated(config: Config, fatal: tuple[str, ...]) -> int:
    """1 where a missing translation is fatal and there is one."""
    if "untranslated" not in fatal:
        return 0
    from specwright.catalogues import show_status  # noqa: PLC0415

    return show_status(config)
