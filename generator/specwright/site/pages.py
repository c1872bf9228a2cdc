"""Pages: a page of the documentation as Zensical wants it.

In: a page's Markdown, written to read well by itself. Out: the same with its switches as data at the top, without the
lines that only switch, with Markdown inside its folded parts, and with links that leave the volume made into addresses.

Fenced code passes unchanged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from dataclasses import asdict

from specwright.site.links import address, target
from specwright.site.switches import Switches, language_name
from specwright.site.volumes import Volume

__all__ = ["adapted"]

_FENCE = re.compile(r"`{3,}")
_LINK = re.compile(r"\]\((?P<url>[^()\s:]+\.md)(?P<anchor>#[^()\s]*)?\)")
_CHOICE = r"(?:\[[^\[\]]+\]\([^()\s]+\)|\*\*[^*]+\*\*|`[^`]+`)"
# `Version: [v3](…) · **2026-09** · [All operations](…)`: a label, and choices of which at least one is a link.
_CHOICES = re.compile(rf"(?:[^\[\]()*`]+[:\uff1a] ?)?{_CHOICE}(?: · {_CHOICE})*")


def adapted(text: str, volume: Volume, page: str, switches: Switches, pages: Container[str]) -> str:
    """The page as it goes into the site; `pages` are those of all volumes."""
    here = f"{volume.folder}/{page}"
    lines = "\n".join(_lines(text, volume, here, pages))
    return f"---\n{json.dumps(_data(volume, switches), ensure_ascii=False)}\n---\n\n{lines}\n"


def _data(volume: Volume, switches: Switches) -> dict[str, object]:
    """What the theme reads; JSON is YAML, so that no sign of a title needs thought."""
    hidden = {"hide": ["navigation", "toc"]} if volume.is_leaf else {}
    return {**asdict(switches), **hidden}


def _lines(text: str, volume: Volume, here: str, pages: Container[str]) -> Iterator[str]:
    fence = ""
    in_head = True
    for line in text.splitlines():
        if fence:
            fence = "" if line == fence else fence
            yield line
            continue
        opening = _FENCE.match(line)
        fence = opening[0] if opening else ""
        in_head = in_head and not line.startswith("## ")
        if in_head and _only_switches(line, volume, here):
            continue
        yield _LINK.sub(lambda match: _link(match, volume, here, pages), _foldable(line))


def _only_switches(line: str, volume: Volume, here: str) -> bool:
    """Whether a line does nothing but lead to other languages and versions or up to the index, or name the language."""
    links = [target(here, match["url"]) for match in _LINK.finditer(line)]
    up = f"{volume.folder}/index.md"
    leaving = all(each == up or not each.startswith(f"{volume.folder}/") for each in links)
    own = f"**{language_name(volume.locale)}**" in line
    return (own or bool(links)) and leaving and _CHOICES.fullmatch(line) is not None


def _foldable(line: str) -> str:
    """A folded part of its own line holds Markdown, and says so where that is not taken for granted."""
    return '<details markdown="1">' if line == "<details>" else line


def _link(match: re.Match[str], volume: Volume, here: str, pages: Container[str]) -> str:
    """A link as it stands, for Zensical to follow and to complain of, or the address of a page of another volume."""
    there = target(here, match["url"])
    if there.removeprefix(f"{volume.folder}/") in volume.pages or there not in pages:
        return match[0]
    return f"]({address(here, there)}{match['anchor'] or ''})"
