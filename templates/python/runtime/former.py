"""Names that things had before: they work, and warn with the name of today.

In: old names, each with the new one and a sentence about both. Out: what generated code puts in the old places. A
package all of whose names are of today goes without this module.

Why a warning at each use and not at import: the line that has to change is the user's own.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeAlias, TypeVar, cast

from .resource import AsyncResource, Resource, client_of
from .warn import warn_here

__all__ = ["FormerMethod", "former_arguments", "former_attributes", "former_properties"]

R = TypeVar("R")
K = TypeVar("K", bound=type)

Renamed: TypeAlias = tuple[str, str]
"""The name of today, and the sentence."""


class FormerMethod:
    """A method that stands elsewhere today, or under another name: the steps lead there from the client."""

    def __init__(self, message: str, *steps: str) -> None:
        self._message = message
        self._steps = steps

    def __get__(self, resource: Resource | AsyncResource | None, owner: type | None = None) -> object:
        if resource is None:
            return self
        warn_here(self._message, DeprecationWarning)
        found: object = client_of(resource)
        for step in self._steps:
            found = getattr(found, step)
        return found


def former_arguments(**renamed: Renamed) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Let a method take arguments by the names that they had before."""

    def decorate(method: Callable[..., R]) -> Callable[..., R]:
        @wraps(method)
        def called(*args: object, **options: object) -> R:
            return method(*args, **_of_today(options, renamed, method.__name__))

        mark = getattr(inspect, "markcoroutinefunction", None)
        if mark is not None and inspect.iscoroutinefunction(method):
            mark(called)
        return called

    return decorate


def former_properties(**renamed: Renamed) -> Callable[[K], K]:
    """Let a model have properties under the names that they had before, and be made with these."""

    def decorate(model: K) -> K:
        plain = cast("Callable[..., None]", getattr(model, "__init__"))  # noqa: B009 - a class of any kind

        def start(self: object, /, **data: object) -> None:
            plain(self, **_of_today(data, renamed, model.__name__))

        start.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]
        setattr(model, "__init__", start)  # noqa: B010
        for old, (new, message) in renamed.items():
            setattr(model, old, _property(new, message))
        return model

    return decorate


def former_attributes(
    module: str, renamed: Mapping[str, Renamed], others: Callable[[str], object] | None = None
) -> Callable[[str], object]:
    """A module's `__getattr__` that knows the names of before; `others` is the one for all other names."""

    def get(name: str) -> object:
        if name in renamed:
            new, message = renamed[name]
            warn_here(message, DeprecationWarning)
            return getattr(sys.modules[module], new)
        if others is None:
            error = f"module {module!r} has no attribute {name!r}"
            raise AttributeError(error)
        return others(name)

    return get


def _of_today(given: dict[str, object], renamed: Mapping[str, Renamed], what: str) -> dict[str, Any]:
    """The arguments by the names of today."""
    for old in [name for name in given if name in renamed]:
        new, message = renamed[old]
        if new in given:
            error = f"{what}() got {old!r} and {new!r}, which are the same argument"
            raise TypeError(error)
        warn_here(message, DeprecationWarning)
        given[new] = given.pop(old)
    return given


def _property(new: str, message: str) -> property:
    def get(self: object) -> object:
        warn_here(message, DeprecationWarning)
        return getattr(self, new)

    def change(self: object, value: object) -> None:
        warn_here(message, DeprecationWarning)
        setattr(self, new, value)

    return property(get, change, doc=message)
