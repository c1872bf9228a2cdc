"""Defaults: what a parameter is where it is not given.

In: a function where it is defined. Out: its parameters know their defaults.
"""

from __future__ import annotations

from specwright.scopes.reading.kinds import Place
from specwright.scopes.reading.scopes import FunctionNode
from specwright.scopes.reading.world import Frame

__all__ = ["learn_defaults"]


def learn_defaults(frame: Frame, place: Place, node: FunctionNode) -> None:
    """Read the defaults, and let the parameters know them."""
    own = node.args
    positional = [*own.posonlyargs, *own.args]
    pairs = [
        *zip(reversed(positional), reversed(own.defaults), strict=False),
        *((argument, default) for argument, default in zip(own.kwonlyargs, own.kw_defaults, strict=True) if default),
    ]
    for argument, default in pairs:
        frame.learn(("parameter", place, argument.arg), frame.kind(default))
