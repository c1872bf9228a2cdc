"""`specwright diff`: what changed for those who call the API, and for those who use the SDK.

In: one or two sides as they are named. Out: an exit code; the changes on stdout.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from specwright.answered import say
from specwright.asked import Asked, configured
from specwright.config import Config, find_config
from specwright.problems import Refused
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.diff.comparison import Comparison
    from specwright.diff.printing import DiffStyle

__all__ = ["command"]

_FATAL = {"breaking": ("breaking", "sdk"), "additive": ("breaking", "sdk", "additive"), "never": ()}
_ANY = "any"


@click.command("diff")
@click.argument("sides", nargs=-1, metavar="[OLD [NEW]]")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--fail-on",
    "fatal",
    type=click.Choice([*_FATAL, _ANY]),
    default="breaking",
    show_default=True,
    help="Changes from this weight up are something to fix.",
)
@click.option("--ids", "with_ids", is_flag=True, help="Print the id of each change.")
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help="The configuration of versions and of the project, instead of the nearest.",
)
def command(*, sides: tuple[str, ...], style: DiffStyle, fatal: str, with_ids: bool, config_file: Path | None) -> None:
    """Say what changed for those who call an API.

    OLD and NEW are documents, folders, versions of the configuration (v3, NAME@v3), git revisions, or REV:PATH. Without
    NEW it is the working tree, without OLD it is HEAD.
    """
    comparison = _compared(sides, partial(_configured, config_file))
    from specwright.diff.printing import Wanted, print_comparison  # noqa: PLC0415

    click.echo(print_comparison(comparison, style, Wanted(with_ids=with_ids)), nl=False)
    sys.exit(1 if _is_fatal(comparison, fatal) else 0)


def _configured(config_file: Path | None) -> Config | None:
    asked: Asked = {"specs": (), "config_file": config_file}
    return configured(asked) if config_file or find_config(Path.cwd()) else None


def _compared(words: tuple[str, ...], here: Callable[[], Config | None]) -> Comparison:
    with progress(sys.stderr) as tell:
        from specwright.sides import Unclear, compare_sides, sides_asked  # noqa: PLC0415

        try:
            with sides_asked(words, here) as (old, new):
                return compare_sides(old, new, tell)
        except Unclear as unclear:
            raise click.UsageError(str(unclear)) from unclear
        except Refused as refused:
            say(refused.problems, Path.cwd())
            sys.exit(1)


def _is_fatal(comparison: Comparison, fatal: str) -> bool:
    found = {entry.weight for entry in comparison.entries if not entry.accepted}
    return bool(found) if fatal == _ANY else not found.isdisjoint(_FATAL[fatal])
