"""What the synchronous and the asynchronous client have in common: settings, credentials, prepared calls.

In: the API and the caller's settings. Out: plans by operation, and the calls that methods would make.

Why so few imports: a program that builds a client and does not call it pays for neither the network nor the models;
what a call needs is imported by the first call.
Why a copy closes only itself: connections belong to the client that was built; a copy made for one call must not end
the others' calls.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self, TypeVar, cast

from .api import Api
from .credentials import Credential, collect
from .errors import ClosedClientError, ConfigurationError, InvalidRequestError
from .mistakes import in_base_url, in_headers, in_own_address, in_retries, in_scopes, in_timeout
from .operation import Operation
from .options import Settings, Timeout, timeout_of
from .resource import AsyncResource, client_of
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .capture import Captured
    from .plan import Plan

__all__ = ["BaseClient", "Shared", "checked", "settings_of"]


T = TypeVar("T")


class Shared(Generic[T]):
    """What a client and its copies share: credentials and connections. `transport` comes with the first request."""

    def __init__(self, api: Api, credentials: Mapping[str, Credential], http_client: object | None) -> None:
        self.api = api
        self.credentials = credentials
        self.http_client = http_client
        self.transport: T | None = None
        self.lock = Lock()
        if http_client is not None:
            from .lent import warn_of_unused  # noqa: PLC0415 - most clients are given none

            warn_of_unused(http_client)
        self.closed = False


class BaseClient(Generic[T]):
    """Settings, credentials and prepared calls."""

    _shared: Shared[T]
    _settings: Settings
    _plans: dict[Operation[object], Plan]
    _closed: bool
    _owner: bool

    def _start(self, shared: Shared[T], settings: Settings, *, owner: bool) -> None:
        self._shared = shared
        self._settings = settings
        self._plans = {}
        self._closed = False
        self._owner = owner

    def with_options(
        self,
        *,
        timeout: float | Timeout | Unset | None = UNSET,
        max_retries: int | Unset = UNSET,
        base_url: str | Unset = UNSET,
        strict: bool | Unset = UNSET,
        granted_scopes: Collection[str] | Unset | None = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> Self:
        """A copy with other settings, on the same connections; `headers` add to those that go out with each call."""
        old = self._settings
        _check(base_url, timeout, max_retries)
        if not isinstance(headers, Unset):
            _refuse(in_headers(headers, "headers"))
        changed = replace(
            old,
            timeout=old.timeout if isinstance(timeout, Unset) else timeout_of(timeout),
            max_retries=old.max_retries if isinstance(max_retries, Unset) else max_retries,
            base_url=old.base_url if isinstance(base_url, Unset) else base_url,
            strict=old.strict if isinstance(strict, Unset) else strict,
            granted_scopes=old.granted_scopes if isinstance(granted_scopes, Unset) else _scopes(granted_scopes),
            headers=old.headers if isinstance(headers, Unset) else {**old.headers, **headers},
        )
        copy = object.__new__(type(self))
        copy._start(self._shared, changed, owner=False)
        copy._closed = self._closed
        return copy

    def _capture(self, method: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> Captured:
        """The call that a method of this client, or of a copy of it, would make."""
        from .capture import capture, resource_of  # noqa: PLC0415 - not part of a plain call

        resource, name = resource_of(method)
        if isinstance(resource, AsyncResource) != hasattr(self, "aclose"):
            kind = "an asynchronous" if isinstance(resource, AsyncResource) else "a synchronous"
            raise InvalidRequestError(f"{name} is a method of {kind} client, and this one is not")
        owner = cast("BaseClient[Any]", client_of(resource))
        if owner._shared is not self._shared:  # noqa: SLF001 - its own class
            raise InvalidRequestError(f"{name} belongs to another client, {owner!r}; give the method of {self!r}")
        return capture(method, args, kwargs)

    def _check_open(self, name: str) -> None:
        if self._closed or self._shared.closed:
            raise ClosedClientError(f"{name}: the client is closed; make a new one, or keep it open while you call it")

    def _plan(self, operation: Operation[object]) -> Plan:
        self._check_open(operation.name)
        plan = self._plans.get(operation)
        if plan is None:
            from .plan import prepare  # noqa: PLC0415 - the first call pays

            plan = prepare(operation, self._shared.api, self._settings, self._shared.credentials)
            self._plans[operation] = plan
        return plan

    def __repr__(self) -> str:
        api = self._shared.api
        named = ", ".join(self._shared.credentials) or "none"
        base = self._settings.base_url or api.base_url
        closed = ", closed" if self._closed or self._shared.closed else ""
        return f"<{type(self).__name__} {api.title} {api.version}, {base}, credentials: {named}{closed}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or copied, for it holds connections and credentials; "
            "make one in each process, and use with_options() for a copy with other settings"
        )


def settings_of(
    api: Api,
    base_url: str | None,
    timeout: float | Timeout | Unset | None,
    max_retries: int,
    strict: bool,  # noqa: FBT001 - a setting of the client, given by name
    granted_scopes: Collection[str] | None,
) -> Settings:
    """The settings of a new client, checked."""
    _check(UNSET if base_url is None else base_url, timeout, max_retries)
    if base_url is None:
        _refuse(in_own_address(api.base_url))
    return Settings(base_url, timeout_of(timeout), max_retries, strict, _scopes(granted_scopes))


def _check(base_url: object, timeout: object, max_retries: object) -> None:
    """Refuse what can never be right; an unset value stays as it is."""
    for value, words in ((base_url, in_base_url), (timeout, in_timeout), (max_retries, in_retries)):
        if not isinstance(value, Unset):
            _refuse(words(value))


def _refuse(words: str | None) -> None:
    if words is not None:
        raise ConfigurationError(words)


def _scopes(granted: Collection[str] | None) -> frozenset[str] | None:
    """Scopes as a set; one text is read as the space-separated list that token endpoints return."""
    if granted is None:
        return None
    _refuse(in_scopes(granted))
    return frozenset(granted.split() if isinstance(granted, str) else granted)


def checked(api: Api, given: Mapping[str, Credential | None]) -> dict[str, Credential]:
    """The credentials of a new client."""
    known = {scheme.parameter for scheme in api.schemes}
    strange = [parameter for parameter in given if parameter not in known]
    if strange:
        raise ConfigurationError(f"no security scheme takes {strange[0]!r}")
    return collect(api, given)
