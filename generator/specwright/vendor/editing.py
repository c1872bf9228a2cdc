"""Editing: `sources.toml` with an entry more, or with other values in some.

In: `Sources`, and what is to be different. Out: the new text. Comments, order, spacing and keys of the user's own
stay. The result is read back and held against what was meant; where they differ (a list written inline, say), the
edit is refused and the file stays as it is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from specwright.problems import Origin, Problem, Refused
from specwright.signs import as_toml
from specwright.vendor.layout import Block, Statement, layout_of
from specwright.vendor.sources import TEXTS, Entry, Sources

__all__ = ["Edit", "with_entry", "with_values"]

_HEADING = "# Where each document comes from. `path` is relative to this folder.\n"


def with_entry(sources: Sources, entry: Entry) -> str:
    """The text with one entry more, at its end."""
    texts = {key: str(getattr(entry, key)) for key in TEXTS if getattr(entry, key)}
    lines = ["[[source]]", *(f"{key} = {as_toml(text)}" for key, text in texts.items())]
    if entry.parts:
        lines += ["", "[source.parts]", *(f"{as_toml(path)} = {as_toml(each)}" for path, each in entry.parts.items())]
    before = sources.text if sources.text.strip() else _HEADING
    text = _ending(sources.text).join((before.rstrip("\r\n"), "", *lines, ""))
    meant = tomllib.loads(sources.text)
    added = {**texts, **({"parts": dict(entry.parts)} if entry.parts else {})}
    meant["source"] = [*cast("list[object]", meant.get("source", [])), added]
    return _as_meant(text, meant, sources)


@dataclass(frozen=True, slots=True)
class Edit:
    """What an entry is to say: these texts beside those that it has, and exactly these parts."""

    texts: Mapping[str, str]
    parts: Mapping[str, str]


def with_values(sources: Sources, edits: Mapping[int, Edit]) -> str:
    """The text with these edits of entries, which are known by their numbers."""
    meant = tomllib.loads(sources.text)
    entries = cast("list[dict[str, object]]", meant.get("source", []))
    for number, edit in edits.items():
        entries[number].update(edit.texts)
        entries[number].pop("parts", None)
        entries[number].update({"parts": dict(edit.parts)} if edit.parts else {})
    layout = layout_of(sources.text)
    lines, end = list(layout.lines), _ending(sources.text)
    known = {number: layout.blocks[number] for number in edits if number < len(layout.blocks)}
    pieces = [
        piece
        for number, block in known.items()
        for piece in (*_of_parts(lines, block, edits[number].parts, end), *_of_texts(lines, block, edits[number], end))
    ]
    # From the end to the beginning, so that the numbers of the lines before stay true.
    for start, stop, now in sorted(pieces, key=lambda piece: piece[:2], reverse=True):
        lines[start:stop] = now
    return _as_meant("".join(lines), meant, sources)


_Piece: TypeAlias = "tuple[int, int, list[str]]"
"""The lines from one number up to another, and what is to stand there. Of pieces at one line the last comes first."""


def _of_texts(lines: Sequence[str], block: Block, edit: Edit, end: str) -> Iterator[_Piece]:
    for key in reversed(TEXTS):
        if key not in edit.texts:
            continue
        own = block.keys.get(key)
        if own:
            yield own.start, own.stop, _edited(lines, own, edit.texts[key])
        else:
            before = [each.stop for name, each in block.keys.items() if name in TEXTS[: TEXTS.index(key)]]
            at = max(before, default=block.header + 1)
            yield at, at, [f"{key} = {as_toml(edit.texts[key])}{end}"]


def _of_parts(lines: Sequence[str], block: Block, parts: Mapping[str, str], end: str) -> Iterator[_Piece]:
    own, known = block.parts_header, block.parts
    rows = {path: f"{as_toml(path)} = {as_toml(parts[path])}{end}" for path in sorted(parts.keys() - known.keys())}
    if own is None:
        at = max((each.stop for each in block.keys.values()), default=block.header + 1)
        if rows:
            yield at, at, [end, f"[source.parts]{end}", *rows.values()]
        return
    for path, statement in known.items():
        yield statement.start, statement.stop, _edited(lines, statement, parts.get(path))
    for path, row in reversed(rows.items()):
        # After the last one that comes before it in the order of names.
        at = max((each.stop for name, each in known.items() if name < path), default=own + 1)
        yield at, at, [row]
    if not parts:
        yield own, own + 1, []


def _edited(lines: Sequence[str], statement: Statement, value: str | None) -> list[str]:
    """The lines of a statement with another value; none without a value."""
    first, last = lines[statement.start], lines[statement.stop - 1]
    return [] if value is None else [f"{first[: statement.begin]}{as_toml(value)}{last[statement.end :]}"]


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


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
