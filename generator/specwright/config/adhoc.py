"""Ad hoc: the configuration that SPEC arguments stand for.

In: paths of documents. Out: a `Config` with one distribution, named after the first document.

Documents below the working directory are named from there, others from the folder that they share: their names reach
the manifest, and a path of the machine must not.
"""

from __future__ import annotations

import os
from pathlib import Path

from specwright.config.packages import distribution_of, package_of
from specwright.config.patterns import source_of
from specwright.config.values import Config, SdkConfig

__all__ = ["ad_hoc"]


def ad_hoc(specs: tuple[Path, ...], output: Path | None, package: str | None) -> Config:
    """A run without a configuration."""
    here = Path.cwd()
    whole = [path.resolve() for path in specs]
    inside = all(path.is_relative_to(here) for path in whole)
    base = here if inside else Path(os.path.commonpath([path.parent for path in whole]))
    name = package or specs[0].stem
    sources = tuple(source_of(path, base) for path in specs)
    sdk = SdkConfig(distribution_of(name), package_of(name), "0.1.0", "", sources)
    return Config(base, output or here / "output", (sdk,))
