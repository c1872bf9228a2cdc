"""Deciding: the files of a project that decide what is generated.

In: a `Config`. Out: paths, whether there is anything at them or not: a file that comes later decides too.

Why in one place: a watch looks at them and a source archive carries them, and what one of them forgets is noticed late.
What documents refer to is not among them, as that takes reading them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from specwright.config.catalogues import catalogue_files
from specwright.config.values import Config

__all__ = ["deciding_files"]


def deciding_files(config: Config) -> Iterator[Path]:
    """The configuration, the ledger, documents and their overlays, catalogues, and records of releases."""
    yield from (path for path in (config.file, config.ledger) if path)
    for sdk in config.sdks:
        for source in sdk.sources:
            yield from (path for path in (source.path, source.overlay) if path)
        yield from (path for _, path in catalogue_files(sdk, config.root))
        if sdk.changelog:
            yield config.root / sdk.changelog
