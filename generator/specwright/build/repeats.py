"""Repeats: a large choice that stands at many places, once.

In: the models. Out: the same models, in which an inline choice that equals an earlier one refers to it: its name stays,
as a second name.

Why only large ones: real documents repeat a choice among 89 expressions at 96 places, each of which leads to all the
others; to write and to read that takes a minute. A small choice reads best under the name of its own place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from specwright.ir import Model, Ref, Union

__all__ = ["with_repeats_once"]

LARGE = 16


def with_repeats_once(models: Mapping[str, Model]) -> Mapping[str, Model]:
    """The models, each large inline choice only once."""
    first: dict[tuple[Union, str], str] = {}
    found: dict[str, Model] = {}
    for key in sorted(models):
        model = models[key]
        if _is_inline(key) and isinstance(model.shape, Union) and len(model.shape.branches) >= LARGE:
            home = first.setdefault((model.shape, model.description), key)
            model = model if home == key else replace(model, shape=Ref(home))
        found[key] = model
    return found


def _is_inline(key: str) -> bool:
    return key.partition("#")[2].rpartition("/")[0].rpartition("/")[2] not in ("schemas", "definitions", "$defs")
