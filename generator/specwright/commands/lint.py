"""`specwright lint`: everything that is wrong with the documents, each with its place and a remedy."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from specwright.answered import finish
from specwright.asked import Asked, about_format, about_specs, configured
from specwright.config import Config
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.report import Style

__all__ = ["command"]


@click.command("lint")
@about_specs
@about_format
def command(*, style: Style, **asked: Unpack[Asked]) -> None:
    """Say everything that is wrong with the documents, each with its place and a remedy."""
    config = configured(asked)
    finish(config, lambda: _run(config, style))


def _run(config: Config, style: Style) -> int:
    """Print everything that is wrong with the documents."""
    with progress(sys.stderr) as tell:
        from specwright.pipeline import read_problems  # noqa: PLC0415
        from specwright.problems import has_errors  # noqa: PLC0415
        from specwright.report import print_problems  # noqa: PLC0415

        problems = read_problems(config, tell)
    click.echo(print_problems(problems, config.root, style), nl=False)
    return 1 if has_errors(problems) else 0
