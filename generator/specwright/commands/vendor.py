"""`specwright vendor`: documents from elsewhere, kept as they were published and pinned by digest.

In: what is to be brought in or looked after. Out: files under `specs/`, `specs/sources.toml`, an exit code.

Why stages are imported inside: `verify` needs no more than digests.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from specwright.answered import finish, say
from specwright.asked import about_format
from specwright.config import CONFIG_NAME, Config, SdkConfig, find_config, read_config, source_of
from specwright.vendor import SOURCES_NAME, Said, Sources, Trust, read_sources

if TYPE_CHECKING:
    from specwright.report import Style

__all__ = ["command"]

_FOLDER = "specs"


class AskedOfNetwork(TypedDict):
    """Whom a fetch may ask."""

    allow_private: bool
    ca_file: Path | None


about_sources = click.option(
    "--sources",
    "sources_file",
    type=click.Path(path_type=Path),
    help=f"The file that pins them, instead of {_FOLDER}/{SOURCES_NAME}.",
)
about_date = click.option("--retrieved", default="", metavar="DATE", help="The day it was retrieved, as 2026-01-31.")


def about_network(command: Callable[..., None]) -> Callable[..., None]:
    """Whom a fetch may ask."""
    private = click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
    authority = "A PEM file with authorities to trust beside the system's."
    ca_file = click.option("--ca-file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=authority)
    return private(ca_file(command))


@click.group("vendor")
def command() -> None:
    """Documents from elsewhere, kept as published and pinned by digest."""


@command.command()
@click.argument("named", metavar="FILE|URL")
@click.option("--to", type=click.Path(path_type=Path), metavar="PATH", help=f"The file or folder, below {_FOLDER}/.")
@click.option("--license", "license_", default="", metavar="TEXT", help="Under what license it is.")
@about_date
@click.option("--origin", default="", metavar="TEXT", help="Where it is from, in a sentence.")
@about_network
@about_sources
def add(
    *,
    named: str,
    to: Path | None,
    license_: str,
    retrieved: str,
    origin: str,
    sources_file: Path | None,
    **network: Unpack[AskedOfNetwork],
) -> None:
    """Bring in a document and the files it refers to, unchanged, and pin them."""
    root = _root()
    said = Said(origin, license_, retrieved)
    _finish(root, lambda: _added(root, _sources(root, sources_file), named, to, said, _trust(network)))


@command.command()
@about_format
@about_sources
def verify(*, style: Style, sources_file: Path | None) -> None:
    """Say what is not as it was retrieved, without any network."""
    root = _root()
    _finish(root, lambda: _verified(_sources(root, sources_file), root, style))


def _root() -> Path:
    """The folder that files are named from: that of the configuration, or the working folder."""
    found = find_config(Path.cwd())
    return found.parent.resolve() if found else Path.cwd()


def _sources(root: Path, named: Path | None) -> Sources:
    path = named.resolve() if named else root / _FOLDER / SOURCES_NAME
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return read_sources(path, shown)


def _trust(network: AskedOfNetwork) -> Trust:
    return Trust(network["allow_private"], network["ca_file"])


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


def _added(root: Path, sources: Sources, named: str, to: Path | None, said: Said, trust: Trust) -> int:
    """Bring a document in, and say what is to be done next."""
    from specwright.pipeline import read_problems  # noqa: PLC0415
    from specwright.vendor import add as bring_in, proposal  # noqa: PLC0415

    added = bring_in(sources, named, to, said, trust)
    shown = sources.named(added.entry.path)
    source = source_of(root / shown, root)
    problems = read_problems(Config(root, root, (SdkConfig("added", "added", "0.1.0", "", (source,)),)))
    errors = [problem for problem in problems if problem.severity == "error"]
    told = {problem.origin for problem in errors}
    say([*errors, *(each for each in added.missing if each.origin not in told)], root)
    along = f", with {len(added.entry.parts)} that it refers to" if added.entry.parts else ""
    click.echo(f"{shown}: brought in{along} and pinned in {sources.shown}.", err=True)
    warnings = sum(problem.severity == "warning" for problem in problems)
    if warnings:
        click.echo(f"{_counted(warnings, 'warning')}: `specwright lint {shown}` lists them.", err=True)
    if shown not in _configured(root):
        click.echo(f"No pattern in {CONFIG_NAME} means it. For a package of its own, put there:", err=True)
        click.echo(proposal(added.entry, shown), nl=False)
    return 1 if errors else 0


def _configured(root: Path) -> frozenset[str]:
    """The documents that the configuration means."""
    path = root / CONFIG_NAME
    config = read_config(path) if path.is_file() else Config(root, root, ())
    return frozenset(source.shown for sdk in config.sdks for source in sdk.sources)


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
