"""Slices: the part of a document that one operation reaches, still a valid OpenAPI document.

In: a document, an operation, and the voice of the page. Out: YAML, its prose in the page's language. Only local
references are followed; an operation that reaches into other files has no slice, and its page says so by leaving it
out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from urllib.parse import unquote

import yaml

from specwright.cache import NO_CACHE, Cache
from specwright.i18n import Voice
from specwright.ir import Operation
from specwright.load import Json
from specwright.load.pointers import join, lookup, split
from specwright.markdown import is_plain, spelled
from specwright.problems import Origin
from specwright.sdk import Version

__all__ = ["slice_of"]

_FIRST = (
    "openapi", "info", "servers", "security", "tags", "paths", "webhooks", "components", "summary", "description",
    "operationId", "name", "in", "parameters", "requestBody", "responses", "required", "type", "format",
    "properties",
)  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(_FIRST)}
_SORTED = frozenset({"required", "tags", "security"})
_QUOTED = frozenset({"example", "examples", "default", "enum", "const"})
_HOLD_NAMES = frozenset({
    "$defs", "callbacks", "content", "headers", "links", "paths", "patternProperties", "properties", "requestBodies",
    "responses", "schemas", "scopes", "securitySchemes", "variables",
    "webhooks",
})  # fmt: skip
_PROSE = frozenset({"description", "summary"})


def slice_of(version: Version, operation: Operation, voice: Voice, key: str = "", kept: Cache = NO_CACHE) -> str:
    """The operation's own document as YAML, `key` being a webhook's; empty where it reaches beyond its file."""
    found = version.documents[version.homes[key or operation.key]]
    document, document_file = found.data, found.file
    if operation.origin.file != document_file:
        return ""
    pointers = _reached(document, operation)
    if pointers is None:
        return ""
    cut: dict[str, Json] = {key: document[key] for key in ("openapi", "info", "servers") if key in document}
    for pointer in pointers:
        _place(cut, pointer, lookup(document, pointer))
    _schemes(cut, document, operation)
    whole = _Teller(document_file, voice).told(cut)
    return kept.text("slices", json.dumps(whole), partial(_as_yaml, whole))


def _as_yaml(whole: Json) -> str:
    return spelled(yaml.dump(whole, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100))


class _Plain(yaml.SafeDumper):
    """Repeats a value where it stands twice, instead of an anchor; lists are indented below their key."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as the library calls it
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, False)  # noqa: FBT003


def _quoted_if_hidden(_: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Text with signs that a reader could not see stands in double quotes, where they can be spelled out."""
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=None if is_plain(text) else '"')


_Plain.add_representer(str, _quoted_if_hidden)


def _reached(document: Mapping[str, Json], operation: Operation) -> list[str] | None:
    """The operation, what its path shares, and every place that these refer to; `None` beyond the file."""
    path = operation.origin.pointer.rpartition("/")[0]
    item = lookup(dict(document), path)
    shared = [join(path, key) for key in ("parameters", "servers") if isinstance(item, dict) and key in item]
    found: dict[str, None] = {}
    waiting = [operation.origin.pointer, *shared]
    while waiting:
        pointer = waiting.pop()
        if pointer not in found:
            found[pointer] = None
            for ref in _refs(lookup(dict(document), pointer)):
                if not ref.startswith("#/"):
                    return None
                waiting.append(unquote(ref[1:]))
    return sorted(found)


def _refs(node: Json, *, of_names: bool = False) -> Iterator[str]:
    """Every reference below, data that the document quotes left aside."""
    if isinstance(node, dict):
        ref = node.get("$ref")
        if isinstance(ref, str):
            yield ref
        for key, each in node.items():
            if of_names or key not in _QUOTED:
                yield from _refs(each, of_names=key in _HOLD_NAMES and not of_names)
    elif isinstance(node, list):
        for each in node:
            yield from _refs(each)


def _place(cut: dict[str, Json], pointer: str, value: Json) -> None:
    """Put a value at its pointer, unless something around it is there already."""
    *above, last = split(pointer)
    at: Json = cut
    for step in above:
        if not isinstance(at, dict):
            return
        at = at.setdefault(step, {})
    if isinstance(at, dict):
        at[last] = value


def _schemes(cut: dict[str, Json], document: Mapping[str, Json], operation: Operation) -> None:
    """The security schemes that the operation's alternatives name."""
    for name in sorted({use.scheme for uses in operation.security for use in uses}):
        pointer = join("/components/securitySchemes", name)
        _place(cut, pointer, lookup(dict(document), pointer))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts content into a settled order, and its prose into the page's language."""

    file: str
    voice: Voice

    def told(self, node: Json, pointer: str = "", key: str = "", *, of_names: bool = False) -> Json:
        """The same content; `of_names` where the keys of the node are names and not words of OpenAPI."""
        if isinstance(node, dict):
            return self._mapping(node, pointer, of_names=of_names)
        if isinstance(node, list):
            inner = key if key == "security" else ""
            listed = [self.told(each, join(pointer, index), inner) for index, each in enumerate(node)]
            return sorted(listed, key=_as_text) if key in _SORTED else listed
        if key in _PROSE and isinstance(node, str):
            owner, _, step = pointer.rpartition("/")
            return self.voice.say(node.strip(), Origin(self.file, owner), step).text
        return node

    def _mapping(self, node: Mapping[str, Json], pointer: str, *, of_names: bool) -> Json:
        ordered = sorted(node, key=lambda name: (0 if of_names else _RANK.get(name, 99), name))
        made: dict[str, Json] = {}
        for name in ordered:
            value = node[name]
            if of_names and isinstance(value, str):  # what a scope is for
                made[name] = self.voice.say(value.strip(), Origin(self.file, pointer), name).text
            elif not of_names and (name in _QUOTED or name.startswith("x-")):
                made[name] = _settled(value)
            else:
                holds = name in _HOLD_NAMES and not of_names
                made[name] = self.told(value, join(pointer, name), "" if of_names else name, of_names=holds)
        return made


def _settled(node: Json) -> Json:
    """Quoted data: the keys of an object have no order, the items of a list have."""
    if isinstance(node, dict):
        return {name: _settled(node[name]) for name in sorted(node)}
    return [_settled(each) for each in node] if isinstance(node, list) else node


def _as_text(node: Json) -> str:
    return _text_of(json.dumps(node))


@cache
def _text_of(text: str) -> str:
    """JSON as YAML; a document says the same scopes again and again."""
    return yaml.dump(json.loads(text), Dumper=_Plain)
