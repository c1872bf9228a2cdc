"""Carries out the steps of a call in the calling thread.

In: steps, a transport. Out: the result of the steps.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Generator
from typing import TypeVar

from .effects import Ask, Effect, Send, Sleep
from .errors import ConfigurationError, SDKError
from .token_request import fetch_token
from .tokens import TokenFlow
from .transport import SyncTransport

__all__ = ["SyncDriver"]

R = TypeVar("R")


class SyncDriver:
    """Waits in the calling thread."""

    def __init__(self, transport: SyncTransport, sleep: Callable[[float], object] | None) -> None:
        self._transport = transport
        self._sleep = sleep or time.sleep

    def run(self, steps: Generator[Effect, object, R]) -> R:
        """Carry out each step; an error of a step goes back to the steps, which may know what to do."""
        try:
            effect = next(steps)
            while True:
                try:
                    result = self._do(effect)
                except SDKError as error:
                    effect = steps.throw(error)
                else:
                    effect = steps.send(result)
        except StopIteration as stop:
            result_of: R = stop.value
            return result_of

    def _do(self, effect: Effect) -> object:
        match effect:
            case Send():
                return self._transport.send(effect)
            case Sleep():
                return self._sleep(effect.seconds)
            case Ask():
                return self._token(effect)

    def _token(self, ask: Ask) -> str:
        source = ask.source
        if isinstance(source, TokenFlow):
            with source.lock:  # whoever comes second finds the first one's token
                return source.current(ask.rejected) or self.run(fetch_token(source, ask))
        token = source()
        if isinstance(token, str):
            return token
        if inspect.iscoroutine(token):
            token.close()
        raise ConfigurationError(
            f"{ask.scheme.parameter}: the function returned no text; a coroutine function needs AsyncClient"
        )
