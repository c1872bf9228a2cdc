"""Skeletons: what a page is without its prose.

In: a page. Out: a value that is equal for two languages of the same page. What is prose: the words of paragraphs, list
items, headings, table cells and summaries, the descriptions and the meanings of scopes in the OpenAPI slice, the line
that switches languages, and the note that a page is not wholly translated. All else stays: the order and nesting of
blocks, code spans and links of each block (in any order: languages order words differently), fences, anchors, tables
and folds.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TypeAlias, cast

import yaml
from markdown_it.token import Token
from reading import tokens_of

__all__ = ["Skeleton", "skeleton", "without_prose"]

Skeleton: TypeAlias = tuple[tuple[object, ...], ...]
_WORDS = re.compile(r">[^<>]+<")
_CODE = re.compile(r"<code>.*?</code>")
_PROSE = frozenset({"description", "summary"})


def skeleton(path: str, text: str) -> Skeleton:
    """The page without its prose."""
    blocks = [each for each in tokens_of(_without_switch(text)) if each.block]
    head = next((place for place, each in enumerate(blocks) if each.tag == "h2"), len(blocks))
    note = [place for place, each in enumerate(blocks[:head]) if each.type.startswith("blockquote")]
    kept = blocks[: note[0]] + blocks[note[1] + 1 :] if note else blocks
    return tuple(_bone(path, each) for each in kept)


def _without_switch(text: str) -> str:
    """The page without its third line, which leads to the other languages."""
    lines = text.split("\n")
    return "\n".join([*lines[:2], *lines[3:]])


def _bone(path: str, token: Token) -> tuple[object, ...]:
    match token.type:
        case "fence" if token.info == "yaml":
            return ("fence", "yaml", without_prose(yaml.safe_load(token.content)))
        case "fence":
            return ("fence", token.info, token.content)
        case "html_block":
            return ("html", _CODE.findall(token.content), _WORDS.sub("><", _CODE.sub("", token.content)))
        case "inline":
            return ("inline", sorted(bone for each in token.children or () if (bone := _span(path, each))))
        case _:
            return (token.type, token.tag)


def _span(path: str, token: Token) -> tuple[str, str] | None:
    match token.type:
        case "code_inline" | "html_inline":
            return (token.type, token.content)
        case "link_open":
            return ("link", _without_locale(path, str(token.attrGet("href"))))
        case _:
            return None


def _without_locale(path: str, link: str) -> str:
    if link.startswith(("https://", "#")):
        return link
    return normpath(join(dirname(path), link)).partition("/")[2]


def without_prose(node: object, name: str = "") -> object:
    """A part of an OpenAPI document without its descriptions and summaries."""
    if isinstance(node, dict):
        told = cast("dict[str, object]", node)
        if name == "scopes":
            return list(told)
        return {
            key: without_prose(each, key)
            for key, each in told.items()
            if name == "properties" or key not in _PROSE or not isinstance(each, str)
        }
    if isinstance(node, list):
        return [without_prose(each) for each in cast("list[object]", node)]
    return node
