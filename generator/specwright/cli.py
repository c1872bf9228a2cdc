"""The command line: arguments in, exit code out.

In: `sys.argv`. Out: results on stdout, messages on stderr; exit 0 good, 1 something to fix, 2 wrong usage.

Why stages are imported inside commands: a run that finds nothing to do must not pay for the libraries that a full run
needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack

import click

from specwright import __version__
from specwright.config import CONFIG_NAME, Config, ad_hoc, find_config, read_config
from specwright.problems import Refused

if TYPE_CHECKING:
    from specwright.report import Style

__all__ = ["main"]

F = TypeVar("F", bound=Callable[..., None])


class Asked(TypedDict):
    """Which documents a command is about."""

    specs: tuple[Path, ...]
    config_file: Path | None


class AskedToRun(Asked):
    """What to do with them, and where to put it."""

    output: Path | None
    package: str | None
    targets: tuple[str, ...]
    jobs: int


def _about_specs(command: F) -> F:
    named = click.argument("specs", nargs=-1, type=click.Path(path_type=Path), metavar="[SPEC]...")
    found = f"The configuration, instead of the nearest {CONFIG_NAME}."
    return named(click.option("--config", "config_file", type=click.Path(path_type=Path), help=found)(command))


def _about_runs(command: F) -> F:
    options = (
        click.option("-o", "--output", type=click.Path(path_type=Path), help="The output folder."),
        click.option("--package", help="The package's name, for SPEC arguments."),
        click.option("--target", "targets", multiple=True, help="Only this target; may be given again."),
        click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Reading processes."),
    )
    for option in reversed(options):
        command = option(command)
    return _about_specs(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="specwright")
def main() -> None:
    """Turn OpenAPI documents into a typed Python SDK, the same bytes every time."""


@main.command()
@_about_runs
@click.option("--no-cache", is_flag=True, help="Run every stage even if nothing has changed.")
def generate(*, no_cache: bool, **asked: Unpack[AskedToRun]) -> None:
    """Write everything that the configuration lists, or one SDK from SPEC arguments."""
    from specwright.commands import run_generate  # noqa: PLC0415

    config = _configured(asked, asked["output"], asked["package"])
    _finish(config, lambda: run_generate(config, _targets(asked), asked["jobs"], always=no_cache))


@main.command()
@_about_runs
@click.option(
    "--fail-on", "fatal", type=click.Choice(["untranslated"]), multiple=True, help="What else is something to fix."
)
def check(*, fatal: tuple[str, ...], **asked: Unpack[AskedToRun]) -> None:
    """Say what `generate` would change and why, as a diff, without writing anything."""
    from specwright.commands import run_check  # noqa: PLC0415

    config = _configured(asked, asked["output"], asked["package"])
    _finish(config, lambda: max(run_check(config, _targets(asked), asked["jobs"]), _untranslated(config, fatal)))


@main.command()
@_about_specs
@click.option("--format", "style", type=click.Choice(["text", "json", "sarif", "github"]), default="text")
def lint(*, style: Style, **asked: Unpack[Asked]) -> None:
    """Say everything that is wrong with the documents, each with its place and a remedy."""
    from specwright.commands import run_lint  # noqa: PLC0415

    config = _configured(asked)
    _finish(config, lambda: run_lint(config, style))


@main.command()
@_about_specs
def ir(**asked: Unpack[Asked]) -> None:
    """Print the intermediate representation as JSON, for generators in other languages."""
    from specwright.commands import run_ir  # noqa: PLC0415

    config = _configured(asked)
    _finish(config, lambda: run_ir(config))


@main.group()
def i18n() -> None:
    """Catalogues: the pages in their readers' languages."""


@i18n.command()
@_about_specs
def extract(**asked: Unpack[Asked]) -> None:
    """Print every text that is to be translated, with its place."""
    from specwright.commands_i18n import run_extract  # noqa: PLC0415

    config = _configured(asked)
    _finish(config, lambda: run_extract(config))


@i18n.command()
@_about_specs
def update(**asked: Unpack[Asked]) -> None:
    """Bring the catalogues in step with the texts: new ones empty, changed ones fuzzy."""
    from specwright.commands_i18n import run_update  # noqa: PLC0415

    config = _configured(asked)
    _finish(config, lambda: run_update(config))


