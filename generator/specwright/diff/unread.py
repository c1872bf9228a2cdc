"""Unread: what documents say of values that the IR does not hold, such as `if` and `contains`.

In: a version. Out: by the place of a property or a named type, what such keywords say at it and below.

Why these are compared at all: a server goes by them, whatever the SDK reads. Why as they are written, but for words and
for the order of what has none: nothing here knows what they mean, so one that is new is a limit more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from specwright.ir import Object, Origin
from specwright.load import Json
from specwright.sdk import Version

__all__ = ["KEYWORDS", "Unread", "unread_in"]

KEYWORDS = frozenset({
    "contains", "contentEncoding", "contentMediaType", "contentSchema", "dependencies", "dependentRequired",
    "dependentSchemas", "else", "if", "maxContains", "maxProperties", "minContains", "minProperties", "not",
    "patternProperties", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
})  # fmt: skip
_QUOTED = frozenset({"const", "default", "enum", "example", "examples"})
_WORDS = frozenset({"$comment", "description", "title"})
_NAMED = frozenset({"$defs", "definitions", "dependentSchemas", "patternProperties", "properties", "schemas"})

Unread: TypeAlias = Mapping[Origin, Mapping[str, str]]
"""What keywords say, as canonical text, by their path below a place; the place is an origin of the IR."""


@dataclass(slots=True)
class _Reading:
    """A walk through one document; `places` are the origins of the IR in it."""

    file: str
    places: frozenset[Origin]
    found: dict[Origin, dict[str, str]] = field(default_factory=dict["Origin", "dict[str, str]"])

    def node(self, node: Json, origin: Origin, owner: Origin | None, below: str, *, is_map: bool) -> None:
        owner, below = (origin, "") if origin in self.places else (owner, below)
        for name, each, inside in _members(node, is_map=is_map):
            if owner and name in KEYWORDS and not is_map and isinstance(node, dict):
                self.found.setdefault(owner, {})[f"{below}{name}"] = json.dumps(_settled(each), sort_keys=True)
            elif isinstance(each, dict | list):
                step = name.replace("~", "~0").replace("/", "~1")
                self.node(each, Origin(self.file, f"{origin.pointer}/{step}"), owner, f"{below}{name}/", is_map=inside)


def _settled(node: Json) -> Json:
    """A schema without its words, and `required` in order."""
    if isinstance(node, dict):
        kept = ((name, each) for name, each in node.items() if name not in _WORDS or not isinstance(each, str))
        return {name: _in_order(each) if name == "required" else _settled(each) for name, each in kept}
    return [_settled(each) for each in node] if isinstance(node, list) else node


def _in_order(node: Json) -> Json:
    return sorted(node, key=json.dumps) if isinstance(node, list) else _settled(node)


def _members(node: Json, *, is_map: bool) -> Iterator[tuple[str, Json, bool]]:
    """What stands in a node; whether its own members are names that the document chose."""
    if isinstance(node, dict):
        for name, each in node.items():
            if is_map or (name not in _QUOTED and not name.startswith("x-")):
                yield name, each, not is_map and name in _NAMED
    elif isinstance(node, list):
        yield from ((str(number), each, False) for number, each in enumerate(node))


def unread_in(version: Version) -> Unread:
    """What the documents of a version say that the IR does not hold; nothing of files that they refer to."""
    places = frozenset(_places(version))
    found: dict[Origin, Mapping[str, str]] = {}
    for document in version.documents.values():
        reading = _Reading(document.file, places)
        reading.node(document.data, Origin(document.file), None, "", is_map=False)
        found.update(reading.found)
    return found


def _places(version: Version) -> Iterator[Origin]:
    for model in version.api.models:
        yield model.origin
        if isinstance(model.shape, Object):
            yield from (each.origin for each in model.shape.fields)
