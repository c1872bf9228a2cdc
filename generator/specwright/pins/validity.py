"""Validity: names that a person may write into the ledger.

In: a place and a name for it. Out: what is wrong with the name, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from specwright.names import ARGUMENTS, BELOW, CLASS_NAMES, NAME, PAGER, PROPERTIES, PROPERTY, RESOURCES, Kind, Place

__all__ = ["fault_of"]

_TREES: Mapping[str, int] = {"webhooks": 2, "callbacks": 4}
"""The modules of what an API sends, and how many words a name there has at least."""


def fault_of(place: Place, name: str) -> str:
    """Why a thing cannot be called so; empty where it can."""
    if place.part == NAME:
        return _OF_KIND[place.kind](name)
    if place.part == PAGER:
        return _word(name, RESOURCES | BELOW)
    return _word(name, PROPERTIES if place.part[0] == PROPERTY else ARGUMENTS)


def _word(name: str, reserved: frozenset[str]) -> str:
    if not name.isidentifier():
        return "is no identifier"
    if name.startswith("_"):
        return "begins with an underscore, and so would be private"
    return "is reserved" if name in reserved else ""


def _operation(name: str) -> str:
    first, *below = name.split(".")
    if not below:
        return "needs a resource before the method, as in pets.list"
    faults = (_word(first, RESOURCES), *(_word(each, RESOURCES | BELOW) for each in below))
    return next((fault for fault in faults if fault), "")


def _webhook(name: str) -> str:
    first, *below = name.split(".")
    if len(below) + 1 < _TREES.get(first, len(name)):
        return "is not of the form webhooks.NAME or callbacks.RESOURCE.METHOD.NAME"
    return next((fault for each in below if (fault := _word(each, BELOW))), "")


def _model(name: str) -> str:
    """A class; in small letters it would hide what a module of models imports."""
    return _word(name, CLASS_NAMES) or ("begins with a small letter" if name[0].islower() else "")


def _scheme(name: str) -> str:
    return _word(name, ARGUMENTS)


_OF_KIND: Mapping[Kind, Callable[[str], str]] = {
    "operations": _operation,
    "webhooks": _webhook,
    "models": _model,
    "schemes": _scheme,
}
