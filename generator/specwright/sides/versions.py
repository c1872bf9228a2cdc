"""Versions: a version of the configuration, by one of the names that it goes by.

In: a word such as `v3`, `2026-03`, `v2026_03` or `shop@v3`. Out: that version as a side; nothing where the
configuration has none of that name.
"""

from __future__ import annotations

from dataclasses import replace

from specwright.config import Config
from specwright.sides.editions import editions_of
from specwright.sides.unclear import Unclear
from specwright.sides.values import Side, side_of

__all__ = ["version_asked"]


def version_asked(word: str, config: Config) -> Side | None:
    """The version; where several packages have it, the package has to be named."""
    name, at, text = word.rpartition("@")
    whole = side_of(config, word)
    known = ((sdk, each) for sdk in config.sdks if not at or sdk.name == name for each in editions_of(whole, sdk))
    found = [(sdk, each) for sdk, each in known if each.text and _plain(each.text) == _plain(text)]
    if not found:
        return None
    if len(found) > 1:
        listed = ", ".join(f"{sdk.name}@{each.text}" for sdk, each in found)
        raise Unclear(f'"{word}" is a version of several packages. Name one: {listed}.')
    sdk, edition = found[0]
    return replace(whole, config=replace(config, sdks=(sdk,)), is_one=True, version=edition.text)


def _plain(text: str) -> str:
    """A version is known with and without its `v`, and as its module is called."""
    plain = text.lower().replace("_", "-").replace(".", "-")
    return plain[1:] if plain[:1] == "v" and plain[1:2].isdigit() else plain
