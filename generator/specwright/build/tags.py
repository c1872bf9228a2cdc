"""Tags: which values of which property tell the branches of a union apart, said or not.

In: the models. Out: the same models, in which each discriminator's mapping is whole, and a union of objects without one
has it where constants of a property tell at least two of its branches apart.

What a value means, the strongest first: what the mapping says; a constant of the branch's property, or the values of
its enum that no other branch has by the mapping; the name of the branch's schema.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from specwright.build.values import json_text
from specwright.flatten import as_object, final
from specwright.ir import Discriminator, Enum, Field, JsonText, Model, Ref, Scalar, Shape, Union

__all__ = ["with_tags"]

_PLAIN = {"integer": re.compile(r"0|-?[1-9]\d*"), "boolean": re.compile("true|false")}
"""How values that are no text are written as JSON."""


def with_tags(models: Mapping[str, Model]) -> Mapping[str, Model]:
    """The models, every union with whatever tells its branches apart."""
    tags = _Tags(models)
    return {
        key: replace(model, shape=tags.told(model.shape)) if isinstance(model.shape, Union) else model
        for key, model in models.items()
    }


@dataclass(frozen=True, slots=True)
class _Tags:
    """Reads the tags of branches."""

    models: Mapping[str, Model]

    def told(self, union: Union) -> Union:
        branches = tuple(each for each in union.branches if isinstance(each, Ref) and self._objects(each))
        if union.discriminator and union.discriminator.inferred:
            return union
        if union.discriminator:
            return replace(union, discriminator=self._whole(union.discriminator, branches))
        return replace(union, discriminator=self._inferred(branches))

    def _whole(self, found: Discriminator, branches: tuple[Ref, ...]) -> Discriminator:
        own = {final(branch.target, self.models): branch.target for branch in branches}
        said = [(value, own[key]) for value, to in found.mapping if (key := final(to, self.models)) in own]
        otherwise = own.get(final(found.otherwise, self.models)) if found.otherwise else None
        claimed = frozenset(value for value, _ in said)
        mapped = frozenset(target for _, target in said)
        pairs = list(said)
        for branch in branches:
            values = self._values(branch, found.property)
            if branch.target not in mapped:
                pairs += [(each, branch.target) for each in self._left(branch, values, claimed)]
            elif len(values) == 1 and values[0] not in claimed:
                pairs.append((values[0], branch.target))
        typed = ((self._typed(value, target, found.property), target) for value, target in pairs)
        return replace(found, mapping=tuple(dict.fromkeys(typed)), otherwise=otherwise)

    def _left(self, branch: Ref, values: tuple[JsonText, ...], claimed: frozenset[JsonText]) -> tuple[JsonText, ...]:
        """What is left for a branch that the mapping does not mention."""
        own = json_text(_name(final(branch.target, self.models)))
        if len(values) > 1:
            return (own,) if own in values else tuple(each for each in values if each not in claimed)
        return values or ((own,) if own != json_text("") and own not in claimed else ())

    def _inferred(self, branches: tuple[Ref, ...]) -> Discriminator | None:
        properties = sorted({each.name for branch in branches for each in self._fields(branch) if _is_constant(each)})
        ranked = sorted((-self._score(branches, name), name) for name in properties)
        if not ranked or -ranked[0][0] < 2:  # one value tells nothing apart
            return None
        name = ranked[0][1]
        pairs = ((value, each.target) for each in branches for value in self._values(each, name))
        return Discriminator(name, tuple(dict.fromkeys(pairs)), inferred=True)

    def _score(self, branches: tuple[Ref, ...], name: str) -> int:
        """How many branches have a constant of their own."""
        constants = [values for branch in branches if len(values := self._values(branch, name)) == 1]
        return sum(constants.count(each) == 1 for each in constants)

    def _values(self, branch: Ref, name: str, above: frozenset[str] = frozenset()) -> tuple[JsonText, ...]:
        """The values that a property may have, through choices inside; none where it may have any."""
        key = final(branch.target, self.models)
        shape = self.models[key].shape
        if isinstance(shape, Union) and key not in above:
            inner = [self._values(each, name, above | {key}) for each in shape.branches if isinstance(each, Ref)]
            return tuple(dict.fromkeys(value for each in inner for value in each)) if all(inner) else ()
        found = next((each.shape for each in self._fields(branch) if each.name == name), None)
        return enum.values if found and (enum := self._enum(found)) else ()

    def _enum(self, shape: Shape) -> Enum | None:
        if isinstance(shape, Ref):
            shape = self.models[final(shape.target, self.models)].shape
        return shape if isinstance(shape, Enum) else None

    def _typed(self, value: JsonText, target: str, name: str) -> JsonText:
        """A mapping's keys are text, whatever the property is."""
        found = next((each.shape for each in self._fields(Ref(target)) if each.name == name), None)
        kind = found.type if isinstance(found, Scalar | Enum) else "string"
        plain = value[1:-1].lower()  # `False`, as Python writes it, is among them
        fits = _PLAIN[kind].fullmatch(plain) if kind in _PLAIN and value.startswith('"') else None
        return plain if fits else value

    def _fields(self, branch: Ref) -> tuple[Field, ...]:
        whole = as_object(branch, self.models)
        return whole.fields if whole else ()

    def _objects(self, branch: Ref, above: frozenset[str] = frozenset()) -> bool:
        """Whether a branch is an object, or a choice among objects."""
        key = final(branch.target, self.models)
        shape = self.models[key].shape
        if isinstance(shape, Union):
            inner = [each for each in shape.branches if isinstance(each, Ref)]
            return key not in above and bool(inner) and all(self._objects(each, above | {key}) for each in inner)
        return as_object(shape, self.models) is not None


def _is_constant(field: Field) -> bool:
    return isinstance(field.shape, Enum) and len(field.shape.values) == 1


def _name(key: str) -> str:
    """The name that a discriminator knows a schema by, empty for one without."""
    steps = key.partition("#")[2].split("/")
    named = steps[-2:-1] in (["schemas"], ["definitions"], ["$defs"])
    return steps[-1].replace("~1", "/").replace("~0", "~") if named else ""
