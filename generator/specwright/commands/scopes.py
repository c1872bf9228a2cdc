"""`specwright scopes`: what operations ask for.

In: a `Config`. Out: an exit code; the matrix of operations and scopes on stdout.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from specwright.answered import finish
from specwright.asked import configured
from specwright.config import CONFIG_NAME, Config
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.scopes import Style

__all__ = ["command"]

_FOUND = f"The configuration, instead of the nearest {CONFIG_NAME}."


@click.command("scopes")
@click.option("--spec", "specs", type=click.Path(path_type=Path), multiple=True, help="A document, instead of one.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help=_FOUND)
@click.option("--package", help="The package's name, for --spec.")
@click.option("--format", "style", type=click.Choice(["text", "json", "markdown"]), default="text")
def command(*, specs: tuple[Path, ...], config_file: Path | None, package: str | None, style: Style) -> None:
    """Say which scopes each operation needs."""
    config = configured({"specs": specs, "config_file": config_file}, package=package)
    finish(config, lambda: _run(config, style))


def _run(config: Config, style: Style) -> int:
    """Print the matrix."""
    with progress(sys.stderr) as tell:
        from specwright.pipeline import read_sdks  # noqa: PLC0415
        from specwright.scopes import contract_of, print_matrix  # noqa: PLC0415

        contracts = [contract_of(sdk) for sdk in read_sdks(config, tell)]
    click.echo(print_matrix(contracts, style), nl=False)
    return 0
