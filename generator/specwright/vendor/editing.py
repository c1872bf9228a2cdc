"""Editing: `sources.toml` with an entry more, or with other values in one.

In: `Sources`, and what is to be different. Out: the new text. Comments, order, spacing and keys of the user's own
stay. The result is read back and held against what was meant; where they differ (a list written inline, say), the
edit is refused and the file stays as it is.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from typing import cast

from specwright.problems import Origin, Problem, Refused
from specwright.vendor.layout import Block, Statement, layout_of
from specwright.vendor.sources import TEXTS, Entry, Sources

__all__ = ["with_entry", "with_values"]

_HEADING = "# Where each document comes from. `path` is relative to this folder.\n"


def with_entry(sources: Sources, entry: Entry) -> str:
    """The text with one entry more, at its end."""
    texts = {key: str(getattr(entry, key)) for key in TEXTS if getattr(entry, key)}
    lines = ["[[source]]", *(f"{key} = {_quoted(text)}" for key, text in texts.items())]
    if entry.parts:
        lines += ["", "[source.parts]", *(f"{_quoted(path)} = {_quoted(each)}" for path, each in entry.parts.items())]
    before = sources.text if sources.text.strip() else _HEADING
    text = _ending(sources.text).join((before.rstrip("\r\n"), "", *lines, ""))
    meant = tomllib.loads(sources.text)
    added = {**texts, **({"parts": dict(entry.parts)} if entry.parts else {})}
    meant["source"] = [*cast("list[object]", meant.get("source", [])), added]
    return _as_meant(text, meant, sources)


def with_values(sources: Sources, index: int, values: Mapping[str, str], parts: Mapping[str, str]) -> str:
    """The text with these values in the entry of this number, and exactly these parts."""
    meant = tomllib.loads(sources.text)
    entry = cast("list[dict[str, object]]", meant["source"])[index]
    entry.update(values)
    entry.pop("parts", None)
    if parts:
        entry["parts"] = dict(parts)
    text = _with_parts(sources.text, index, parts)
    for key in TEXTS:
        if key in values:
            text = _with_text(text, index, key, values[key])
    return _as_meant(text, meant, sources)


def _with_parts(text: str, index: int, parts: Mapping[str, str]) -> str:
    layout = layout_of(text)
    if index >= len(layout.blocks):
        return text
    lines, block, end = list(layout.lines), layout.blocks[index], _ending(text)
    own, known = block.parts_header, block.parts
    rows = {path: f"{_quoted(path)} = {_quoted(parts[path])}{end}" for path in sorted(parts.keys() - known.keys())}
    if own is None:
        at = max((each.stop for each in block.keys.values()), default=block.header + 1)
        lines[at:at] = [end, f"[source.parts]{end}", *rows.values()] if rows else []
        return "".join(lines)
    edits = [(each.start, each.stop, _edited(lines, each, parts.get(path))) for path, each in known.items()]
    for path, row in reversed(rows.items()):
        # After the last one that comes before it in the order of names.
        at = max((each.stop for name, each in known.items() if name < path), default=own + 1)
        edits.append((at, at, [row]))
    # From the end to the beginning, so that the numbers of the lines before stay true.
    for start, stop, now in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        lines[start:stop] = now
    if not parts:
        del lines[own]
    return "".join(lines)


def _with_text(text: str, index: int, key: str, value: str) -> str:
    layout = layout_of(text)
    if index >= len(layout.blocks):
        return text
    lines, block = list(layout.lines), layout.blocks[index]
    if key in block.keys:
        own = block.keys[key]
        lines[own.start : own.stop] = _edited(lines, own, value)
    else:
        at = _after(block, key)
        lines[at:at] = [f"{key} = {_quoted(value)}{_ending(text)}"]
    return "".join(lines)


def _after(block: Block, key: str) -> int:
    """The line after the keys that stand before this one in a new entry."""
    before = TEXTS[: TEXTS.index(key)]
    return max((each.stop for name, each in block.keys.items() if name in before), default=block.header + 1)


def _edited(lines: Sequence[str], statement: Statement, value: str | None) -> list[str]:
    """The lines of a statement with another value; none without a value."""
    first, last = lines[statement.start], lines[statement.stop - 1]
    return [] if value is None else [f"{first[: statement.begin]}{_quoted(value)}{last[statement.end :]}"]


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _quoted(text: str) -> str:
    """A string of TOML; JSON's are of the same form, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _as_meant(text: str, meant: Mapping[str, object], sources: Sources) -> str:
    try:
        read: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        read = None
    if read != meant:
        message = "an entry cannot be changed here as it is written."
        hint = "Write each source as [[source]], and its keys below it, one on a line."
        raise Refused([Problem("sources-uneditable", Origin(sources.shown), message, hint)])
    return text
