"""Inputs: the digests of all that decides the output.

In: a configuration, and the files that documents referred to in the last run. Out: `Inputs` for the manifest:
documents, overlays, templates, settings, and the versions of the generator and its tools. Nothing heavy is imported: a
run with nothing to do ends here.

Why a document's digest is of its content in a settled order: vendors reorder keys and lists from one release to the
next, and what changes no byte of the output must not change the manifest either.

Why the generator counts by its version: a digest of its source would change the manifest with every comment. In a
checkout, where the source changes under one version, `is_edited` tells that the output may be older than the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from specwright import __version__
from specwright.config import LEDGER_NAME, Config, Source, catalogue_files
from specwright.emit import Inputs
from specwright.looked import Looked
from specwright.quick import look
from specwright.templates import template_files, template_root

__all__ = ["TOOLS", "inputs_of", "is_edited", "known_references", "partial_targets"]

_REFERENCE = "reference "
_TARGETS = "targets"
_NOT_OUTPUT = "site/"  # a site is built from the output and is no part of it
_SETTINGS = ("name", "package", "version", "title", "client_auth", "entitlements", "locales", "webhooks", "paging")
TOOLS = ("babel", "datamodel-code-generator", "ruff")
"""The libraries whose versions decide bytes."""


def inputs_of(config: Config, references: Iterable[Source], targets: str = "", looked: Looked | None = None) -> Inputs:
    """Everything that decides this run's output, sorted by name; `targets` where the last run wrote these alone.

    What was looked at before is not looked at again: it then stands for the moment before the run, and a file that is
    saved in the middle of it is found changed by the next one.
    """
    looked = looked or Looked()
    referred = {f"{_REFERENCE}{source.shown}": looked.document(source) for source in references}
    partial = {_TARGETS: targets} if targets else {}
    return Inputs(tuple(sorted({**dict(_digests(config, looked)), **referred, **partial}.items())))


def partial_targets(last: Inputs) -> str:
    """The targets that the last run wrote alone, if it did not write all: then its inputs vouch for those only."""
    return dict(last.digests).get(_TARGETS, "")


def known_references(config: Config, last: Inputs) -> tuple[Source, ...]:
    """The files that the last run's documents referred to."""
    names = (name.removeprefix(_REFERENCE) for name, _ in last.digests if name.startswith(_REFERENCE))
    return tuple(Source(config.root / name, name) for name in names)


def is_edited(manifest: Path) -> bool:
    """Whether this is a checkout whose source is newer than the manifest: then digests cannot vouch for the output."""
    source = Path(__file__).parent
    if template_root().parent == source or not manifest.is_file():
        return False
    written = manifest.stat().st_mtime
    return any(path.stat().st_mtime > written for path in source.rglob("*.py"))


def _digests(config: Config, looked: Looked) -> Iterator[tuple[str, str]]:
    yield from _of_files(config, looked)
    for sdk in config.sdks:
        for setting in _SETTINGS:
            yield f"config {sdk.name}.{setting}", sha256(repr(getattr(sdk, setting)).encode()).hexdigest()
    for name, path in template_files():
        if not name.startswith(_NOT_OUTPUT):
            yield f"template {name}", looked.file(path)
    yield "tool specwright", __version__
    for tool in TOOLS:
        yield f"tool {tool}", look("tool", tool)


def _of_files(config: Config, looked: Looked) -> Iterator[tuple[str, str]]:
    for sdk in config.sdks:
        for source in sdk.sources:
            yield f"spec {source.shown}", looked.document(source)
            if source.overlay:
                yield f"overlay {source.overlay_shown}", looked.file(source.overlay)
        for shown, path in catalogue_files(sdk, config.root):
            if digest := looked.file(path):
                yield f"catalogue {shown}", digest
        if sdk.changelog and (digest := looked.file(config.root / sdk.changelog)):
            yield f"changes {sdk.changelog}", digest
    if config.ledger and (digest := looked.file(config.ledger)):
        yield f"names {LEDGER_NAME}", digest
