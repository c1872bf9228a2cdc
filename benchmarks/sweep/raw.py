"""Documents as plain data, read without the generator.

In: a path. Out: JSON values, and where a reference leads.

Why not the generator's reader: what it emits is counted against what the document declares, and one reader for both
would be wrong twice in the same place.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias, cast
from urllib.parse import unquote

import yaml

__all__ = ["Data", "Library", "mapping", "within"]

Data: TypeAlias = bool | int | float | str | list["Data"] | dict[str, "Data"] | None


def mapping(value: Data) -> Mapping[str, Data]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def within(value: Data, pointer: str) -> Data:
    """What stands at a JSON pointer; `None` for nothing."""
    for raw in pointer.split("/")[1:]:
        step = unquote(raw).replace("~1", "/").replace("~0", "~")
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            value = mapping(value).get(step)
    return value


class Library:
    """Files, each read once and converted if that is asked for; one that cannot be read is `None`."""

    def __init__(self, convert: Callable[[Data], Data] = lambda data: data) -> None:
        self._read: dict[Path, Data] = {}
        self._convert = convert

    def document(self, path: Path) -> Data:
        """The data of a file."""
        if path not in self._read:
            whole = path.resolve()
            self._read[path] = self._convert(_parsed(whole)) if whole == path else self.document(whole)
        return self._read[path]

    def followed(self, value: Data, path: Path) -> tuple[Data, Path]:
        """What a chain of references comes to, and the file that it is in; `None` for a chain to nowhere."""
        for _ in range(32):
            reference = mapping(value).get("$ref")
            if not isinstance(reference, str):
                return value, path
            file, _, pointer = reference.partition("#")
            path = path.parent / unquote(file) if file else path
            value = within(self.document(path), pointer)
        return None, path

    def reached(self, path: Path) -> list[Path]:
        """The file and every other one that references lead to, by name."""
        found: set[Path] = set()
        waiting = [path.resolve()]
        while waiting:
            each = waiting.pop()
            if each not in found and self.document(each) is not None:
                found.add(each)
                waiting += [(each.parent / file).resolve() for file in _files_of(self.document(each))]
        return sorted(found)


def _files_of(node: Data) -> Iterator[str]:
    """The files that a document refers to."""
    inside = node if isinstance(node, list) else list(mapping(node).values())
    reference = mapping(node).get("$ref")
    if isinstance(reference, str) and (file := reference.partition("#")[0]):
        yield unquote(file)
    for each in inside:
        yield from _files_of(each)


def _parsed(path: Path) -> Data:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError):
        return None
    try:
        return cast("Data", json.loads(text))
    except ValueError:
        return _of_yaml(text)


def _of_yaml(text: str) -> Data:
    try:
        # Dates become text and keys become words, as in the JSON that a document stands for.
        return cast("Data", json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=str)))
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None
