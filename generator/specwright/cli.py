"""The command line: arguments in, exit code out.

In: `sys.argv`. Out: results on stdout, messages on stderr; exit 0 good, 1 something to fix, 2 wrong usage.

Why stages are imported inside commands: a run that finds nothing to do must not pay for the libraries that a full run
needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from specwright import __version__
from specwright.asked import (
    Asked,
    AskedToHold,
    AskedToRun,
    Command,
    about_limits,
    about_runs,
    about_specs,
    configured,
    limits_of,
    targets_of,
)
from specwright.config import CONFIG_NAME, Config
from specwright.problems import Refused

if TYPE_CHECKING:
    from specwright.report import Style

__all__ = ["main"]


about_format = click.option("--format", "style", type=click.Choice(["text", "json", "sarif", "github"]), default="text")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="specwright")
def main() -> None:
    """Turn OpenAPI documents into a typed Python SDK, the same bytes every time."""


@main.command()
@about_runs
@about_limits()
@click.option("--no-cache", is_flag=True, help="Run every stage even if nothing has changed.")
def generate(*, no_cache: bool, **asked: Unpack[AskedToRun]) -> None:
    """Write everything that the configuration lists, or one SDK from SPEC arguments."""
    from specwright.commands import run_generate  # noqa: PLC0415

    config = configured(asked, asked["output"], asked["package"])
    _finish(config, lambda: run_generate(config, targets_of(asked), asked["jobs"], limits_of(asked), always=no_cache))


@main.command()
@about_runs
@about_limits("untranslated")
def check(**asked: Unpack[AskedToRun]) -> None:
    """Say what `generate` would change and why, as a diff, without writing anything."""
    from specwright.commands import run_check  # noqa: PLC0415

    config = configured(asked, asked["output"], asked["package"])
    _finish(
        config,
        lambda: max(
            run_check(config, targets_of(asked), asked["jobs"], limits_of(asked)), _untranslated(config, asked["fatal"])
        ),
    )


@main.command()
@about_specs
@about_format
def lint(*, style: Style, **asked: Unpack[Asked]) -> None:
    """Say everything that is wrong with the documents, each with its place and a remedy."""
    from specwright.commands import run_lint  # noqa: PLC0415

    config = configured(asked)
    _finish(config, lambda: run_lint(config, style))


@main.command()
@about_specs
@about_limits()
@about_format
def coverage(*, style: Style, **asked: Unpack[AskedToHold]) -> None:
    """Say what of the documents is degraded or not generated, each with its place and what is given up."""
    from specwright.commands_coverage import run_coverage  # noqa: PLC0415

    config = configured(asked)
    _finish(config, lambda: run_coverage(config, style, limits_of(asked)))


@main.command()
@about_specs
def ir(**asked: Unpack[Asked]) -> None:
    """Print the intermediate representation as JSON, for generators in other languages."""
    from specwright.commands import run_ir  # noqa: PLC0415

    config = configured(asked)
    _finish(config, lambda: run_ir(config))


@main.group()
def i18n() -> None:
    """Catalogues: the pages in their readers' languages."""


@i18n.command()
@about_specs
def extract(**asked: Unpack[Asked]) -> None:
    """Print every text that is to be translated, with its place."""
    from specwright.commands_i18n import run_extract  # noqa: PLC0415

    config = configured(asked)
    _finish(config, lambda: run_extract(config))


@i18n.command()
@about_specs
def update(**asked: Unpack[Asked]) -> None:
    """Bring the catalogues in step with the texts: new ones empty, changed ones fuzzy."""
    from specwright.commands_i18n import run_update  # noqa: PLC0415

    config = configured(asked)
    _finish(config, lambda: run_update(config))


@i18n.command()
@about_specs
def status(**asked: Unpack[Asked]) -> None:
    """Say how far each language is; exit 1 where something is missing or unsure."""
    from specwright.commands_i18n import run_status  # noqa: PLC0415

    config = configured(asked)
    _finish(config, lambda: run_status(config))


@main.group()
def docs() -> None:
    """The pages as a site to browse."""


def _about_sites(command: Command) -> Command:
    into = "The site's folder, which is replaced as a whole; .cache/site beside the configuration if not given."
    out = click.option("-o", "--output", type=click.Path(path_type=Path), help=into)
    found = f"The configuration, instead of the nearest {CONFIG_NAME}."
    return out(click.option("--config", "config_file", type=click.Path(path_type=Path), help=found)(command))


@docs.command()
@_about_sites
def build(*, output: Path | None, config_file: Path | None) -> None:
    """Build the site from the pages that `generate` has written."""
    from specwright.site import run_docs_build  # noqa: PLC0415

    config = configured({"specs": (), "config_file": config_file})
    _finish(config, lambda: run_docs_build(config, output))


@docs.command()
@_about_sites
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
def serve(*, output: Path | None, config_file: Path | None, port: int) -> None:
    """Build the site and serve it on this machine."""
    from specwright.site import run_docs_serve  # noqa: PLC0415

    config = configured({"specs": (), "config_file": config_file})
    _finish(config, lambda: run_docs_serve(config, output, port))


def _untranslated(config: Config, fatal: tuple[str, ...]) -> int:
    """1 where a missing translation is fatal and there is one."""
    if "untranslated" not in fatal:
        return 0
    from specwright.commands_i18n import run_status  # noqa: PLC0415

    return run_status(config)


def _finish(config: Config, command: Callable[[], int]) -> None:
    """Run a command and leave with its code; a refusal is 1, with every problem on stderr."""
    try:
        code = command()
    except Refused as refused:
        from specwright.commands import say  # noqa: PLC0415

        say(refused.problems, config.root)
        code = 1
    sys.exit(code)
