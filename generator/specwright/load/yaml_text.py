"""YAML text to plain data, driven by the events of the C parser.

In: the text and the shown name of its file. Out: plain data and the keys that stand twice, or `Refused` with every
problem found up to the one that stops.

Why events and not a loader: the loaders read YAML 1.1 (`no` is false, `12:30` is 750), let a duplicate key
win in silence, crash on deep nesting and turn 359 bytes of aliases into billions of values. Here the stack
is a list, and depth and aliases are counted. Merge keys (`<<`) are no part of YAML 1.2 but of many
documents, so they are read: a mapping's own keys win, then earlier sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

from yaml import CBaseLoader
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from specwright.load.faults import at_offset, duplicate_key, fault, has_a_reading
from specwright.load.limits import MAX_ALIASED_NODES, MAX_DEPTH
from specwright.load.scalars import Scalar, ScalarError, plain, tagged
from specwright.load.shape import Json, Parsed
from specwright.load.tokens import mark_position
from specwright.load.yaml_mistakes import mistake_in_yaml
from specwright.problems import Problem, Refused

__all__ = ["parse_yaml"]

_COLLECTION_TAGS = frozenset({None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def parse_yaml(text: str, file: str) -> Parsed:
    """Read one YAML document."""
    return _Builder(text, file).build()


@dataclass(slots=True)
class _Node:
    """An anchored value; `nodes` and `height` count it as if every alias in it were written out."""

    value: Json
    nodes: int
    height: int


@dataclass(slots=True)
class _Frame:
    """A collection that is still open: a mapping if `mapping` is there; `key` waits for its value."""

    anchor: str | None
    mapping: dict[str, Json] | None
    items: list[Json] = field(default_factory=list["Json"])
    key: str | None = None
    merging: bool = False
    keys: dict[str, ScalarEvent] = field(default_factory=dict[str, ScalarEvent])
    merged: list[dict[str, Json]] = field(default_factory=list["dict[str, Json]"])
    nodes: int = 1
    height: int = 1

    def close(self) -> Json:
        if self.mapping is None:
            return self.items
        if not self.merged:
            return self.mapping
        value: dict[str, Json] = {}
        for source in self.merged:
            value = source | value
        return value | self.mapping


class _Builder:
    """The state of one reading; lives no longer than `build`."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.stack: list[_Frame] = []
        self.anchors: dict[str, _Node] = {}
        self.problems: list[Problem] = []
        self.aliased = 0
        self.documents = 0
        self.root: Json = None

    def build(self) -> Parsed:
        parser = CBaseLoader(self.text)
        try:
            while not isinstance(event := parser.get_event(), StreamEndEvent):
                if event is not None:
                    self.take(event)
        except MarkedYAMLError as error:
            self.stop_at_syntax(error)
        except YAMLError:
            self.stop_at_character()
        if not has_a_reading(self.problems):
            raise Refused(self.problems)
        return Parsed(self.root, tuple(self.problems))

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self.take_scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self.open(event)
        elif isinstance(event, CollectionEndEvent):
            self.close(event)
        elif isinstance(event, AliasEvent):
            self.take_alias(event)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop(event, "several-documents", "a second document begins here.", "Split the file.")

    def take_scalar(self, event: ScalarEvent) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.mapping is not None and frame.key is None:
            self.take_key(frame, event)
            return
        value = self.scalar(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Node(value, 1, 0)
        self.put(value, 1, 0, event)

    def take_key(self, frame: _Frame, event: ScalarEvent) -> None:
        frame.key = event.value
        if event.value == "<<" and event.implicit[0]:
            frame.merging = True
            return
        first = frame.keys.setdefault(event.value, event)
        if first is not event:
            place, first_place = mark_position(event.start_mark), mark_position(first.start_mark)
            self.problems.append(duplicate_key(self.file, event.value, place, first_place))

    def take_alias(self, event: AliasEvent) -> None:
        node = self.anchors.get(event.anchor or "")
        if node is None:
            self.stop(event, "unknown-alias", f"*{event.anchor} has no finished anchor before it.")
        self.aliased += node.nodes
        if self.aliased > MAX_ALIASED_NODES:
            self.stop(event, "too-many-aliases", f"aliases stand for more than {MAX_ALIASED_NODES:,} values.")
        self.put(node.value, node.nodes, node.height, event)

    def open(self, event: CollectionStartEvent) -> None:
        self.want_value(event)
        if event.tag not in _COLLECTION_TAGS:
            self.stop(event, "unsupported-tag", f"the tag {event.tag!r} is not one that JSON data has.")
        if len(self.stack) >= MAX_DEPTH:
            self.stop(event, "too-deep", f"the document nests deeper than {MAX_DEPTH} levels.")
        self.stack.append(_Frame(event.anchor, {} if isinstance(event, MappingStartEvent) else None))

    def close(self, event: Event) -> None:
        frame = self.stack.pop()
        value = frame.close()
        if frame.anchor is not None:
            self.anchors[frame.anchor] = _Node(value, frame.nodes, frame.height)
        self.put(value, frame.nodes, frame.height, event)

    def put(self, value: Json, nodes: int, height: int, event: Event) -> None:
        if not self.stack:
            self.root = value
            return
        self.want_value(event)
        frame = self.stack[-1]
        if len(self.stack) + height > MAX_DEPTH:
            self.stop(event, "too-deep", f"the document nests deeper than {MAX_DEPTH} levels.")
        frame.nodes += nodes
        frame.height = max(frame.height, height + 1)
        if frame.mapping is None:
            frame.items.append(value)
            return
        if frame.merging:
            frame.merged.extend(self.sources(value, event))
        elif frame.key is not None:
            frame.mapping[frame.key] = value
        frame.key, frame.merging = None, False

    def sources(self, value: Json, event: Event) -> list[dict[str, Json]]:
        candidates = value if isinstance(value, list) else [value]
        found = [item for item in candidates if isinstance(item, dict)]
        if len(found) != len(candidates):
            self.stop(event, "bad-merge", "<< merges one mapping or a list of them.", 'Quote the key: "<<".')
        return found

    def want_value(self, event: Event) -> None:
        """A mapping whose next part is a key has room for text only."""
        if self.stack and self.stack[-1].mapping is not None and self.stack[-1].key is None:
            self.stop(event, "complex-key", "a mapping key is not plain text.")

    def scalar(self, event: ScalarEvent) -> Scalar:
        try:
            if event.tag is not None:
                return tagged(event.value, event.tag)
            return plain(event.value) if event.implicit[0] else str(event.value)
        except ScalarError as error:
            hint = "Write it in quotes if it is text."
            place = mark_position(event.start_mark)
            self.problems.append(fault(self.file, place, "bad-scalar", str(error), hint))
            return None

    def stop(self, event: Event, code: str, message: str, hint: str = "") -> NoReturn:
        place = mark_position(event.start_mark)
        raise Refused([*self.problems, fault(self.file, place, code, message, hint)])

    def stop_at_syntax(self, error: MarkedYAMLError) -> NoReturn:
        mistake = mistake_in_yaml(self.text, error)
        problem = fault(self.file, mistake.position, "malformed-yaml", mistake.message, mistake.hint)
        raise Refused([*self.problems, problem]) from error

    def stop_at_character(self) -> NoReturn:
        found = _NOT_YAML.search(self.text)
        place = at_offset(self.text, found.start()) if found else None
        what = f"the character {found.group()!r} cannot stand in YAML" if found else "the text is not YAML"
        raise Refused([*self.problems, fault(self.file, place, "malformed-yaml", f"{what}.")])
