"""Sources: what `sources.toml` says of each vendored document.

In: the file's path, and the folder that messages name it from. Out: `Sources`, or `Refused` with every entry that
means nothing.

An entry pins a document by its digest and says where it is from, under what license, and when it was retrieved: the
user's word, never the clock's, so the same command gives the same bytes. `url` (or `file`, relative to the folder of
`sources.toml`) is where `vendor update` looks; `origin` is a sentence for people. `[source.parts]` pins the files that
the document refers to.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import cast

from specwright.problems import Origin, Position, Problem, Refused
from specwright.vendor.layout import Layout, layout_of

__all__ = ["SOURCES_NAME", "TEXTS", "Entry", "Sources", "is_day", "read_sources"]

SOURCES_NAME = "sources.toml"
TEXTS = ("path", "sha256", "title", "version", "url", "file", "origin", "license", "retrieved")
"""The texts of an entry, in the order in which they are written."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[source]]`; empty where it does not say."""

    path: str
    sha256: str
    title: str = ""
    version: str = ""
    url: str = ""
    file: str = ""
    origin: str = ""
    license: str = ""
    retrieved: str = ""
    parts: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def pins(self) -> Mapping[str, str]:
        """The digest of each file of the document, its own first."""
        return {self.path: self.sha256, **self.parts}


@dataclass(frozen=True, slots=True)
class Sources:
    """The file, its name in messages, its text as it stands, and its entries."""

    path: Path
    shown: str
    text: str
    entries: tuple[Entry, ...]

    @property
    def folder(self) -> Path:
        """The folder that paths of entries start from."""
        return self.path.parent

    def named(self, path: str) -> str:
        """What messages call a file of an entry."""
        return (PurePosixPath(self.shown).parent / path).as_posix()

    def place(self, index: int, key: str = "") -> Position:
        """The line of a key or part of the entry of this number; else that of its header."""
        return _place(layout_of(self.text), index, key)


def read_sources(path: Path, shown: str) -> Sources:
    """Read the file; one that is not there has no entries."""
    text = _text(path, shown)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        at = Position(int(found[1]), int(found[2])) if found else Position(text.count("\n") + 1, 1)
        message = f"{str(error).rpartition(' (at ')[0] or error}."
        raise Refused([Problem("sources-malformed", Origin(shown), message, "Correct it.", position=at)]) from error
    listed = data.get("source", [])
    tables: list[object] = cast("list[object]", listed) if isinstance(listed, list) else [None]
    layout = layout_of(text)
    problems = [
        Problem("bad-source", Origin(shown), message, hint, position=_place(layout, index, key))
        for index, table in enumerate(tables)
        for key, message, hint in _faults(table)
    ]
    entries = tuple(_entry(cast("Mapping[str, object]", each)) for each in tables) if not problems else ()
    problems += _twice(entries, layout, shown)
    if problems:
        raise Refused(problems)
    return Sources(path, shown, text, entries)


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or "it is not UTF-8"
        raise Refused([Problem("sources-unreadable", Origin(shown), f"cannot be read: {reason}.")]) from error


def _place(layout: Layout, index: int, key: str) -> Position:
    if index >= len(layout.blocks):
        return Position(1, 1)
    block = layout.blocks[index]
    statement = block.keys.get(key) or block.parts.get(key)
    return Position((statement.start if statement else block.header) + 1, 1)


def _entry(table: Mapping[str, object]) -> Entry:
    texts = {key: _as_text(table[key]) for key in TEXTS if key in table}
    parts = cast("Mapping[str, str]", table.get("parts", {}))
    return Entry(texts.pop("path"), texts.pop("sha256"), **texts, parts=dict(sorted(parts.items())))


def _as_text(value: object) -> str:
    """A date may stand without quotes."""
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _faults(table: object) -> Iterator[tuple[str, str, str]]:
    """What makes an entry mean nothing: the key it stands at, a sentence, a remedy."""
    if not isinstance(table, dict):
        yield "", "a source is a table.", "Write [[source]]."
        return
    entry = cast("dict[str, object]", table)
    for key in ("path", "sha256"):
        if key not in entry:
            yield "", f'the source has no "{key}".', "Write it."
    for key in TEXTS:
        if key in entry and not (isinstance(entry[key], str) or (key == "retrieved" and _is_date(entry[key]))):
            yield key, f'"{key}" is not a text.', "Write it in quotes."
        elif key in entry and (message := _slip(key, _as_text(entry[key]))):
            yield key, message, ""
    parts = entry.get("parts", {})
    if not isinstance(parts, dict):
        yield "parts", '"parts" is not a table.', "Write [source.parts], and below it each path with its sha256."
        return
    for name, digest in cast("dict[str, object]", parts).items():
        message = _slip("path", name) or _slip("sha256", digest if isinstance(digest, str) else "")
        if message:
            yield name, message, ""


def _is_date(value: object) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def _slip(key: str, value: str) -> str:
    """What is wrong with a value by itself."""
    if key == "path" and not _is_below(value):
        return f'"{value}" is no path below the folder of this file.'
    if key == "sha256" and not _DIGEST.fullmatch(value):
        return f'"{value}" is no sha256: that has 64 digits, 0 to 9 and a to f.'
    if key == "retrieved" and not is_day(value):
        return f'"{value}" is no date such as 2026-01-31.'
    if key == "file" and PurePosixPath(value).is_absolute():
        return f'"{value}" is a path of one machine: write it relative to the folder of this file.'
    return ""


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, as 2026-01-31."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _is_below(path: str) -> bool:
    """Whether a path is written plainly and leads below its folder."""
    plain = PurePosixPath(path)
    return bool(path) and not plain.is_absolute() and ".." not in plain.parts and plain.as_posix() == path != "."


def _twice(entries: Iterable[Entry], layout: Layout, shown: str) -> Iterator[Problem]:
    """Files that are pinned twice: documents at all, parts by two digests."""
    seen: dict[str, str] = {}
    documents: set[str] = set()
    for index, entry in enumerate(entries):
        for path, digest in entry.pins.items():
            if (path == entry.path and path in documents) or seen.setdefault(path, digest) != digest:
                message = f'"{path}" is pinned twice.'
                at = _place(layout, index, "path" if path == entry.path else path)
                yield Problem("bad-source", Origin(shown), message, "Keep one entry.", position=at)
        documents.add(entry.path)
