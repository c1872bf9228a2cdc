"""What a resource's method would call, without the call.

In: a bound method and its arguments. Out: the operation, the arguments by wire names and the options.

Why so: each operation has one generated method, and everything else that can be done with it starts from that method,
typed by it. The method runs on a copy of its resource whose client notes the call instead of making it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn, cast

from .arguments import Arguments
from .errors import InvalidRequestError
from .misspelt import unexpected_keyword
from .operation import Operation
from .options import OPTION_NAMES, RequestOptions
from .resource import AsyncResource, Resource

__all__ = ["Captured", "capture", "operation_of", "resource_of"]


@dataclass(frozen=True, slots=True)
class Captured:
    """One call that was not made."""

    operation: Operation[object]
    arguments: Arguments
    options: RequestOptions


class _Caught(BaseException):
    """Carries the call out of the method; no error, so nothing in between handles it."""

    def __init__(self, captured: Captured) -> None:
        super().__init__()
        self.captured = captured


class _Probe:
    """Stands in for the client."""

    def __init__(self, name: str, single: str) -> None:
        self._name = name
        self._single = single

    def call(self, operation: Operation[object], options: RequestOptions, **parts: object) -> NoReturn:
        """Note the call."""
        if not OPTION_NAMES.issuperset(options):
            raise unexpected_keyword(operation.name, options)
        make = cast("Callable[..., Arguments]", Arguments)
        raise _Caught(Captured(operation, make(**parts), options))

    def pages(self, operation: Operation[object], options: RequestOptions, **_parts: object) -> NoReturn:
        """Refuse what is more than one call."""
        if not OPTION_NAMES.issuperset(options):
            raise unexpected_keyword(operation.name, options)
        raise InvalidRequestError(f"{self._name} sends a request for each page; give the method of one, {self._single}")


def resource_of(method: Callable[..., object]) -> tuple[Resource | AsyncResource, str]:
    """The resource that a method is of, and the method's name there."""
    resource = getattr(method, "__self__", None)
    name = getattr(method, "__name__", "")
    if isinstance(resource, Resource | AsyncResource) and name in resource.__operations__:
        return resource, name
    raise InvalidRequestError(f"{name or repr(method)} is not a method of a resource")


def operation_of(method: Callable[..., object]) -> Operation[object]:
    """The operation behind a method of a resource."""
    resource, name = resource_of(method)
    return resource.__operations__[name]


def capture(method: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> Captured:
    """Run the method without its call."""
    resource, name = resource_of(method)
    operation = resource.__operations__[name]
    single = next((other for other, same in resource.__operations__.items() if same is operation), name)
    probed = type(resource)(cast("Any", _Probe(name, single)))
    run = cast("Callable[..., object]", getattr(probed, name))
    try:
        coroutine = run(*args, **kwargs)
        if inspect.iscoroutine(coroutine):
            coroutine.send(None)
    except _Caught as caught:
        return caught.captured
    raise InvalidRequestError(f"{name} makes no call")
