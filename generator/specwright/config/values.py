"""What a run is about, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from specwright.rules import DiffRules, EntitlementRule, PagingRule, SignatureRule

__all__ = ["LEDGER_NAME", "Config", "SdkConfig", "Source"]

LEDGER_NAME = "specwright.names.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """One document: its path, its name in messages, its version by the pattern (else its own), its overlay.

    `named` is what the pattern's own words stood for, `stars` what its stars did.
    """

    path: Path
    shown: str
    version: str = ""
    overlay: Path | None = None
    named: tuple[str, ...] = ()
    stars: tuple[str, ...] = ()

    @property
    def overlay_shown(self) -> str:
        """The overlay's name in messages."""
        return PurePosixPath(self.shown).with_name(self.overlay.name).as_posix() if self.overlay else ""


@dataclass(frozen=True, slots=True)
class SdkConfig:
    """One distribution to generate; `specs` are the patterns that its sources were found by."""

    name: str
    package: str
    version: str
    title: str
    sources: tuple[Source, ...]
    entitlements: tuple[EntitlementRule, ...] = ()
    client_auth: str = "basic"
    locales: tuple[str, ...] = ("en",)
    catalogues: str = "specs/locales"
    webhooks: SignatureRule | None = None
    paging: tuple[PagingRule, ...] = ()
    specs: tuple[str, ...] = ()
    changelog: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """A whole run: the folder that names are relative to, the output folder, the distributions."""

    root: Path
    output: Path
    sdks: tuple[SdkConfig, ...]
    file: Path | None = None
    diff: DiffRules = field(default_factory=DiffRules)

    @property
    def ledger(self) -> Path | None:
        """Where the names ledger lies, or would; documents alone have none."""
        return self.root / LEDGER_NAME if self.file else None
