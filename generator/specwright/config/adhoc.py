"""Ad hoc: the configuration that SPEC arguments stand for.

In: paths of documents. Out: a `Config` with one distribution, named after the first document.
"""

from __future__ import annotations

from pathlib import Path

from specwright.config.packages import distribution_of, package_of
from specwright.config.patterns import source_of
from specwright.config.values import Config, SdkConfig

__all__ = ["ad_hoc"]


def ad_hoc(specs: tuple[Path, ...], output: Path | None, package: str | None) -> Config:
    """A run without a configuration."""
    base = Path.cwd()
    name = package or specs[0].stem
    sources = tuple(source_of(path, base) for path in specs)
    sdk = SdkConfig(distribution_of(name), package_of(name), "0.1.0", "", sources)
    return Config(base, output or base / "output", (sdk,))
