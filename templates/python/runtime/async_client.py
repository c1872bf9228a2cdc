"""The asynchronous client that a generated `AsyncClient` extends.

In: the API, credentials and settings. Out: calls that are awaited, and the typed ways around a call: raw response,
unsent request, stream, the operation as data.

Why imports inside: the network and the models load with the first call, so that a program which only builds a client
starts fast.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar, cast

from .api import Api
from .arguments import NONE, Arguments
from .base_client import BaseClient, Shared, checked, settings_of
from .credentials import Credential
from .http_client import AsyncHttpClient
from .operation import Operation
from .options import OPTION_NAMES, RequestOptions, Timeout
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .async_driver import AsyncDriver
    from .exchange import Outcome
    from .pager import AsyncPager
    from .plan import Plan
    from .request import Request
    from .response import Response
    from .streams import AsyncStream
    from .transport import AsyncTransport

    _Base = BaseClient[AsyncTransport]
else:
    _Base = BaseClient

__all__ = ["AsyncClient"]

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")


class AsyncClient(_Base):
    """Calls the API from an event loop; many tasks may share it."""

    def __init__(
        self,
        api: Api,
        credentials: Mapping[str, Credential | None],
        *,
        base_url: str | None = None,
        timeout: float | Timeout | Unset | None = UNSET,
        max_retries: int = 2,
        http_client: AsyncHttpClient | None = None,
        strict: bool = False,
        granted_scopes: Collection[str] | None = None,
    ) -> None:
        shared: Shared[AsyncTransport] = Shared(api, checked(api, credentials), http_client)
        self._start(shared, settings_of(api, base_url, timeout, max_retries, strict, granted_scopes), owner=True)

    async def call(  # noqa: PLR0913 - one for each part of a request
        self,
        operation: Operation[T],
        options: RequestOptions,
        *,
        path: Mapping[str, object] = NONE,
        query: Mapping[str, object] = NONE,
        headers: Mapping[str, object] = NONE,
        cookies: Mapping[str, object] = NONE,
        body: object = UNSET,
        content_type: str | Unset = UNSET,
        accept: str | Unset = UNSET,
    ) -> T:
        """Call an operation; every mapping is by wire names, and unset entries are left out."""
        if not OPTION_NAMES.issuperset(options):
            from .misspelt import unexpected_keyword  # noqa: PLC0415 - only a mistake needs it

            raise unexpected_keyword(operation.name, options)
        arguments = Arguments(path, query, headers, cookies, body, content_type, accept)
        return (await self._perform(operation, arguments, options)).value

    def pages(  # noqa: PLR0913 - as `call`
        self,
        operation: Operation[T],
        options: RequestOptions,
        *,
        item: type[Item] | None = None,  # noqa: ARG002 - says what the items are, to type checkers
        path: Mapping[str, object] = NONE,
        query: Mapping[str, object] = NONE,
        headers: Mapping[str, object] = NONE,
        cookies: Mapping[str, object] = NONE,
        body: object = UNSET,
        content_type: str | Unset = UNSET,
        accept: str | Unset = UNSET,
    ) -> AsyncPager[Item, T]:
        """The pages of a listing; nothing is sent before the first step."""
        from .pager import AsyncPager  # noqa: PLC0415 - only listings need it

        if not OPTION_NAMES.issuperset(options):
            from .misspelt import unexpected_keyword  # noqa: PLC0415 - only a mistake needs it

            raise unexpected_keyword(operation.name, options)
        first = Arguments(path, query, headers, cookies, body, content_type, accept)
        return AsyncPager(lambda arguments: self._perform(operation, arguments, options), first, operation)

    async def raw_response(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> Response[T]:
        """Call a method of a resource and return all that came.

        For example `await client.raw_response(client.pets.get, 7)`.
        """
        caught = self._capture(method, args, kwargs)
        return await self._perform(cast("Operation[T]", caught.operation), caught.arguments, caught.options)

    async def build_request(self, method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Request:
        """The request that a method would send, credentials included.

        Nothing is sent, but for a token that has to be fetched.
        """
        from .exchange import request_only  # noqa: PLC0415 - not part of a plain call

        caught = self._capture(method, args, kwargs)
        return await self._driver().run(request_only(self._plan(caught.operation), caught.arguments, caught.options))

    def operation(self, method: Callable[..., Awaitable[T]]) -> Operation[T]:
        """The operation behind a method, as data: `.security`, `.scopes`, `.path`."""
        from .capture import operation_of  # noqa: PLC0415 - not part of a plain call

        return cast("Operation[T]", operation_of(method))

    @asynccontextmanager
    async def stream(
        self, method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[AsyncStream]:
        """Call a method of a resource and read the body piece by piece.

        For example `async with client.stream(client.files.get, 7) as body: ...`.
        """
        from .decode import fail, outline  # noqa: PLC0415 - not part of a plain call
        from .streams import AsyncStream  # noqa: PLC0415

        caught = self._capture(method, args, kwargs)
        outcome = await self._exchange(caught.operation, caught.arguments, caught.options, live=True)
        plan = self._plan(caught.operation)
        response = outline(plan, outcome.request, outcome.raw, outcome.retries)
        if outcome.raw.live is None:
            raise fail(plan, response)
        opened = AsyncStream(response, outcome.raw.live)
        try:
            yield opened
        finally:
            await opened.close()

    async def aclose(self) -> None:
        """Close the client.

        A copy made by `with_options` closes only itself, and a given `http_client` stays open.
        """
        self._closed = True
        if self._owner and not self._shared.closed:
            self._shared.closed = True
            if self._shared.transport is not None:
                await self._shared.transport.close()

    async def __aenter__(self) -> Self:
        self._check_open("with")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _perform(self, operation: Operation[T], arguments: Arguments, options: RequestOptions) -> Response[T]:
        from .decode import decode  # noqa: PLC0415 - the first call pays

        plan = self._plan(operation)
        outcome = await self._exchange(operation, arguments, options, live=plan.streams)
        if outcome.raw.live is not None:
            return cast("Response[T]", await self._opened(plan, outcome))
        return cast("Response[T]", decode(plan, outcome.request, outcome.raw, outcome.retries))

    async def _opened(self, plan: Plan, outcome: Outcome) -> Response[object]:
        """An answer that may be a stream of items; any other is read here after all."""
        from .decode import decode, outline, with_value  # noqa: PLC0415 - few operations need it
        from .item_streams import AsyncItemStream  # noqa: PLC0415
        from .items import item_reader  # noqa: PLC0415
        from .streams import AsyncStream  # noqa: PLC0415

        response = outline(plan, outcome.request, outcome.raw, outcome.retries)
        body = AsyncStream(response, outcome.raw.live)
        reader = item_reader(plan, response)
        if reader is not None:
            items: AsyncItemStream[object] = AsyncItemStream(body, reader)
            return with_value(response, items)
        try:
            raw = replace(outcome.raw, content=await body.read(), live=None)
        finally:
            await body.close()
        return decode(plan, outcome.request, raw, outcome.retries)

    async def _exchange(
        self, operation: Operation[object], arguments: Arguments, options: RequestOptions, *, live: bool
    ) -> Outcome:
        from .exchange import exchange  # noqa: PLC0415 - the first call pays

        return await self._driver().run(exchange(self._plan(operation), arguments, options, live=live))

    def _driver(self) -> AsyncDriver:
        from .async_driver import AsyncDriver  # noqa: PLC0415 - the first call pays

        shared = self._shared
        if shared.transport is None:
            from .transport import AsyncTransport  # noqa: PLC0415

            with shared.lock:
                shared.transport = shared.transport or AsyncTransport(shared.http_client)
        return AsyncDriver(shared.transport, self._settings.sleep)
