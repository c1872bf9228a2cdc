"""Volumes: what the pages divide into, each with a navigation and a search of its own.

In: the folder of pages and the languages, in order. Out: `Volume` values: for each language its home, with what lies
in no version, then its versions as the home lists them, the newest first. A language whose pages have no versions is
one volume.

Why a volume for each version: who reads one version must not find three answers to every question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from specwright.site.links import plain

__all__ = ["Volume", "read_volumes"]

_INDEX = "index.md"
_VERSION = re.compile(r"- \[(?P<title>.+)\]\((?P<folder>[^/()]+)/index\.md\)$", re.MULTILINE)
_TITLE = re.compile(r"# (?P<title>.+)")


@dataclass(frozen=True, slots=True)
class Volume:
    """Pages that belong together: their language, version folder and label, title, and paths below the volume."""

    locale: str
    version: str
    label: str
    title: str
    pages: tuple[str, ...]

    @property
    def folder(self) -> str:
        """The volume's folder below that of all pages."""
        return "/".join(part for part in (self.locale, self.version) if part)

    @property
    def is_leaf(self) -> bool:
        """Whether this is one page: nothing to search or to go through."""
        return self.pages == (_INDEX,)


def read_volumes(root: Path, locales: Iterable[str]) -> tuple[Volume, ...]:
    """Every volume of the languages that have pages."""
    return tuple(volume for tag in locales if (root / tag / _INDEX).is_file() for volume in _of_locale(root, tag))


def _of_locale(root: Path, locale: str) -> Iterator[Volume]:
    home = (root / locale / _INDEX).read_text("utf-8")
    match = _TITLE.match(home)
    title = plain(match["title"]) if match else locale
    versions = [(each["folder"], plain(each["title"])) for each in _VERSION.finditer(home)]
    versions = [(folder, named) for folder, named in versions if (root / locale / folder / _INDEX).is_file()]
    if not versions:
        yield Volume(locale, "", "", title, _pages(root / locale))
        return
    inside = tuple(f"{folder}/" for folder, _ in versions)
    around = tuple(page for page in _pages(root / locale) if not page.startswith(inside))
    yield Volume(locale, "", "", title, around)
    labels = _labels([named for _, named in versions])
    for (folder, _), label in zip(versions, labels, strict=True):
        yield Volume(locale, folder, label, title, _pages(root / locale / folder))


def _pages(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md")))


def _labels(titles: list[str]) -> list[str]:
    """Titles without the words that all begin with: `Meetings v3` and `Meetings 2026-09` differ in the last one."""
    words = [title.split() for title in titles]
    column = list(zip(*words, strict=False)) if len(titles) > 1 else []
    shared = sum(1 for _ in takewhile(lambda each: len(set(each)) == 1, column))
    return [" ".join(each[shared:]) or title for each, title in zip(words, titles, strict=True)]
