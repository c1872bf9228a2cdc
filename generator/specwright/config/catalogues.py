"""Catalogues: where the user's translations are looked for.

In: a distribution's configuration. Out: names and paths; a file that is not there is an empty catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from specwright.config.values import SdkConfig

__all__ = ["FRAME", "catalogue_files"]

FRAME = "frame"
"""The domain of the words around the specification's texts."""


def catalogue_files(sdk: SdkConfig, root: Path) -> Iterator[tuple[str, Path]]:
    """Every catalogue of the user's that there may be, by the name it has in messages."""
    for tag in sdk.locales:
        for domain in (FRAME, sdk.name):
            shown = f"{sdk.catalogues}/{tag}/{domain}.po"
            yield shown, root / shown
