"""Markdown: text made safe for each place of a page.

In: text of a specification, which may itself be Markdown. Out: Markdown in which it stays text: code spans, links and
paragraphs are kept, everything else shows as it was written.

Why signs are written as entities: not every reader of Markdown takes a backslash before each of them, and every one
takes an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.signs import HIDDEN

__all__ = [
    "cell",
    "code",
    "code_cell",
    "entities",
    "fence",
    "inline",
    "is_plain",
    "prose",
    "slug",
    "spelled",
    "visible",
    "with_code",
]

_KEPT = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)|(?<!!)\[(?P<label>[^\[\]\n]+)\]\((?P<url>https?://[^\s()<>\"'`]+)\)",
    re.DOTALL,
)
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "`": "&#96;",
    "|": "&#124;",
    "{": "&#123;",
    "}": "&#125;",
    "[": "&#91;",
    "]": "&#93;",
    "\\": "&#92;",
    "~": "&#126;",
}
_EMPHASIS = re.compile(r"\*|(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-{2,}\s*$|:(?=\s))", re.MULTILINE)
_FENCED = re.compile(
    r"^ {0,3}(?P<ticks>`{3,}|~{3,})[^`\n]*\n(?P<code>.*?)^ {0,3}(?P=ticks)[ \t]*$", re.MULTILINE | re.DOTALL
)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
_ITEM = re.compile(r"^\s{0,3}(?!(?:[-*+]\s*){3,}$)[-*+]\s+(?P<text>.*)")


def visible(text: str) -> str:
    """The text with what a reader could not see (controls, changes of direction) spelled out."""
    return HIDDEN.sub(lambda match: f"U+{ord(match.group()):04X}", text)


def is_plain(text: str) -> bool:
    """Whether a reader can see all of the text."""
    return not HIDDEN.search(text)


def spelled(text: str) -> str:
    """JSON or YAML in which what a reader could not see is written as its escape; both have it inside quotes alone."""
    return HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def inline(text: str) -> str:
    """One line of a page."""
    flat = " ".join(_unfenced(visible(text)).split())
    return _LINE_START.sub(_entity_first, _NUMBERED.sub(r"\1&#46;", _marked(flat)))


def unlinked(text: str) -> str:
    """Text whose links are their words, for a title: it may stand in a link itself, and links do not nest."""
    return _KEPT.sub(lambda match: match["label"] or match.group(), text)


def cell(text: str) -> str:
    """A table's cell: one line; paragraphs are told apart by a break."""
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", _unfenced(visible(text)).strip())]
    return "<br>".join(_marked(part, in_table=True) for part in parts if part)


def prose(text: str) -> str:
    """Paragraphs, plain lists and fenced code; a heading or a table of the author's shows as text."""
    shown = visible(text)
    blocks: list[str] = []
    end = 0
    for match in _FENCED.finditer(shown):
        blocks += [*_paragraphs(shown[end : match.start()]), fence(match["code"], "")]
        end = match.end()
    return "\n\n".join([*blocks, *_paragraphs(shown[end:])])


def code(text: str) -> str:
    """A code span, whatever ticks are in the text."""
    flat = " ".join(visible(text).split()) or " "
    ticks = "`" * (max((len(run) for run in re.findall(r"`+", flat)), default=0) + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def code_cell(text: str) -> str:
    """A code span in a table's cell."""
    flat = " ".join(visible(text).split())
    return code(flat) if not re.search(r"[|`]", flat) else f"<code>{_plain(flat)}</code>"


def fence(text: str, language: str) -> str:
    """A fenced block that the text cannot end."""
    ticks = "`" * max(3, max((len(run) for run in re.findall(r"`+", text)), default=0) + 1)
    return f"{ticks}{language}\n{text.rstrip(chr(10))}\n{ticks}"


def slug(text: str) -> str:
    """Text as a step of an anchor or a file's name, different for different texts: letters, digits, `-` and `_`; any
    other sign by its number between `~`.
    """
    return (
        "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_") else f"~{ord(sign):x}~" for sign in text)
        or "~"
    )


def with_code(text: str, **values: str) -> str:
    """Words of ours in a table's cell, with a value of the specification's for each `{name}` between ticks."""
    for name, value in values.items():
        text = text.replace(f"`{{{name}}}`", code_cell(value))
    return text


def _paragraphs(text: str) -> Iterator[str]:
    return (_block(block) for block in re.split(r"\n\s*\n", text.strip("\n")) if block.strip())


def _unfenced(text: str) -> str:
    """Text whose fenced code stands in code spans, for places of one line."""
    return _FENCED.sub(lambda match: code(match["code"]), text)


def _block(block: str) -> str:
    lines = block.split("\n")
    items = [_ITEM.match(line) for line in lines]
    if all(items):
        return "\n".join(f"- {inline(match['text'])}" for match in items if match)
    return inline(block)


def _marked(text: str, *, in_table: bool = False) -> str:
    parts: list[str] = []
    end = 0
    for match in _KEPT.finditer(text):
        parts.append(_plain(text[end : match.start()]))
        parts.append(_kept(match, in_table=in_table))
        end = match.end()
    return "".join([*parts, _plain(text[end:])])


def _kept(match: re.Match[str], *, in_table: bool) -> str:
    if match["code"] is not None:
        return code_cell(match["code"]) if in_table else code(match["code"])
    return f"[{_plain(match['label'])}]({match['url']})"


def _plain(text: str) -> str:
    return _EMPHASIS.sub(lambda match: f"&#{ord(match.group())};", entities(text))


def entities(text: str) -> str:
    """Text in which no sign means anything."""
    return "".join(_ENTITIES.get(sign, sign) for sign in text)


def _entity_first(match: re.Match[str]) -> str:
    rest = match.group(2)
    return f"{match.group(1)}&#{ord(rest[0])};{rest[1:]}"
