"""Choices: `allOf` with a reference to a choice is a choice too, each of its branches with all the rest.

In: the models. Out: the same models; one that was all of a choice and something more is now a choice among new models,
which stand below it as branches of its own would.

Why here and not where schemas are read: a reference may lead to a choice through any number of names and of other
`allOf`s, and all of those have been read by now.
Why a large product is left alone: two choices of ten would be a hundred classes. What is left is read as what holds of
every branch, and keeps the rest of its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import prod

from specwright.flatten import final
from specwright.ir import AllOf, Discriminator, Model, Object, Origin, Ref, Scalar, Shape, Union
from specwright.meet import settled

__all__ = ["is_branch", "with_choices"]

LARGEST_PRODUCT = 16
_NEVER = Scalar("never")
_BRANCH = re.compile(r"/(oneOf|anyOf)/\d+$")


def with_choices(models: Mapping[str, Model]) -> Mapping[str, Model]:
    """The models, each `allOf` with a choice in it opened where it can be."""
    opening = _Opening(dict(models))
    for key in sorted(models):
        opening.open(key)
    changed = frozenset(key for key, model in opening.models.items() if models.get(key) is not model)
    return {key: _untold(model, changed) for key, model in opening.models.items()} if changed else models


def is_branch(key: str) -> bool:
    """Whether a model's id is that of a choice's own branch."""
    return _BRANCH.search(key) is not None


@dataclass(slots=True)
class _Opening:
    """The models so far, and which of them are done or under way."""

    models: dict[str, Model]
    seen: set[str] = field(default_factory=set[str])
    crowded: set[str] = field(default_factory=set[str])

    def open(self, key: str) -> None:
        """Open a model, after all that it is built of."""
        if key in self.seen:
            return
        self.seen.add(key)
        model = self.models[key]
        if isinstance(model.shape, Union):
            self._weigh(key, self._pruned(model, model.shape))
        if not isinstance(model.shape, AllOf):
            return
        parts = tuple(_flat(model.shape))
        for part in parts:
            if isinstance(part, Ref):
                self.open(final(part.target, self.models))
        choices = [each for each in parts if self._is_choice(each)]
        count = prod(self._size(each) for each in choices)
        if choices and key not in self.crowded and (len(choices) == 1 or count <= LARGEST_PRODUCT):
            self._distribute(model, parts, choices[0])

    def _pruned(self, model: Model, union: Union) -> Union:
        """Without the branches that no value can be together with the rest."""
        inside = {each.target: self.models[each.target].shape for each in union.branches if isinstance(each, Ref)}
        gone = {
            key
            for key, shape in inside.items()
            if is_branch(key) and isinstance(shape, AllOf) and settled(shape, self.models) == _NEVER
        }
        kept = tuple(each for each in union.branches if not isinstance(each, Ref) or each.target not in gone)
        if not gone or not kept:
            return union
        by = union.discriminator
        told = by and replace(by, mapping=tuple(pair for pair in by.mapping if pair[1] not in gone))
        rest = Union(kept, told)
        self.models[model.id] = replace(model, shape=kept[0] if len(kept) == 1 else rest)
        return rest

    def _weigh(self, key: str, union: Union) -> None:
        """A choice whose branches hold choices in their turn is a product too."""
        inside = [each.target for each in union.branches if isinstance(each, Ref) and each.target.startswith(f"{key}/")]
        several = [each for each in inside if self._leaves_in(each) > 1]
        if len(inside) > 1 and sum(map(self._leaves_in, inside)) > LARGEST_PRODUCT:
            self.crowded.update(several)

    def _leaves_in(self, key: str) -> int:
        shape = self.models[key].shape
        return prod(self._size(each) for each in _flat(shape)) if isinstance(shape, AllOf) else 1

    def _distribute(self, model: Model, parts: tuple[Shape, ...], choice: Shape) -> None:
        """The model as the union of the branches, each with the other parts."""
        union = self._union(choice)
        assert union
        own = {final(each.target, self.models): each for each in union.branches if isinstance(each, Ref)}
        if any(model.id in self._above(key) for key in own if key != model.id):
            return  # its branches are made of it, so what it is made of says nothing of them
        joined = {
            number: AllOf(tuple(branch if each == choice else each for each in parts))
            for number, branch in enumerate(union.branches)
            if not isinstance(branch, Ref) or final(branch.target, self.models) != model.id
        }
        settling = {number: settled(each, self.models) for number, each in joined.items()}
        possible = [number for number, whole in settling.items() if whole != _NEVER]
        if len(possible) == 1:
            self.models[model.id] = replace(model, shape=joined[possible[0]])
            self.seen.discard(model.id)
            self.open(model.id)
        elif possible:
            became = {each: self._branch(model, each, joined[each], settling[each]) for each in possible}
            of = {key: became.get(union.branches.index(branch)) for key, branch in own.items()}
            unique = tuple(dict.fromkeys(became.values()))
            self.models[model.id] = replace(model, shape=Union(unique, _told(union.discriminator, of, self.models)))

    def _branch(self, model: Model, number: int, joined: AllOf, whole: Shape) -> Shape:
        """What one branch is with the rest: a model of its own, if there is no name for it yet."""
        if not isinstance(whole, Object | AllOf | Union):
            return whole
        origin = Origin(model.origin.file, f"{model.origin.pointer}/oneOf/{number}")
        made = Model(origin, joined, deprecated=model.deprecated)
        self.models[made.id] = made
        self.open(made.id)
        return Ref(made.id)

    def _is_choice(self, shape: Shape) -> bool:
        """A reference to a choice in which there is an object."""
        union = self._union(shape)
        return union is not None and self._size(shape) > 1 and any(isinstance(each, Ref) for each in union.branches)

    def _union(self, shape: Shape) -> Union | None:
        inner = self.models[final(shape.target, self.models)].shape if isinstance(shape, Ref) else None
        return inner if isinstance(inner, Union) else None

    def _size(self, shape: Shape, above: frozenset[str] = frozenset()) -> int:
        """How many branches there are, those of choices inside counted too."""
        union = self._union(shape)
        if union is None or not isinstance(shape, Ref) or shape.target in above:
            return 1
        return sum(self._size(each, above | {shape.target}) for each in union.branches)

    def _above(self, key: str) -> frozenset[str]:
        """The models that this one is made of, through `allOf` and choices in it."""
        found: set[str] = set()
        waiting = [key]
        while waiting:
            shape = self.models[waiting.pop()].shape
            parts = _flat(shape) if isinstance(shape, AllOf) else iter([shape])
            inside = [part for each in parts for part in (each.branches if isinstance(each, Union) else (each,))]
            new = {each.target for each in inside if isinstance(each, Ref)} - found
            found |= new
            waiting += sorted(new)
        return frozenset(found)


def _flat(whole: AllOf) -> Iterator[Shape]:
    for part in whole.parts:
        yield from _flat(part) if isinstance(part, AllOf) else (part,)


def _untold(model: Model, changed: frozenset[str]) -> Model:
    """Without a tag that was inferred from what has changed: it is inferred anew."""
    shape = model.shape
    if not isinstance(shape, Union) or not shape.discriminator or not shape.discriminator.inferred:
        return model
    is_stale = any(isinstance(each, Ref) and each.target in changed for each in shape.branches)
    return replace(model, shape=replace(shape, discriminator=None)) if is_stale else model


def _told(
    by: Discriminator | None, became: Mapping[str, Shape | None], models: Mapping[str, Model]
) -> Discriminator | None:
    """The choice's own discriminator, of what its branches have become."""
    if by is None or by.inferred:
        return None
    of = {key: shape.target for key, shape in became.items() if isinstance(shape, Ref)}
    pairs = ((value, of.get(final(target, models))) for value, target in by.mapping)
    names = ((value, target) for value, target in pairs if target)
    last, base = (of.get(final(each, models)) if each else None for each in (by.otherwise, by.base))
    return replace(by, mapping=tuple(names), otherwise=last, base=base)
