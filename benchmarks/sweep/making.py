"""Values made from a schema, the same ones every time.

In: a schema as its document has it. Out: values, each another way: the required properties alone, all of them, then
each branch of a choice, each value of an enum, `null` where it is allowed, further properties where they are invited.

Why from the raw schema: what the generator understood must not decide what it is tried on. Why not at random: a choice
among n is met with every branch after n values, and a failure is there again the next time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from .heights import Heights
from .merging import Impossible, Part, Plain, TooLarge, plain
from .raw import Data, Library, mapping
from .tags import tag_of_branch, tags_in, value_of_tag
from .texts import number_of, text_of

__all__ = ["Maker"]

_DEEP: Final = 4
_DEEPEST: Final = 24
_LARGEST: Final = 1000
_MOST: Final = 200
_ANYTHING: Final[tuple[Data, ...]] = ("text", 7, True, 1.5, {"any": [1, None]}, ["x"], False, 0)
_IMPLIED: Final = (
    ("object", ("properties", "additionalProperties", "patternProperties", "required", "minProperties")),
    ("array", ("items", "prefixItems", "minItems", "maxItems", "uniqueItems")),
    ("string", ("pattern", "minLength", "maxLength")),
    ("number", ("minimum", "maximum", "multipleOf")),
)


class Maker:
    """Makes values of the schemas of one document."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._heights = Heights(library)
        self._tags: dict[Path, dict[str, dict[str, str]]] = {}
        self._widest = 0
        self._turn = 0
        self._size = 0

    def values(self, node: Data, file: Path, count: int) -> Iterator[Data]:
        """At least `count` values, more where there are more ways; fewer where some are impossible."""
        self._widest = 0
        self._turn = 0
        while self._turn < min(max(count, self._widest), _MOST):
            self._size = 0
            with suppress(Impossible, TooLarge):  # this way leads nowhere; the next one may
                yield self._value([Part(node, file)], 0)
            self._turn += 1

    def _value(self, parts: list[Part], depth: int) -> Data:
        self._size += 1
        if self._size > _LARGEST:
            raise TooLarge
        if depth > _DEEPEST:
            raise Impossible
        schema = self._decided(parts, depth)
        if schema.values is not None:
            return self._one_of(schema.values, depth)
        kind = self._type(schema, depth)
        match kind:
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._list(schema, depth)
            case "string" | "file":
                return text_of(schema.words, self._turn + depth)
            case "integer" | "number":
                return number_of(schema.words, self._turn, whole=kind == "integer")
            case "boolean":
                return bool(self._turn % 2)
            case "null":
                return None
            case _:
                return _ANYTHING[(self._turn + depth) % len(_ANYTHING)]

    def _decided(self, parts: list[Part], depth: int) -> Plain:
        """The schema with a branch taken of every choice, and of the choices in that branch."""
        taken, tags = list(parts), self._tags_of(parts)
        decided = 0
        schema = plain(taken, self._library)
        while decided < len(schema.choices):
            if decided > _DEEPEST:
                raise Impossible
            branches = schema.choices[decided]
            branch = branches[self._index(len(branches), depth)] if depth <= _DEEP else self._shallow(branches)
            tags |= tag_of_branch(schema.words, branch.node)
            taken.append(branch)
            decided += 1
            schema = plain(taken, self._library)
        schema.tags |= tags
        return schema

    def _tags_of(self, parts: list[Part]) -> dict[str, str]:
        """What tells that a value is of the component that is asked for."""
        first = parts[0] if parts else None
        reference = mapping(first.node).get("$ref") if first else None
        if first is None or not isinstance(reference, str):
            return {}
        if first.file not in self._tags:
            self._tags[first.file] = tags_in(self._library.document(first.file))
        return dict(self._tags[first.file].get(reference.rpartition("/")[2], {}))

    def _shallow(self, branches: tuple[Part, ...]) -> Part:
        """The branch that ends a recursion."""
        return min(branches, key=self._heights.of)

    def _one_of(self, values: list[Data], depth: int) -> Data:
        if not values:
            raise Impossible
        return values[self._index(len(values), depth)]

    def _index(self, count: int, depth: int) -> int:
        self._widest = max(self._widest, count)
        return (self._turn + depth) % count

    def _type(self, schema: Plain, depth: int) -> str:
        types = schema.types
        if types is None:
            return next((kind for kind, words in _IMPLIED if any(word in schema.words for word in words)), "any")
        if not types:
            raise Impossible
        told = [each for each in types if each != "null"]
        if "null" in types and (not told or self._turn % 4 == 3 or depth > _DEEP):
            return "null"
        return told[self._index(len(told), depth)]

    def _object(self, schema: Plain, depth: int) -> Data:
        made: dict[str, Data] = {}
        names = list(dict.fromkeys((*schema.properties, *schema.required)))
        for place, name in enumerate(names):
            is_wanted = name in schema.required
            if not is_wanted and (
                self._turn == 0 or depth > _DEEP or (self._turn > 1 and (self._turn + place) % 3 == 0)
            ):
                continue
            try:
                tag = schema.tags.get(name)
                made[name] = self._tagged(schema, name, tag) if tag else self._property(schema, name, depth)
            except Impossible:
                if is_wanted:
                    raise
        self._add_extras(schema, made, depth)
        return made

    def _tagged(self, schema: Plain, name: str, tag: str) -> Data:
        """The value that tells the model, if the property may hold it."""
        told = plain(schema.properties.get(name, []), self._library)
        meant = value_of_tag(tag, told.types)
        fits = meant is not None and (told.values is None or meant in told.values)
        return meant if fits else self._property(schema, name, 0)

    def _property(self, schema: Plain, name: str, depth: int) -> Data:
        parts = schema.properties.get(name) or schema.extra
        return self._value([part for part in parts if part.node is not True], depth + 1)

    def _add_extras(self, schema: Plain, made: dict[str, Data], depth: int) -> None:
        """Properties that the schema invites and does not name."""
        fewest = schema.words.get("minProperties")
        least = fewest - len(made) if isinstance(fewest, int) else 0
        wanted = least if depth > _DEEP or self._turn == 0 else max(least, self._turn % 3)
        invited = [part for part in schema.extra if part.node is not False]
        is_map = not schema.properties and len(invited) == len(schema.extra)
        for place in range(wanted if invited or is_map else 0):
            made[f"extra {place}" if place else "extra"] = self._value(
                [part for part in invited if part.node is not True], depth + 1
            )

    def _list(self, schema: Plain, depth: int) -> Data:
        least, most = schema.words.get("minItems"), schema.words.get("maxItems")
        wanted = 0 if self._turn == 0 or depth > _DEEP else 1 + self._turn % 2
        wanted = max(wanted, least if isinstance(least, int) else 0)
        wanted = min(wanted, most if isinstance(most, int) else wanted)
        made: list[Data] = []
        first = schema.first_items[0] if schema.first_items else []
        turn = self._turn
        for place in range(max(wanted, len(first)) if turn else wanted):
            self._turn = turn + place
            parts = [first[place]] if place < len(first) else schema.items
            try:
                made.append(self._value(parts, depth + 1))
            except Impossible:
                if place < wanted and isinstance(least, int) and place < least:
                    raise
                break
            finally:
                self._turn = turn
        return made
