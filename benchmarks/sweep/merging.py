"""Schemas as one: references followed, `allOf` laid together.

In: a schema and the file that it stands in. Out: a `Plain` schema: what holds of every value, and the choices that are
still open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from .raw import Data, Library, mapping

__all__ = ["Impossible", "Part", "Plain", "TooLarge", "plain"]

_LEAST: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_MOST: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")


class Impossible(Exception):  # noqa: N818 - a schema without values is no error
    """Nothing satisfies the schema, as far as we can see."""


class TooLarge(Exception):  # noqa: N818 - as above
    """A value would grow beyond what anybody sends."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a schema, and the file that its references start from."""

    node: Data
    file: Path


@dataclass(slots=True)
class Plain:
    """A schema without references and `allOf` at its top. `tags` are properties that tell which model a value is of."""

    words: dict[str, Data] = field(default_factory=dict[str, Data])
    properties: dict[str, list[Part]] = field(default_factory=dict[str, list[Part]])
    patterns: list[tuple[str, Part]] = field(default_factory=list[tuple[str, Part]])
    required: list[str] = field(default_factory=list[str])
    items: list[Part] = field(default_factory=list[Part])
    first_items: list[list[Part]] = field(default_factory=list[list[Part]])
    extra: list[Part] = field(default_factory=list[Part])
    choices: list[tuple[Part, ...]] = field(default_factory=list[tuple[Part, ...]])
    types: tuple[str, ...] | None = None
    values: list[Data] | None = None
    tags: dict[str, str] = field(default_factory=dict[str, str])


def plain(parts: list[Part], library: Library) -> Plain:
    """All parts as one schema."""
    found = Plain()
    for part in parts:
        for node, name in _laid_open(part, library, "", ()):
            _add(found, node, name)
    return found


def _laid_open(part: Part, library: Library, name: str, seen: tuple[str, ...]) -> Iterator[tuple[Part, str]]:
    """The pieces that hold at once, each with the name of the component that was asked for."""
    node = part.node
    if node is False:
        raise Impossible
    if not isinstance(node, dict):
        return
    reference = node.get("$ref")
    if isinstance(reference, str):
        if f"{part.file}{reference}" in seen:
            raise Impossible
        target = Part(*library.followed({"$ref": reference}, part.file))
        inner = (*seen, f"{part.file}{reference}")
        yield from _laid_open(target, library, name or reference.rpartition("/")[2], inner)
    yield part, name
    listed = node.get("allOf")
    for each in listed if isinstance(listed, list) else []:
        yield from _laid_open(Part(each, part.file), library, name, seen)


def _add(found: Plain, part: Part, name: str) -> None:
    node = mapping(part.node)
    for key, each in mapping(node.get("properties")).items():
        found.properties.setdefault(key, []).append(Part(each, part.file))
    found.patterns += [(key, Part(each, part.file)) for key, each in mapping(node.get("patternProperties")).items()]
    found.required += [each for each in _listed(node, "required") if isinstance(each, str)]
    for word, group in (("items", found.items), ("additionalProperties", found.extra)):
        if word in node:
            group.append(Part(node[word], part.file))
    if first := _listed(node, "prefixItems"):
        found.first_items.append([Part(each, part.file) for each in first])
    for word in ("oneOf", "anyOf"):
        if branches := _listed(node, word):
            found.choices.append(tuple(Part(each, part.file) for each in branches))
    _narrow(found, node)
    _tag(found, node, name)


def _narrow(found: Plain, node: Mapping[str, Data]) -> None:
    kind = node.get("type")
    if kind is not None:
        types = tuple(str(each) for each in kind) if isinstance(kind, list) else (str(kind),)
        found.types = types if found.types is None else _both(found.types, types)
    if "const" in node or "enum" in node:
        values = [node["const"]] if "const" in node else _listed(node, "enum")
        found.values = values if found.values is None else [each for each in values if each in found.values]
    for key, value in node.items():
        found.words[key] = _stricter(key, value, found.words.get(key))


def _stricter(key: str, value: Data, had: Data) -> Data:
    """The bound that holds where two are given; of other words the last."""
    if not isinstance(value, int | float) or not isinstance(had, int | float):
        return value
    return max(value, had) if key in _LEAST else min(value, had) if key in _MOST else value


def _both(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The types that both allow; an integer is a number."""
    wide = {"number", "integer"}
    return tuple(
        each for each in dict.fromkeys((*old, *new))
        if (each in old and each in new) or (each == "integer" and wide & set(old) and wide & set(new))
    )  # fmt: skip


def _tag(found: Plain, node: Mapping[str, Data], name: str) -> None:
    """A discriminator beside what the models share: the value says which of them this is."""
    tag = mapping(node.get("discriminator"))
    told = tag.get("propertyName") or node.get("discriminator")
    if isinstance(told, str) and name and not node.get("oneOf") and not node.get("anyOf"):
        names = [key for key, target in mapping(tag.get("mapping")).items() if str(target).rpartition("/")[2] == name]
        found.tags[told] = names[0] if names else name


def _listed(node: Mapping[str, Data], word: str) -> list[Data]:
    value = node.get(word)
    return value if isinstance(value, list) else []
