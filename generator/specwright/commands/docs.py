"""`specwright docs`: the pages as a site to browse.

Why `site` is imported inside each: its libraries are an extra.
"""

from __future__ import annotations

from pathlib import Path

import click

from specwright.answered import finish
from specwright.asked import Command, configured
from specwright.config import CONFIG_NAME

__all__ = ["command"]


@click.group("docs")
def command() -> None:
    """The pages as a site to browse."""


def _about_sites(declared: Command) -> Command:
    into = "The site's folder, which is replaced as a whole; .cache/site beside the configuration if not given."
    out = click.option("-o", "--output", type=click.Path(path_type=Path), help=into)
    found = f"The configuration, instead of the nearest {CONFIG_NAME}."
    return out(click.option("--config", "config_file", type=click.Path(path_type=Path), help=found)(declared))


@command.command()
@_about_sites
def build(*, output: Path | None, config_file: Path | None) -> None:
    """Build the site from the pages that `generate` has written."""
    from specwright.site import run_docs_build  # noqa: PLC0415

    config = configured({"specs": (), "config_file": config_file})
    finish(config, lambda: run_docs_build(config, output))


@command.command()
@_about_sites
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
def serve(*, output: Path | None, config_file: Path | None, port: int) -> None:
    """Build the site and serve it on this machine."""
    from specwright.site import run_docs_serve  # noqa: PLC0415

    config = configured({"specs": (), "config_file": config_file})
    finish(config, lambda: run_docs_serve(config, output, port))
