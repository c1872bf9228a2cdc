"""`specwright vendor`: documents from elsewhere, kept as they were published and pinned by digest.

In: what is to be brought in or looked after. Out: files under `specs/`, `specs/sources.toml`, an exit code.

Why stages are imported inside: `verify` needs no more than digests.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from specwright.answered import finish, say
from specwright.asked import about_format
from specwright.config import CONFIG_NAME, Config, SdkConfig, find_config, read_config, source_of
from specwright.problems import has_errors
from specwright.progress import progress
from specwright.vendor import SOURCES_NAME, Asked, Said, Sources, Trust, is_day, read_sources, renew, with_reasons
from specwright.vendor.choosing import UnclearChoice, choose

if TYPE_CHECKING:
    from specwright.report import Style
    from specwright.vendor.reporting import UpdateStyle

__all__ = ["command"]

_FOLDER = "specs"


class AskedToRead(TypedDict):
    """What may be read beside what is named."""

    allow_private: bool
    ca_file: Path | None
    below: Path | None


about_sources = click.option(
    "--sources",
    "sources_file",
    type=click.Path(path_type=Path),
    help=f"The file that pins them, instead of {_FOLDER}/{SOURCES_NAME}.",
)
about_date = click.option("--retrieved", default="", metavar="DATE", help="The day it was retrieved, as 2026-01-31.")


def about_trust(command: Callable[..., None]) -> Callable[..., None]:
    """What may be read beside what is named."""
    folder = click.Path(path_type=Path, exists=True, file_okay=False)
    options = (
        click.option("--below", type=folder, metavar="FOLDER", help="Where references of a FILE may lead into."),
        click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too."),
        click.option(
            "--ca-file",
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            help="A PEM file with authorities to trust beside the system's.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group("vendor")
def command() -> None:
    """Documents from elsewhere, kept as published and pinned by digest."""


@command.command()
@click.argument("named", metavar="FILE|URL")
@click.option("--to", type=click.Path(path_type=Path), metavar="PATH", help=f"The file or folder, below {_FOLDER}/.")
@click.option("--license", "license_", default="", metavar="TEXT", help="Under what license it is.")
@about_date
@click.option("--origin", default="", metavar="TEXT", help="Where it is from, in a sentence.")
@about_trust
@about_sources
def add(
    *,
    named: str,
    to: Path | None,
    license_: str,
    retrieved: str,
    origin: str,
    sources_file: Path | None,
    **trusted: Unpack[AskedToRead],
) -> None:
    """Bring in a document and the files it refers to, unchanged, and pin them."""
    root = _root()
    said = Said(to, origin, license_, _require_day(retrieved))
    _finish(root, lambda: _added(root, _sources(root, sources_file), named, said, _trust(trusted)))


@command.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--from", "place", default="", metavar="FILE|URL", help="Where to look, instead of where it was found.")
@about_date
@click.option("--dry-run", is_flag=True, help="Tell what an update means, and write nothing.")
@click.option("--format", "style", type=click.Choice(["text", "json", "markdown", "github"]), default="text")
@about_trust
@about_sources
def update(
    *,
    paths: tuple[Path, ...],
    place: str,
    retrieved: str,
    dry_run: bool,
    style: UpdateStyle,
    sources_file: Path | None,
    **trusted: Unpack[AskedToRead],
) -> None:
    """Bring in what has changed at its place, and tell all that this means."""
    _require_day(retrieved)
    root = _root()

    def run() -> int:
        sources = _sources(root, sources_file)
        try:
            choice = choose(sources, paths, place)
        except UnclearChoice as unclear:
            raise click.UsageError(str(unclear)) from unclear
        for each in choice.passed_over:
            hint = f"Write it there, or run `specwright vendor update {each} --from FILE|URL`."
            click.echo(f"{each}: passed over, as {sources.shown} names no url for it. {hint}", err=True)
        if not choice.entries:
            click.echo("nothing was looked at.", err=True)
            return 1
        return _updated(root, sources, Asked(choice.entries, place, retrieved), _trust(trusted), style, dry=dry_run)

    _finish(root, run)


@command.command()
@about_format
@about_sources
def verify(*, style: Style, sources_file: Path | None) -> None:
    """Say what is not as it was retrieved, without any network."""
    root = _root()
    _finish(root, lambda: _verified(_sources(root, sources_file), root, style))


def _require_day(text: str) -> str:
    if text and not is_day(text):
        raise click.UsageError(f'"{text}" is no day. Write it as 2026-01-31.')
    return text


def _root() -> Path:
    """The folder that files are named from: that of the configuration, or the working folder."""
    found = find_config(Path.cwd())
    return found.parent.resolve() if found else Path.cwd()


def _sources(root: Path, named: Path | None) -> Sources:
    path = named.resolve() if named else root / _FOLDER / SOURCES_NAME
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return read_sources(path, shown)


def _trust(trusted: AskedToRead) -> Trust:
    return Trust(trusted["allow_private"], trusted["ca_file"], trusted["below"])


def _finish(root: Path, run: Callable[[], int]) -> None:
    finish(Config(root, root, ()), run)


def _verified(sources: Sources, root: Path, style: Style) -> int:
    """Print everything that is not as `sources.toml` says."""
    from specwright.report import print_problems  # noqa: PLC0415
    from specwright.vendor import verify as verified  # noqa: PLC0415

    problems = verified(sources)
    click.echo(print_problems(problems, root, style), nl=False)
    if not problems:
        count = sum(len(entry.pins) for entry in sources.entries)
        click.echo(f"{sources.shown}: {_counted(count, 'file')} as retrieved.", err=True)
    return 1 if problems else 0


def _added(root: Path, sources: Sources, named: str, said: Said, trust: Trust) -> int:
    """Bring a document in, and say what is to be done next."""
    from specwright.pipeline import read_problems  # noqa: PLC0415
    from specwright.vendor import add as bring_in, proposal  # noqa: PLC0415

    added = bring_in(sources, named, said, trust)
    shown = sources.named(added.entry.path)
    source = source_of(root / shown, root)
    problems = read_problems(Config(root, root, (SdkConfig("added", "added", "0.1.0", "", (source,)),)))
    told = with_reasons(added.missing, (each for each in problems if each.severity == "error"))
    say(told, root)
    along = f", with {len(added.entry.parts)} that it refers to" if added.entry.parts else ""
    click.echo(f"{shown}: brought in{along} and pinned in {sources.shown}.", err=True)
    if not (added.entry.url or added.entry.file):
        hint = f'Write url = "https://…" in {sources.shown}, or give --from then.'
        click.echo(f"`specwright vendor update` will not find it again. {hint}", err=True)
    warnings = sum(problem.severity == "warning" for problem in problems)
    if warnings:
        click.echo(f"{_counted(warnings, 'warning')}: `specwright lint {shown}` lists them.", err=True)
    if shown not in _configured(root):
        click.echo(f"No pattern in {CONFIG_NAME} means it. For a package of its own, put there:", err=True)
        click.echo(proposal(added.entry, shown), nl=False)
    return 1 if has_errors(told) else 0


def _configured(root: Path) -> frozenset[str]:
    """The documents that the configuration means."""
    path = root / CONFIG_NAME
    config = read_config(path) if path.is_file() else Config(root, root, ())
    return frozenset(source.shown for sdk in config.sdks for source in sdk.sources)


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _updated(root: Path, sources: Sources, asked: Asked, trust: Trust, style: UpdateStyle, *, dry: bool) -> int:
    """Bring in what is new, and print what it means."""
    from specwright.vendor.reporting import print_report  # noqa: PLC0415
    from specwright.vendor.updating import bring_in, told  # noqa: PLC0415

    path = root / CONFIG_NAME
    config = read_config(path) if path.is_file() else Config(root, root / "output", ())
    renewal = renew(sources, asked, trust)
    for each in renewal.unchanged:
        click.echo(f"{sources.named(each)} is as it was.", err=True)
    if not renewal.renewed:
        return 0
    with progress(sys.stderr) as tell:
        report = told(config, renewal, asked.retrieved, tell)
    text = print_report(report, style)
    if not dry:
        bring_in(renewal)
    click.echo(text, nl=False)
    done = "nothing is written, as this is a dry run" if dry else f"brought in and pinned in {sources.shown}"
    click.echo(f"{_counted(len(renewal.renewed), 'document')} changed: {done}.", err=True)
    return 0 if report.is_fine else 1
