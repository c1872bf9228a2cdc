"""What a resource's method would call, without the call.

In: a bound method and its arguments. Out: the operation, the arguments by wire names and the options.

Why so: each operation has one generated method, and everything else that can be done with it starts from that method,
typed by it. The method runs on a copy of its resource whose client notes the call instead of making it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, cast

from .arguments import Arguments
from .errors import InvalidRequestError
from .operation import Operation
from .options import RequestOptions
from .resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .sync_client import SyncClient

__all__ = ["Captured", "capture", "operation_of"]


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

    def call(self, operation: Operation[object], options: RequestOptions, **parts: object) -> NoReturn:
        """Note the call."""
        make = cast("Callable[..., Arguments]", Arguments)
        raise _Caught(
            Captured(operation, make(**{name: part for name, part in parts.items() if name != "item"}), options)
        )

    pages = call


def operation_of(method: Callable[..., object]) -> Operation[object]:
    """The operation behind a method of a resource."""
    resource = getattr(method, "__self__", None)
    name = getattr(method, "__name__", "")
    if isinstance(resource, Resource | AsyncResource) and name in resource.__operations__:
        return resource.__operations__[name]
    raise InvalidRequestError(f"{name or method!r} is not a method of a resource")


def capture(method: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> Captured:
    """Run the method without its call."""
    operation_of(method)
    resource = cast("Resource", getattr(method, "__self__", None))
    probed = type(resource)(cast("SyncClient", _Probe()))
    run = cast("Callable[..., object]", getattr(probed, getattr(method, "__name__", "")))
    try:
        coroutine = run(*args, **kwargs)
        if inspect.iscoroutine(coroutine):
            coroutine.send(None)
    except _Caught as caught:
        return caught.captured
    raise InvalidRequestError(f"{run!r} makes no call")
