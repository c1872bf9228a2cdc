"""Losses: what `allOf` says and no model can.

In: the models, and what was told of places that have no model. Out: each loss once, in order of place. A branch
of a choice that no value can be is left out of the choice, so nothing is lost with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specwright.build.choices import is_branch
from specwright.ir import AllOf, Loss, Model, Ref, Union
from specwright.meet import lost

__all__ = ["losses_of"]


def losses_of(models: Mapping[str, Model], told: Iterable[Loss]) -> tuple[Loss, ...]:
    """Every loss of a document."""
    unions = (model.shape for model in models.values() if isinstance(model.shape, Union))
    chosen = {each.target for union in unions for each in union.branches if isinstance(each, Ref)}
    found = (
        Loss(model.origin, what)
        for key, model in models.items()
        if isinstance(model.shape, AllOf)
        for what in lost(model.shape, models)
        if what != "value" or not is_branch(key) or key in chosen
    )
    return tuple(sorted({*found, *told}))
