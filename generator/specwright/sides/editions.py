"""Editions: what is in a side, and what belongs together on two sides, told without building anything.

In: two `Side`s. Out: pairs of distributions, and of the versions in them.

Why a package's only version meets the other side's only one whatever they are called: it takes that one's place, and
users import it by the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

from specwright.config import SdkConfig, Source
from specwright.diff.matching import Match, matched
from specwright.diff.places import versionless
from specwright.load import Document, load
from specwright.names import Pins
from specwright.pins import read_pins
from specwright.problems import Refused
from specwright.sides.values import Edition, Side
from specwright.versions import namespace_of

__all__ = ["editions_of", "match_editions", "match_sdks", "pinned"]

_NUMBERED = re.compile(r"v?\d[\w.]*|\d{4}-\d{2}[\w-]*", re.IGNORECASE)


def editions_of(side: Side, sdk: SdkConfig) -> tuple[Edition, ...]:
    """The versions of a distribution by what they are called, in the order of the configuration."""
    sources: dict[str, list[Source]] = {}
    for source in sdk.sources:
        text = source.version or ("" if len(sdk.sources) == 1 else _info(source)[1] or "0")
        sources.setdefault(text, []).append(source)
    spaces = {text: "" if len(sources) == 1 else namespace_of(text) for text in sources}
    found = tuple(Edition(sdk, text, tuple(its), spaces[text]) for text, its in sources.items())
    return tuple(each for each in found if not side.version or each.text == side.version)


def pinned(side: Side, editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """The versions with the names that the side's ledger keeps."""
    listed, ledger = tuple(editions), read_pins(side.config)
    if ledger is None:
        return listed
    return tuple(
        replace(each, pins=ledger.pins_of(each.sdk.name, each.sdk.version).get(each.namespace, Pins()))
        for each in listed
    )


def match_editions(old: Iterable[Edition], new: Iterable[Edition]) -> tuple[Match[Edition], ...]:
    """The versions of two distributions by name; the only one of each side with the other's."""
    gone, come = tuple(old), tuple(new)
    if len(gone) == len(come) == 1:
        return ((gone[0], come[0]),)
    return matched(gone, come, lambda each: each.text)


def match_sdks(old: Side, new: Side) -> tuple[Match[SdkConfig], ...]:
    """The distributions of two sides: by name; documents by their path without versions, and by their title too."""
    if old.is_one and new.is_one:
        return ((old.config.sdks[0], new.config.sdks[0]),)
    if old.has_packages and new.has_packages:
        return matched(old.config.sdks, new.config.sdks, lambda each: each.name)

    @cache
    def info(sdk: SdkConfig) -> tuple[str, str]:
        """Read only for what its path does not tell alone."""
        return _info(sdk.sources[0])

    return matched(
        old.config.sdks,
        new.config.sdks,
        lambda each: each.name,
        lambda each: _unnumbered(each.name),
        lambda each: info(each) if info(each)[0] else None,
        lambda each: info(each)[0],
    )


def _unnumbered(path: str) -> str:
    """A path whose folders and name are without versions."""
    parts = PurePosixPath(versionless(path)).parts
    return "/".join(_NUMBERED.sub("", part) for part in parts)


def _info(source: Source) -> tuple[str, str]:
    """Title and version of a document; nothing where it cannot be read, which reading it will say."""
    try:
        document: Document = load(source.path, source.shown)
    except Refused:
        return "", ""
    info = document.data.get("info")
    if not isinstance(info, dict):
        return "", ""
    return str(info.get("title") or ""), str(info.get("version") or "")
