"""Catalogues: what to translate, and how far each language is.

In: a `Config`. Out: an exit code; catalogues written; a table on stdout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from babel.messages import Catalog

from specwright.config import FRAME, Config, SdkConfig
from specwright.i18n import Unit, units
from specwright.i18n.catalogue import merged, read_catalogue, template
from specwright.i18n.frame import frame_template
from specwright.pipeline import Reading, read_apis
from specwright.saved import save_file
from specwright.templates import template_root

__all__ = ["extract_texts", "show_status", "update_catalogues"]


def extract_texts(config: Config) -> int:
    """Print what is to be translated: domain, place and text of each, the frame's last."""
    for domain, wanted in (*((sdk.name, wanted) for sdk, wanted in _wanted(config)), (FRAME, frame_template())):
        for message in wanted:
            for text in message.id if isinstance(message.id, list | tuple) else [message.id]:
                if text:
                    click.echo(f"{domain}\t{message.context or ''}\t{' '.join(str(text).split())}")
    return 0


def update_catalogues(config: Config) -> int:
    """Bring every catalogue in step with the texts."""
    for sdk, wanted in _wanted(config):
        for tag in sdk.locales[1:]:
            _update(config.root, f"{sdk.catalogues}/{tag}/{sdk.name}.po", tag, wanted)
            shipped = template_root() / "docs" / "locales" / tag / f"{FRAME}.po"
            own = f"{sdk.catalogues}/{tag}/{FRAME}.po"
            if (config.root / own).is_file() or not shipped.is_file():
                _update(config.root, own, tag, frame_template())
    return 0


def show_status(config: Config) -> int:
    """Print how far each language is; 1 where something is missing or unsure."""
    missing = 0
    for sdk, wanted in _wanted(config):
        for tag in sdk.locales[1:]:
            for domain, texts in ((sdk.name, wanted), (FRAME, frame_template())):
                counts = _count(config, sdk, tag, domain, texts)
                missing += counts[1] + counts[2]
                click.echo(f"{tag}\t{domain}\t{counts[0]} translated\t{counts[1]} missing\t{counts[2]} fuzzy")
    return 1 if missing else 0


def _wanted(config: Config) -> Iterator[tuple[SdkConfig, Catalog]]:
    readings = read_apis(config)
    for sdk in config.sdks:
        yield sdk, template(_texts(sdk, readings))


def _texts(sdk: SdkConfig, readings: Mapping[str, Reading]) -> tuple[Unit, ...]:
    """The texts of all versions, each once, sorted by place."""
    found: dict[tuple[str, str], Unit] = {}
    for source in sdk.sources:
        api = readings[source.shown].api
        for unit in units(api) if api else ():
            found.setdefault((unit.context, unit.text), unit)
    return tuple(found[key] for key in sorted(found))


def _update(root: Path, shown: str, tag: str, wanted: Catalog) -> None:
    path = root / shown
    content = merged(path, shown, tag, wanted)
    if not path.is_file() or path.read_bytes() != content:
        save_file(path, content, shown)
        click.echo(f"{shown}: updated.", err=True)


def _count(config: Config, sdk: SdkConfig, tag: str, domain: str, wanted: Catalog) -> tuple[int, int, int]:
    shown = f"{sdk.catalogues}/{tag}/{domain}.po"
    files = [read_catalogue(config.root / shown, shown, tag)]
    if domain == FRAME:
        shipped = template_root() / "docs" / "locales" / tag / f"{FRAME}.po"
        files.append(read_catalogue(shipped, shipped.name, tag))
    done = missing = fuzzy = 0
    for message in wanted:
        if message.id:
            text = message.id[0] if isinstance(message.id, list | tuple) else message.id
            entries = [entry for each in files if (entry := each.entries.get((message.context or "", str(text))))]
            if any(entry.done for entry in entries):
                done += 1
            elif any(entry.fuzzy for entry in entries):
                fuzzy += 1
            else:
                missing += 1
    return done, missing, fuzzy
