"""Iteration: what comes out of a value that is gone through, or asked for one of its items.

In: a frame and what the value may be. Out: a `Kind`; objects of the files answer by their methods.
"""

from __future__ import annotations

from collections.abc import Iterable

from specwright.scopes.reading.giving import returned
from specwright.scopes.reading.holding import element
from specwright.scopes.reading.kinds import NOTHING, UNKNOWN, Function, Instance, Kind
from specwright.scopes.reading.members import called_on, find_method
from specwright.scopes.reading.world import Frame

__all__ = ["gone_through", "item_of"]


def gone_through(frame: Frame, kind: Kind) -> Kind:
    """What `for name in value` gives."""
    found = element(frozenset(each for each in kind if not isinstance(each, Instance)))
    for each in kind:
        if isinstance(each, Instance):
            found |= _of_object(frame, each)
    return found


def item_of(frame: Frame, each: Instance) -> Kind:
    """What `value[…]` gives."""
    return _result(frame, each, ("__getitem__",)) or UNKNOWN


def _of_object(frame: Frame, each: Instance) -> Kind:
    through = _result(frame, each, ("__iter__", "__aiter__"))
    itself = _result(frame, each, ("__next__", "__anext__"))
    # What iterates over itself returns itself, and gives its values one by one.
    others = frozenset(one for one in through if not isinstance(one, Instance))
    return itself | element(others) or item_of(frame, each)


def _result(frame: Frame, each: Instance, names: Iterable[str]) -> Kind:
    """What the methods of these names return."""
    methods = [method for name in names if (method := find_method(frame, each.place, name))]
    called = [one for method in methods for one in called_on(frame, method) if isinstance(one, Function)]
    return NOTHING.union(*(returned(frame, one) for one in called))
