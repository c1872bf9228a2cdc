"""Switches: the same page in every language and every version.

In: all volumes, one of them, and a page of it. Out: `Switches`, which a page of the site carries as data.

Where a language or a version has no such page, the switch leads to its index: a dead end would be worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specwright.i18n import Locale
from specwright.i18n.catalogue import Catalogue
from specwright.site.links import address
from specwright.site.volumes import Volume

__all__ = ["Switch", "Switches", "language_name", "switches_of"]

_INDEX = "index.md"


@dataclass(frozen=True, slots=True)
class Switch:
    """One choice: its words, what it stands for, its address, and whether it is the page's own."""

    name: str
    code: str
    url: str
    here: bool


@dataclass(frozen=True, slots=True)
class Switches:
    """A page's choices of language and of version."""

    languages: tuple[Switch, ...]
    versions: tuple[Switch, ...]


def switches_of(volumes: Sequence[Volume], volume: Volume, page: str) -> Switches:
    """The choices of a page."""
    here = f"{volume.folder}/{page}"
    languages = tuple(
        Switch(
            language_name(tag), tag, address(here, _nearest(volumes, tag, volume.version, page)), tag == volume.locale
        )
        for tag in dict.fromkeys(each.locale for each in volumes)
    )
    versions = tuple(
        Switch(
            each.label,
            each.version,
            address(here, _nearest(volumes, volume.locale, each.version, page)),
            each.version == volume.version,
        )
        for each in volumes
        if each.locale == volume.locale and each.version
    )
    return Switches(languages, versions)


def language_name(tag: str) -> str:
    """A language's name in itself."""
    return Locale(tag, (), Catalogue(tag, "", {}), is_source=False).name


def _nearest(volumes: Sequence[Volume], locale: str, version: str, page: str) -> str:
    """The page there, else the index of its version, else that of its language."""
    same = next((each for each in volumes if (each.locale, each.version) == (locale, version)), None)
    if same is None:
        return f"{locale}/{_INDEX}"
    return f"{same.folder}/{page if page in same.pages else _INDEX}"
