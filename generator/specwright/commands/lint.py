"""`specwright lint`: all that is wrong with the documents, each with its place and a remedy; and what mends it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from specwright.answered import finish
from specwright.asked import Asked, about_format, about_specs, configured
from specwright.config import Config
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.repair import Offer
    from specwright.report import Style

__all__ = ["command"]


@click.command("lint")
@about_specs
@about_format
@click.option("--fix-overlay", is_flag=True, help="Propose an overlay that mends what is known how to mend.")
@click.option("--write", is_flag=True, help="With --fix-overlay: write it beside each document, or add to it.")
def command(*, style: Style, fix_overlay: bool, write: bool, **asked: Unpack[Asked]) -> None:
    """Say everything that is wrong with the documents, each with its place and a remedy."""
    if write and not fix_overlay:
        raise click.UsageError("--write goes with --fix-overlay: the documents themselves are never written.")
    config = configured(asked)
    act = _save if write else _propose if fix_overlay else _run
    finish(config, lambda: act(config, style))


def _run(config: Config, style: Style) -> int:
    """Print everything that is wrong with the documents."""
    with progress(sys.stderr) as tell:
        from specwright.pipeline import read_problems  # noqa: PLC0415
        from specwright.problems import has_errors  # noqa: PLC0415
        from specwright.report import print_problems  # noqa: PLC0415

        problems = read_problems(config, tell)
    click.echo(print_problems(problems, config.root, style), nl=False)
    return 1 if has_errors(problems) else 0


def _propose(config: Config, style: Style) -> int:
    """Print an overlay for each document that one would mend; 1 where there is any, or an error is left."""
    from specwright.repair import offers_of, printed  # noqa: PLC0415

    offers = offers_of(config)
    click.echo(printed(offers), nl=False)
    return 1 if _told(config, style, offers) or any(offer.added for offer in offers) else 0


def _save(config: Config, style: Style) -> int:
    """Write each overlay that mends anything; 1 where one cannot be added to, or an error is left."""
    from specwright.repair import offers_of, save  # noqa: PLC0415

    offers = offers_of(config)
    refused = [offer.shown for offer in offers if offer.added and not save(offer)]
    errors = _told(config, style, offers)
    for shown in refused:
        click.echo(
            f"{shown}: its actions are written as none can be added to. Without --write you see what to add.", err=True
        )
    return 1 if refused or errors else 0


def _told(config: Config, style: Style, offers: tuple[Offer, ...]) -> bool:
    """Say what is left and how much is mended; whether an error is left."""
    from specwright.problems import has_errors  # noqa: PLC0415
    from specwright.repair import left_of, summary  # noqa: PLC0415
    from specwright.report import print_problems  # noqa: PLC0415

    left = tuple(left_of(offers))
    click.echo(print_problems(left, config.root, style), err=True, nl=False)
    click.echo(summary(offers), err=True, nl=False)
    return has_errors(left)
