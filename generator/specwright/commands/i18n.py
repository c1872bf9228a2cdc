"""`specwright i18n`: catalogues, the pages in their readers' languages.

Why `catalogues` is imported inside each: it brings the stages.
"""

from __future__ import annotations

from typing import Unpack

import click

from specwright.answered import finish
from specwright.asked import Asked, about_specs, configured

__all__ = ["command"]


@click.group("i18n")
def command() -> None:
    """Catalogues: the pages in their readers' languages."""


@command.command()
@about_specs
def extract(**asked: Unpack[Asked]) -> None:
    """Print every text that is to be translated, with its place."""
    from specwright.catalogues import extract_texts  # noqa: PLC0415

    config = configured(asked)
    finish(config, lambda: extract_texts(config))


@command.command()
@about_specs
def update(**asked: Unpack[Asked]) -> None:
    """Bring the catalogues in step with the texts: new ones empty, changed ones fuzzy."""
    from specwright.catalogues import update_catalogues  # noqa: PLC0415

    config = configured(asked)
    finish(config, lambda: update_catalogues(config))


@command.command()
@about_specs
def status(**asked: Unpack[Asked]) -> None:
    """Say how far each language is; exit 1 where something is missing or unsure."""
    from specwright.catalogues import show_status  # noqa: PLC0415

    config = configured(asked)
    finish(config, lambda: show_status(config))
