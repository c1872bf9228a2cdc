"""Subtypes: a use of a schema that others build upon means any of them.

In: models, whatever uses them, and the discriminators of those that others build upon (`bases`). Out: the models with a
choice more for each of these, and the same uses, now of the choice.

The choice stands at the base's `discriminator`. It holds all that build upon the base by `allOf`, or that the base's
discriminator maps, and last the base itself, which is what a value from tomorrow is.

Why one that is a base by another property of its own is a choice inside the choice: its own property tells the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from specwright.flatten import final
from specwright.ir import AllOf, Discriminator, Model, Origin, Ref, Union

__all__ = ["with_subtypes"]

T = TypeVar("T")


def with_subtypes(
    models: Mapping[str, Model], bases: Mapping[str, Discriminator], uses: T
) -> tuple[Mapping[str, Model], T]:
    """The models with each base's choice, and what uses them."""
    family = _Family(models, bases)
    choices = {key: family.choice(key) for key in sorted(models) if family.has_choice(key)}
    if not choices:
        return models, uses
    to = {key: choices[found].id for key in models if (found := final(key, models)) in choices}
    rewritten = {key: _rewritten_model(model, to) for key, model in models.items()}
    return {**rewritten, **{each.id: each for each in choices.values()}}, _rewritten(uses, to)


@dataclass(frozen=True, slots=True)
class _Family:
    """Who builds upon whom."""

    models: Mapping[str, Model]
    bases: Mapping[str, Discriminator]

    def has_choice(self, key: str) -> bool:
        return key == final(key, self.models) and self._discriminator(key) is not None and bool(self._children(key))

    def choice(self, key: str) -> Model:
        model, found = self.models[key], self._discriminator(key)
        assert found
        members = tuple(self._members(key, found, frozenset({key})))
        mapping = tuple((value, self._meant(target, found)) for value, target in found.mapping)
        inside = tuple((value, target) for value, target in mapping if target in (*members, key))
        branches = tuple(Ref(each) for each in (*members, key))
        told = replace(found, mapping=inside, base=key)
        return Model(_at(model), Union(branches, told), model.description, deprecated=model.deprecated)

    def _members(self, key: str, by: Discriminator, above: frozenset[str]) -> Iterator[str]:
        for child in self._children(key):
            if child not in above:
                meant = self._meant(child, by)
                yield meant
                if meant == child:
                    yield from self._members(child, by, above | {child})

    def _meant(self, key: str, by: Discriminator) -> str:
        """The model, or its choice where that goes by another property."""
        own = self.bases.get(final(key, self.models))
        other = own and own.property != by.property and self.has_choice(final(key, self.models))
        return _id(_at(self.models[final(key, self.models)])) if other else final(key, self.models)

    def _children(self, key: str) -> tuple[str, ...]:
        mapped = self.bases[key].mapping if key in self.bases else ()
        found = {child for child, model in self.models.items() if _is_component(child) and key in self._parents(model)}
        found |= {final(target, self.models) for _, target in mapped}
        return tuple(sorted(found - {key}))

    def _discriminator(self, key: str) -> Discriminator | None:
        """Its own, or that of what it builds upon."""
        waiting, seen = [key], {key}
        while waiting:
            each = waiting.pop(0)
            if each in self.bases:
                return self.bases[each]
            parents = [parent for parent in self._parents(self.models[each]) if parent not in seen]
            seen.update(parents)
            waiting += parents
        return None

    def _parents(self, model: Model) -> tuple[str, ...]:
        parts = model.shape.parts if isinstance(model.shape, AllOf) else ()
        return tuple(final(part.target, self.models) for part in parts if isinstance(part, Ref))


def _rewritten_model(model: Model, to: Mapping[str, str]) -> Model:
    """The model with its uses rewritten; what it is a second name of, or builds upon, is no use."""
    match model.shape:
        case Ref():
            return model
        case AllOf():
            parts = tuple(part if isinstance(part, Ref) else _rewritten(part, to) for part in model.shape.parts)
            return replace(model, shape=AllOf(parts))
        case _:
            return replace(model, shape=_rewritten(model.shape, to))


def _rewritten(value: T, to: Mapping[str, str]) -> T:
    """Whatever holds shapes, with each use of a base now one of its choice."""
    if isinstance(value, Ref):
        return cast("T", Ref(to.get(value.target, value.target)))
    if isinstance(value, tuple):
        return cast("T", tuple(_rewritten(each, to) for each in cast("tuple[object, ...]", value)))
    if not is_dataclass(value) or isinstance(value, type | Origin | Discriminator):
        return value
    held = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
    changed = {name: new for name, old in held.items() if (new := _rewritten(old, to)) is not old and new != old}
    return cast("T", replace(value, **changed)) if changed else value


def _at(model: Model) -> Origin:
    return Origin(model.origin.file, f"{model.origin.pointer}/discriminator")


def _id(origin: Origin) -> str:
    return f"{origin.file}#{origin.pointer}"


def _is_component(key: str) -> bool:
    steps = key.partition("#")[2].split("/")
    return steps[-2:-1] in (["schemas"], ["definitions"], ["$defs"]) or len(steps) <= 2