@i18n.command()
@_about_specs
def status(**asked: Unpack[Asked]) -> None:
    """Say how far each language is; exit 1 where something is missing or unsure."""
    from specwright.commands_i18n import run_status  # noqa: PLC0415

    config = _configured(asked)
    _finish(config, lambda: run_status(config))


@main.group()
def docs() -> None:
    """The pages as a site to browse."""


def _about_sites(command: F) -> F:
    into = "The site's folder, which is replaced as a whole; .cache/site beside the configuration if not given."
    out = click.option("-o", "--output", type=click.Path(path_type=Path), help=into)
    found = f"The configuration, instead of the nearest {CONFIG_NAME}."
    return out(click.option("--config", "config_file", type=click.Path(path_type=Path), help=found)(command))


@docs.command()
@_about_sites
def build(*, output: Path | None, config_file: Path | None) -> None:
    """Build the site from the pages that `generate` has written."""
    from specwright.site import run_docs_build  # noqa: PLC0415

    config = _configured({"specs": (), "config_file": config_file})
    _finish(config, lambda: run_docs_build(config, output))


@docs.command()
@_about_sites
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
def serve(*, output: Path | None, config_file: Path | None, port: int) -> None:
    """Build the site and serve it on this machine."""
    from specwright.site import run_docs_serve  # noqa: PLC0415

    config = _configured({"specs": (), "config_file": config_file})
    _finish(config, lambda: run_docs_serve(config, output, port))


def _untranslated(config: Config, fatal: tuple[str, ...]) -> int:
    """1 where a missing translation is fatal and there is one."""
    if "untranslated" not in fatal:
        return 0
    from specwright.commands_i18n import run_status  # noqa: PLC0415

    return run_status(config)


def _configured(asked: Asked, output: Path | None = None, package: str | None = None) -> Config:
    _require_files(asked["specs"])
    if asked["specs"] and asked["config_file"]:
        raise click.UsageError("--config goes without SPEC arguments, which stand for a configuration of their own.")
    if asked["specs"]:
        return ad_hoc(asked["specs"], output, package)
    if package:
        raise click.UsageError("--package goes with SPEC arguments; the configuration names its packages itself.")
    _require_files((asked["config_file"],) if asked["config_file"] else ())
    path = asked["config_file"] or find_config(Path.cwd())
    if path is None:
        raise click.UsageError(f"no {CONFIG_NAME} here or above. Name a SPEC file, or write one.")
    try:
        return read_config(path, output)
    except Refused as refused:
        from specwright.commands import say  # noqa: PLC0415

        say(refused.problems, path.parent)
        sys.exit(1)


def _require_files(paths: tuple[Path, ...]) -> None:
    """A name that leads to no file is a slip of the pen, not a document to mend."""
    missing = [path for path in paths if not _leads_to(path, Path.exists)]
    folders = [path for path in paths if _leads_to(path, Path.is_dir)]
    if missing:
        raise click.UsageError(f"there is no file {_quoted(missing)}.")
    if folders:
        raise click.UsageError(f"a file belongs here, and {_quoted(folders)} is a folder. Name a file in it.")


def _leads_to(path: Path, what: Callable[[Path], bool]) -> bool:
    """Whether a path leads to such a thing; where that cannot be told, reading it will say why."""
    try:
        return what(path)
    except OSError:
        return what is Path.exists


def _quoted(paths: list[Path]) -> str:
    return ", ".join(f'"{path}"' for path in paths)


def _targets(asked: AskedToRun) -> tuple[str, ...]:
    from specwright.commands import target_names  # noqa: PLC0415

    for name in asked["targets"]:
        if name not in target_names():
            raise click.UsageError(f'no target "{name}". Known: {", ".join(target_names())}.')
    return asked["targets"]


def _finish(config: Config, command: Callable[[], int]) -> None:
    """Run a command and leave with its code; a refusal is 1, with every problem on stderr."""
    try:
        code = command()
    except Refused as refused:
        from specwright.commands import say  # noqa: PLC0415

        say(refused.problems, config.root)
        code = 1
    sys.exit(code)
