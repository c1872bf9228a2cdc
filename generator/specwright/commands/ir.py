"""`specwright ir`: the intermediate representation as JSON, for generators in other languages."""

from __future__ import annotations

import json
import sys
from typing import Unpack

import click

from specwright.answered import finish
from specwright.asked import Asked, about_specs, configured
from specwright.config import Config
from specwright.progress import progress

__all__ = ["command"]


@click.command("ir")
@about_specs
def command(**asked: Unpack[Asked]) -> None:
    """Print the intermediate representation as JSON, for generators in other languages."""
    config = configured(asked)
    finish(config, lambda: _run(config))


def _run(config: Config) -> int:
    """Print each document's IR."""
    with progress(sys.stderr) as tell:
        from specwright.irjson import as_json  # noqa: PLC0415
        from specwright.pipeline import read_apis  # noqa: PLC0415

        readings = read_apis(config, tell=tell)
    apis = [as_json(reading.api) for reading in readings.values() if reading.api]
    click.echo(json.dumps(apis if len(apis) != 1 else apis[0], indent=2, ensure_ascii=False))
    return 0
