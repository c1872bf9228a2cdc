"""`specwright diff`: what changed for those who call the API, and for those who use the SDK.

In: one or two sides as they are named. Out: an exit code; the changes on stdout.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from specwright.answered import say
from specwright.asked import Asked, configured
from specwright.config import Config, find_config
from specwright.problems import Refused
from specwright.progress import progress
from specwright.rules import DiffRules

if TYPE_CHECKING:
    from specwright.diff.comparison import Comparison, Weight
    from specwright.diff.printing import DiffStyle
    from specwright.sides import Here

__all__ = ["command"]

_FATAL = {"breaking": ("breaking", "sdk"), "additive": ("breaking", "sdk", "additive"), "never": ()}
_ANY = "any"
_LEVELS = ("breaking", "additive", "docs", "internal")
_ABOUT_RECORD = "Record what changed as that of a release, for CHANGELOG.md; NAME where there are several packages."
_ABOUT_CONFIG = "The configuration of versions and of the project, instead of the nearest."


class _Asked(TypedDict):
    """What is compared, and how it is printed."""

    sides: tuple[str, ...]
    style: DiffStyle
    least: Weight
    releases: tuple[str, ...]
    with_ids: bool


@click.command("diff")
@click.argument("sides", nargs=-1, metavar="[OLD [NEW]]")
@click.option("--format", "style", type=click.Choice(["text", "json", "markdown", "github"]), default="text")
@click.option(
    "--fail-on",
    "fatal",
    type=click.Choice([*_FATAL, _ANY]),
    default="breaking",
    show_default=True,
    help="Changes from this weight up are something to fix.",
)
@click.option("--level", "least", type=click.Choice(_LEVELS), default="internal", help="Print no lesser changes.")
@click.option("--ids", "with_ids", is_flag=True, help="Print the id of each change.")
@click.option("--rules", "is_about_rules", is_flag=True, help="List the rules and their levels instead.")
@click.option("--record", "releases", multiple=True, metavar="[NAME@]RELEASE", help=_ABOUT_RECORD)
@click.option("--config", "config_file", type=click.Path(path_type=Path), help=_ABOUT_CONFIG)
def command(*, config_file: Path | None, fatal: str, is_about_rules: bool, **asked: Unpack[_Asked]) -> None:
    """Say what changed for those who call an API.

    OLD and NEW are documents, folders, versions of the configuration (v3, NAME@v3), git revisions, or REV:PATH. Without
    NEW it is the working tree, without OLD it is HEAD.
    """
    here = cache(lambda: _configured(config_file))
    if is_about_rules:
        config = here()
        _list_rules(config.diff if config else None)
        return
    comparison = _compared(asked["sides"], here, asked["releases"])
    from specwright.diff.printing import Wanted, print_comparison  # noqa: PLC0415

    click.echo(print_comparison(comparison, asked["style"], Wanted(asked["least"], asked["with_ids"])), nl=False)
    sys.exit(1 if _is_fatal(comparison, fatal) else 0)


def _list_rules(configured: DiffRules | None) -> None:
    from specwright.diff.judging import refuse_unknown  # noqa: PLC0415
    from specwright.diff.printing.catalogue import print_rules  # noqa: PLC0415

    rules = configured or DiffRules()
    with _refusing():
        refuse_unknown(rules)
    click.echo(print_rules(rules), nl=False)


def _configured(config_file: Path | None) -> Config | None:
    asked: Asked = {"specs": (), "config_file": config_file}
    return configured(asked) if config_file or find_config(Path.cwd()) else None


def _compared(words: tuple[str, ...], here: Here, releases: tuple[str, ...]) -> Comparison:
    with progress(sys.stderr) as tell, _refusing():
        from specwright.diff.judging import unmatched  # noqa: PLC0415
        from specwright.sides import compare_sides, rules_for, sides_asked  # noqa: PLC0415
        from specwright.sides.recording import check_releases, record  # noqa: PLC0415

        with sides_asked(words, here) as (old, new):
            check_releases(releases, new)
            rules = rules_for(new, here)
            comparison = compare_sides(old, new, tell, rules)
            if not new.is_one:
                say(unmatched(rules, (entry.change for entry in comparison.entries)), Path.cwd())
            for sentence in record(comparison, releases, new):
                click.echo(sentence, err=True)
            return comparison


@contextmanager
def _refusing() -> Generator[None]:
    """What is wrong with a side is something to fix; words that mean nothing are wrong usage."""
    from specwright.sides import Unclear  # noqa: PLC0415

    try:
        yield
    except Unclear as unclear:
        raise click.UsageError(str(unclear)) from unclear
    except Refused as refused:
        say(refused.problems, Path.cwd())
        sys.exit(1)


def _is_fatal(comparison: Comparison, fatal: str) -> bool:
    found = {entry.weight for entry in comparison.entries if not entry.accepted}
    return bool(found) if fatal == _ANY else not found.isdisjoint(_FATAL[fatal])
