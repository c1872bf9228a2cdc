"""`specwright coverage`: what becomes of each construct.

In: a `Config`. Out: an exit code; the ledger on stdout in a style of `report`, its summary on stderr.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from specwright.answered import finish
from specwright.asked import AskedToHold, about_format, about_limits, about_specs, configured, limits_of
from specwright.config import Config
from specwright.held import held_to
from specwright.limits import Limits
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.report import Style

__all__ = ["command"]


@click.command("coverage")
@about_specs
@about_limits()
@about_format
def command(*, style: Style, **asked: Unpack[AskedToHold]) -> None:
    """Say what of the documents is degraded or not generated, each with its place and what is given up."""
    config = configured(asked)
    finish(config, lambda: _run(config, style, limits_of(asked)))


def _run(config: Config, style: Style, limits: Limits) -> int:
    """Print everything that is degraded or not generated."""
    with progress(sys.stderr) as tell:
        from specwright.coverage import as_problems, summary  # noqa: PLC0415
        from specwright.pipeline import read_ledger  # noqa: PLC0415
        from specwright.report import print_problems  # noqa: PLC0415

        ledger = read_ledger(config, tell)
    click.echo(print_problems(as_problems(ledger), config.root, style), nl=False)
    click.echo(summary(ledger), err=True)
    return held_to(limits, ledger)
