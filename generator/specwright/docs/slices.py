"""Slices: the part of a document that one operation reaches, still a valid OpenAPI document.

In: a document, an operation, and the voice of the page. Out: YAML, its prose in the page's language. Only local
references are followed; an operation that reaches into other files has no slice, and its page says so by leaving it
out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from specwright.i18n import Voice
from specwright.ir import Operation
from specwright.load import Json
from specwright.load.pointers import join, lookup, split
from specwright.markdown import is_plain, spelled
from specwright.problems import Origin
from specwright.sdk import Version

__all__ = ["slice_of"]

_FIRST = (
    "openapi", "info", "servers", "security", "tags", "paths", "components", "summary", "description",
    "operationId", "name", "in", "parameters", "requestBody", "responses", "required", "type", "format",
    "properties",
)  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(_FIRST)}
_SORTED = frozenset({"required", "tags", "security"})
_QUOTED = frozenset({"example", "examples", "default", "enum", "const"})
_PROSE = frozenset({"description", "summary"})


def slice_of(version: Version, operation: Operation, voice: Voice) -> str:
    """The operation's own document as YAML; empty where it reaches beyond its file."""
    document = version.document.data
    if operation.origin.file != version.document.file:
        return ""
    pointers = _reached(document, operation)
    if pointers is None:
        return ""
    cut: dict[str, Json] = {key: document[key] for key in ("openapi", "info", "servers") if key in document}
    for pointer in pointers:
        _place(cut, pointer, lookup(document, pointer))
    _schemes(cut, document, operation)
    whole = _spoken(cut, version, voice)
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
                waiting.append(ref[1:])
    return sorted(found)


def _refs(node: Json) -> Iterator[str]:
    if isinstance(node, dict):
        ref = node.get("$ref")
        if isinstance(ref, str):
            yield ref
        for key, each in node.items():
            if key not in _QUOTED:
                yield from _refs(each)
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


def _spoken(node: Json, version: Version, voice: Voice, pointer: str = "", key: str = "") -> Json:
    """The same content in a settled order, its prose in the page's language."""
    if key in _QUOTED or key.startswith("x-"):
        return node
    if isinstance(node, dict):
        plain_names = pointer.rpartition("/")[2] in ("properties", "schemas", "paths")
        ordered = sorted(node, key=lambda name: (0 if plain_names else _RANK.get(name, 99), name))
        return {name: _spoken(node[name], version, voice, join(pointer, name), name) for name in ordered}
    if isinstance(node, list):
        told = [
            _spoken(each, version, voice, join(pointer, index), key if key == "security" else "")
            for index, each in enumerate(node)
        ]
        return sorted(told, key=_as_text) if key in _SORTED else told
    if key in _PROSE and isinstance(node, str):
        owner, _, step = pointer.rpartition("/")
        return voice.say(node.strip(), Origin(version.document.file, owner), step).text
    return node


def _as_text(node: Json) -> str:
    return yaml.dump(node, Dumper=_Plain)
