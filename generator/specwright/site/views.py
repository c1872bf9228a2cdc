"""Views: what the templates of the site print."""

from __future__ import annotations

from dataclasses import dataclass

from specwright.site.navigation import Group
from specwright.site.switches import Switch
from specwright.site.words import Words

__all__ = ["RootView", "ShelfView", "VolumeView"]


@dataclass(frozen=True, slots=True)
class VolumeView:
    """The settings of one volume; `unlisted` are pages that its index does not lead to."""

    title: str
    home: str
    language: str
    searched: bool
    groups: tuple[Group, ...]
    unlisted: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class ShelfView:
    """One SDK's documentation on the first page, and its languages."""

    title: str
    languages: tuple[Switch, ...]


@dataclass(frozen=True, slots=True)
class RootView:
    """The first page, which leads to languages."""

    title: str
    source: str
    shelves: tuple[ShelfView, ...]
