"""Parts: what a document is made of, as far as a change of it is told: operations, components, other fields.

In: a document as it was published and as its overlay mends it. Out: `Parts`: a short digest of each part by its
pointer, those that the overlay changes once more, and which parts refer to which.

Why short digests: two contents of one place are told apart by them, and nothing else is; the whole document has a full
one beside them.

Why the references of the text and not those of the IR: whatever a file of the output was made from has been reached by
them, and they are known of a document that was not built again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import dirname, normpath
from urllib.parse import unquote

from specwright.load import Document, Json
from specwright.load.pointers import join
from specwright.looked import settled

__all__ = ["Parts", "Place", "part_at", "parts_of", "short"]

Place = tuple[str, str]
"""A document's name, and a pointer in it."""

_METHODS = frozenset({"delete", "get", "head", "options", "patch", "post", "put", "query", "trace"})
_PATHS = frozenset({"paths", "webhooks", "x-webhooks"})
_HELD = frozenset({"definitions", "parameters", "responses", "securityDefinitions"})
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Parts:
    """One document: digests by pointer; those with its overlay, where they differ; and the uses of each part.

    A digest with the overlay is empty where that takes the part away. `actions` are the overlay's own parts.
    """

    file: str
    digests: Mapping[str, str]
    mended: Mapping[str, str]
    uses: Mapping[str, tuple[Place, ...]]
    overlay: str = ""
    actions: Mapping[str, str] = field(default_factory=dict[str, str])


def parts_of(published: Document, mended: Document, overlay: Document | None = None) -> Parts:
    """The parts of a document, and of the overlay that made one of the other."""
    divided = dict(_divided(_data(mended)))
    before = {pointer: _digest(pointer, value) for pointer, value in _divided(_data(published))}
    after = {pointer: _digest(pointer, value) for pointer, value in divided.items()} if overlay else before
    changed = {key: after.get(key, "") for key in (*before, *after) if before.get(key) != after.get(key)}
    uses = {pointer: tuple(_used(mended.file, pointer, value)) for pointer, value in divided.items()}
    listed = overlay.data.get("actions") if overlay else None
    told = listed if isinstance(listed, list) else []
    actions = {join("/actions", at): short(_text(each)) for at, each in enumerate(told)}
    return Parts(
        published.file,
        _sorted(before),
        _sorted(changed),
        _with_kinds(mended.file, divided, uses),
        overlay.file if overlay else "",
        actions,
    )


def part_at(pointer: str, parts: Parts) -> str:
    """The part that a place lies in; empty where it is none of them."""
    while pointer and pointer not in parts.digests and pointer not in parts.mended:
        pointer = pointer.rpartition("/")[0]
    return pointer


def short(text: str) -> str:
    """A digest that tells two texts apart."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _data(document: Document) -> Mapping[str, Json]:
    return document.published.data if document.published else document.data


def _divided(data: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    for name, value in data.items():
        if name in _PATHS and isinstance(value, dict):
            yield from (each for path, item in value.items() for each in _of_path(join("", name, path), item))
        elif name == "components" and isinstance(value, dict):
            for kind, held in value.items():
                yield from _held(join("", name, kind), held)
        elif name in _HELD and "swagger" in data:
            yield from _held(join("", name), value)
        else:
            yield join("", name), value


def _of_path(pointer: str, item: Json) -> Iterator[tuple[str, Json]]:
    """Each operation of a path, and what they share."""
    if not isinstance(item, dict):
        yield pointer, item
        return
    yield from ((join(pointer, name), value) for name, value in item.items() if name in _METHODS)
    if shared := {name: value for name, value in item.items() if name not in _METHODS}:
        yield pointer, shared


def _held(pointer: str, held: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(held, dict):
        yield from ((join(pointer, name), value) for name, value in held.items())
    else:
        yield pointer, held


def _digest(pointer: str, value: Json) -> str:
    top = pointer[1:] if pointer.count("/") == 1 else ""
    return short(_text(settled(value, top)))


def _text(value: Json) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _sorted(digests: Mapping[str, str]) -> Mapping[str, str]:
    return {pointer: digests[pointer] for pointer in sorted(digests)}


def _used(file: str, pointer: str, value: Json) -> Iterator[Place]:
    """Every place that a part refers to, each once."""
    found = (_place(file, text) for text in _references(value))
    yield from dict.fromkeys(each for each in found if each != (file, pointer))


def _references(node: Json) -> Iterator[str]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += node.values()
            yield from (each for each in (node.get("$ref"), node.get("$dynamicRef")) if isinstance(each, str))
            mapping = node.get("mapping")
            held = mapping.values() if isinstance(mapping, dict) else ()
            yield from (each for each in held if isinstance(each, str) and ("#" in each or "/" in each))


def _place(file: str, reference: str) -> Place:
    """Where a reference leads; what is no pointer means the whole document."""
    path, _, fragment = str(reference).partition("#")
    pointer = unquote(fragment)
    beside = normpath(f"{dirname(file)}/{unquote(path)}" if dirname(file) else unquote(path)) if path else file
    return beside, pointer if pointer.startswith("/") else ""


def _with_kinds(
    file: str, divided: Mapping[str, Json], uses: Mapping[str, tuple[Place, ...]]
) -> Mapping[str, tuple[Place, ...]]:
    """The uses with those of a base schema, which means every schema that says it is a kind of it."""
    whole = {pointer: list(places) for pointer, places in uses.items()}
    for pointer, value in divided.items():
        listed = value.get("allOf") if isinstance(value, dict) else None
        for place in (_place(file, text) for text in _references(listed)) if listed else ():
            base = divided.get(place[1]) if place[0] == file else None
            if isinstance(base, dict) and "discriminator" in base:
                whole[place[1]].append((file, pointer))
    return {pointer: tuple(places) for pointer, places in whole.items() if places}
