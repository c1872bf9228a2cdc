"""The command that tells what becomes of each construct, and the limits that other commands are held to.

In: a `Config`. Out: an exit code; the ledger on stdout in a style of `report`, its summary on stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from specwright.config import Config
from specwright.limits import Limits, beyond, counts_in
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.coverage import Ledger
    from specwright.report import Style

__all__ = ["held_to", "held_to_last", "run_coverage"]

_LAST = "coverage.json"


def run_coverage(config: Config, style: Style, limits: Limits) -> int:
    """Print everything that is degraded or not generated."""
    with progress(sys.stderr) as tell:
        from specwright.coverage import as_problems, counts, summary  # noqa: PLC0415
        from specwright.pipeline import read_ledger  # noqa: PLC0415
        from specwright.report import print_problems  # noqa: PLC0415

        ledger = read_ledger(config, tell)
    click.echo(print_problems(as_problems(ledger), config.root, style), nl=False)
    click.echo(summary(ledger), err=True)
    return _held(limits, counts(ledger))


def held_to(limits: Limits, ledger: Ledger) -> int:
    """1 where a run gives up more than it may."""
    from specwright.coverage import counts  # noqa: PLC0415

    return _held(limits, counts(ledger))


def held_to_last(limits: Limits, config: Config) -> int:
    """The same for an output that is up to date, whose ledger lies in it."""
    return _held(limits, counts_in((config.output / _LAST).read_bytes())) if limits.are_set else 0


def _held(limits: Limits, counts: Mapping[str, int]) -> int:
    sentences = tuple(beyond(limits, counts))
    for sentence in sentences:
        click.echo(f"{sentence} Run `specwright coverage`.", err=True)
    return 1 if sentences else 0
