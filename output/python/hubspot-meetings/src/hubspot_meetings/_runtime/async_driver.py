"""Carries out the steps of a call in the running task.

In: steps, a transport. Out: the result of the steps.

Why `RunVar`: a lock belongs to one event loop, and a token source may serve several, one after the other.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from typing import Final, TypeVar, cast
from weakref import WeakKeyDictionary

import anyio
from anyio.lowlevel import RunVar

from .effects import Ask, Effect, Send, Sleep
from .errors import ConfigurationError, SDKError
from .token_request import fetch_token
from .tokens import TokenFlow
from .transport import AsyncTransport

__all__ = ["AsyncDriver"]

R = TypeVar("R")

_LOCKS: Final[RunVar[WeakKeyDictionary[TokenFlow, anyio.Lock]]] = RunVar("token locks")


class AsyncDriver:
    """Waits in the running task."""

    def __init__(self, transport: AsyncTransport, sleep: Callable[[float], object] | None) -> None:
        self._transport = transport
        self._sleep = sleep

    async def run(self, steps: Generator[Effect, object, R]) -> R:
        """Carry out each step; an error of a step goes back to the steps, which may know what to do."""
        try:
            effect = next(steps)
            while True:
                try:
                    result = await self._do(effect)
                except SDKError as error:
                    effect = steps.throw(error)
                else:
                    effect = steps.send(result)
        except StopIteration as stop:
            result_of: R = stop.value
            return result_of

    async def _do(self, effect: Effect) -> object:
        match effect:
            case Send():
                return await self._transport.send(effect)
            case Sleep():
                await self._pause(effect.seconds)
                return None
            case Ask():
                return await self._token(effect)

    async def _pause(self, seconds: float) -> None:
        if self._sleep is None:
            await anyio.sleep(seconds)
            return
        waiting = self._sleep(seconds)
        if inspect.isawaitable(waiting):
            await waiting

    async def _token(self, ask: Ask) -> str:
        source = ask.source
        if isinstance(source, TokenFlow):
            async with _lock(source):  # whoever comes second finds the first one's token
                cached = source.current(ask.rejected)
                return cached if cached is not None else await self.run(fetch_token(source, ask))
        token: object = source()
        text = cast("object", await token if inspect.isawaitable(token) else token)
        if isinstance(text, str):
            return text
        raise ConfigurationError(f"{ask.scheme.parameter}: the function returned no text")


def _lock(source: TokenFlow) -> anyio.Lock:
    locks = _LOCKS.get(None)
    if locks is None:
        locks = WeakKeyDictionary[TokenFlow, anyio.Lock]()
        _LOCKS.set(locks)
    return locks.setdefault(source, anyio.Lock())
