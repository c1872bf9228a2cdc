"""`specwright names`: the names ledger, which keeps public names as users know them.

Why `pins` is imported inside each: it brings the stages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from specwright.answered import finish
from specwright.asked import configured
from specwright.config import LEDGER_NAME, Config, is_release
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.pins import Ledger
    from specwright.pins.editing import Done, Name

    Edit: TypeAlias = Callable[[Ledger, Name], tuple[Ledger, tuple[Done, ...]]]

__all__ = ["command"]

_about_config = click.option(
    "--config", "config_file", type=click.Path(path_type=Path), help="The configuration, instead of the nearest one."
)
_about_format = click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")


@click.group("names", invoke_without_command=True)
@_about_config
@click.pass_context
def command(context: click.Context, *, config_file: Path | None) -> None:
    """The names ledger: every public name with its place; without a subcommand, show it."""
    if context.invoked_subcommand is None:
        context.invoke(show, config_file=config_file)
    elif config_file is not None:
        # What is said before a subcommand is said to it.
        context.default_map = {context.invoked_subcommand: {"config_file": str(config_file)}}


@command.command()
@click.argument("pattern", default="")
@_about_format
@_about_config
def show(*, pattern: str, style: str, config_file: Path | None) -> None:
    """Show the names that PATTERN means, such as pets.list, 'Pet.*' or 'GET /pets'; without one, all whole things."""
    config = _config(config_file)
    finish(config, lambda: _show(config, pattern, style))


@command.command()
@_about_config
def pin(*, config_file: Path | None) -> None:
    """Start the ledger: from now on no public name changes by itself."""
    config = _config(config_file)
    finish(config, lambda: _pin(config))


@command.command()
@click.argument("pattern", default="*")
@click.option("--since", metavar="RELEASE", help="The release that brings them, if it is not the version of the SDK.")
@_about_config
def accept(*, pattern: str, since: str | None, config_file: Path | None) -> None:
    """Take the new names that PATTERN means, or all; the old ones work as deprecated ones for a release."""
    config = _config(config_file)
    if since is not None and not is_release(since):
        raise click.UsageError(f"{since} is no release, such as 1.2.0.")
    releases = {sdk.name: since or sdk.version for sdk in config.sdks}

    def edit(ledger: Ledger, name: Name) -> tuple[Ledger, tuple[Done, ...]]:
        from specwright.pins.editing import accepted  # noqa: PLC0415

        return accepted(ledger, name, pattern, releases)

    note = "" if since else "The old names belong to the version in the configuration; if that is out, give --since."
    finish(config, lambda: _edit(config, edit, pattern, note))


@command.command()
@click.argument("pattern", default="*")
@_about_config
def keep(*, pattern: str, config_file: Path | None) -> None:
    """Keep the names that PATTERN means, or all, as they are, whatever the rules give now."""
    config = _config(config_file)

    def edit(ledger: Ledger, name: Name) -> tuple[Ledger, tuple[Done, ...]]:
        from specwright.pins.editing import kept  # noqa: PLC0415

        return kept(ledger, name, pattern)

    finish(config, lambda: _edit(config, edit, pattern))


@command.command()
@_about_config
def prune(*, config_file: Path | None) -> None:
    """Take away what is gone, and the old names that a release has dropped."""
    config = _config(config_file)

    def edit(ledger: Ledger, name: Name) -> tuple[Ledger, tuple[Done, ...]]:
        from specwright.pins.editing import pruned  # noqa: PLC0415

        return pruned(ledger, name)

    finish(config, lambda: _edit(config, edit))


def _config(config_file: Path | None) -> Config:
    return configured({"specs": (), "config_file": config_file})


def _show(config: Config, pattern: str, style: str) -> int:
    """Print names; 1 where a pattern means none."""
    from specwright.pins.showing import as_json, as_text, meant, shown_names  # noqa: PLC0415

    ledger, name = _read(config)
    names = meant(shown_names(ledger, name(ledger)), pattern)
    click.echo(as_json(names) if style == "json" else as_text(names), nl=False)
    return 0 if names else _none(pattern, ledger, name)


def _pin(config: Config) -> int:
    """Write a ledger with every name."""
    from specwright.pins import Ledger, as_text, read_pins, updated, with_ledger  # noqa: PLC0415

    if read_pins(config) is not None:
        click.echo(f"{LEDGER_NAME} is there already; specwright generate adds what is new.", err=True)
        return 0
    _, name = _read(config)
    ledger = updated(Ledger(), name(Ledger()).sdks)
    with with_ledger(config.ledger, as_text(ledger).encode()):
        count = sum(len(section.lines) for section in ledger.sections.values())
        click.echo(f"{LEDGER_NAME} has {count} lines. Run `specwright generate`, and commit both.", err=True)
    return 0


def _edit(config: Config, edit: Edit, pattern: str = "", note: str = "") -> int:
    """Change the ledger, and say what became of each name."""
    from specwright.pins import as_text, with_ledger  # noqa: PLC0415

    ledger, name = _read(config)
    edited, done = edit(ledger, name)
    for each in done:
        click.echo(each.sentence)
    if not done:
        return _unchanged(ledger, name, pattern) if pattern not in ("", "*") else _nothing()
    with with_ledger(config.ledger, as_text(edited).encode()):
        click.echo(f"{LEDGER_NAME} has changed. Run `specwright generate`. {note}".rstrip(), err=True)
    return 0


def _read(config: Config) -> tuple[Ledger, Name]:
    """The ledger, an empty one if none has been started, and how the SDKs are named with any."""
    with progress(sys.stderr) as tell:
        from specwright.pins import Ledger, read_pins  # noqa: PLC0415
        from specwright.pipeline import read_names  # noqa: PLC0415

        return read_pins(config) or Ledger(), read_names(config, tell)


def _unchanged(ledger: Ledger, name: Name, pattern: str) -> int:
    """Say whether a pattern means no name, or none that this could be done to."""
    from specwright.pins.showing import meant, shown_names  # noqa: PLC0415

    if not meant(shown_names(ledger, name(ledger)), pattern):
        return _none(pattern, ledger, name)
    how = f"`specwright names show {pattern}` tells how it stands"
    click.echo(f"{pattern}: there is nothing that this could be done to; {how}.", err=True)
    return 1


def _none(pattern: str, ledger: Ledger, name: Name) -> int:
    """Say that nothing is called so, and what probably is."""
    from specwright.load.nearest import did_you_mean  # noqa: PLC0415
    from specwright.pins.showing import shown_names  # noqa: PLC0415

    known = (each.full for each in shown_names(ledger, name(ledger)))
    hint = did_you_mean(pattern, known, "`specwright names` lists them.") if pattern else ""
    click.echo(f"no such name: {pattern}. {hint}" if pattern else "there are no names.", err=True)
    return 1


def _nothing() -> int:
    click.echo("there is nothing to do.", err=True)
    return 0
