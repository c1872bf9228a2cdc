"""The runtime of a generated SDK: its public names, each loaded on first use.

In: nothing. Out: what a package shows to its users. The table below is the whole public surface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import attributes

if TYPE_CHECKING:
    from .api import Api as Api, Scheme as Scheme
    from .async_client import AsyncClient as AsyncClient
    from .decode_errors import (
        BrokenBodyError as BrokenBodyError,
        ContentTypeError as ContentTypeError,
        DecodeError as DecodeError,
        DecodeWarning as DecodeWarning,
        Misfit as Misfit,
        MisfitError as MisfitError,
        NewerAnswerWarning as NewerAnswerWarning,
    )
    from .errors import (
        ClosedClientError as ClosedClientError,
        ConfigurationError as ConfigurationError,
        InvalidRequestError as InvalidRequestError,
        MissingCredentialsError as MissingCredentialsError,
        PagingError as PagingError,
        SDKError as SDKError,
        TokenError as TokenError,
    )
    from .events import ServerSentEvent as ServerSentEvent
    from .headers import Headers as Headers
    from .http_client import AsyncHttpClient as AsyncHttpClient, HttpClient as HttpClient
    from .item_streams import AsyncItemStream as AsyncItemStream, ItemStream as ItemStream
    from .lent import UnusedSettingWarning as UnusedSettingWarning
    from .missing_scopes import MissingScopesError as MissingScopesError
    from .operation import Operation as Operation, SchemeUse as SchemeUse, Security as Security
    from .options import RequestOptions as RequestOptions, Timeout as Timeout
    from .pager import AsyncPager as AsyncPager, Pager as Pager
    from .request import Request as Request
    from .resource import AsyncResource as AsyncResource, Resource as Resource
    from .response import Response as Response
    from .status_error import StatusError as StatusError
    from .status_errors import (
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ConflictError as ConflictError,
        NotFoundError as NotFoundError,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        ServerError as ServerError,
        UnprocessableError as UnprocessableError,
    )
    from .streams import AsyncStream as AsyncStream, SyncStream as SyncStream
    from .sync_client import SyncClient as SyncClient
    from .tokens import (
        ClientCredentials as ClientCredentials,
        RefreshToken as RefreshToken,
        Token as Token,
        TokenFlow as TokenFlow,
        TokenSource as TokenSource,
    )
    from .transport_errors import (
        ConnectError as ConnectError,
        ConnectTimeoutError as ConnectTimeoutError,
        ExchangeTimeoutError as ExchangeTimeoutError,
        ReadError as ReadError,
        TransportError as TransportError,
    )
    from .unions import UnknownMember as UnknownMember
    from .unset import UNSET as UNSET, Unset as Unset

__all__ = [
    "UNSET",
    "Api",
    "AsyncClient",
    "AsyncHttpClient",
    "AsyncItemStream",
    "AsyncPager",
    "AsyncResource",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BrokenBodyError",
    "ClientCredentials",
    "ClosedClientError",
    "ConfigurationError",
    "ConflictError",
    "ConnectError",
    "ConnectTimeoutError",
    "ContentTypeError",
    "DecodeError",
    "DecodeWarning",
    "ExchangeTimeoutError",
    "Headers",
    "HttpClient",
    "InvalidRequestError",
    "ItemStream",
    "Misfit",
    "MisfitError",
    "MissingCredentialsError",
    "MissingScopesError",
    "NewerAnswerWarning",
    "NotFoundError",
    "Operation",
    "Pager",
    "PagingError",
    "PermissionDeniedError",
    "RateLimitError",
    "ReadError",
    "RefreshToken",
    "Request",
    "RequestOptions",
    "Resource",
    "Response",
    "SDKError",
    "Scheme",
    "SchemeUse",
    "Security",
    "ServerError",
    "ServerSentEvent",
    "StatusError",
    "SyncClient",
    "SyncStream",
    "Timeout",
    "Token",
    "TokenError",
    "TokenFlow",
    "TokenSource",
    "TransportError",
    "UnknownMember",
    "UnprocessableError",
    "Unset",
    "UnusedSettingWarning",
]

__getattr__, __dir__ = attributes(
    __name__,
    {
        ".api": ("Api", "Scheme"),
        ".async_client": ("AsyncClient",),
        ".decode_errors": (
            "BrokenBodyError",
            "ContentTypeError",
            "DecodeError",
            "DecodeWarning",
            "Misfit",
            "MisfitError",
            "NewerAnswerWarning",
        ),
        ".errors": (
            "ClosedClientError",
            "ConfigurationError",
            "InvalidRequestError",
            "MissingCredentialsError",
            "PagingError",
            "SDKError",
            "TokenError",
        ),
        ".events": ("ServerSentEvent",),
        ".headers": ("Headers",),
        ".http_client": ("AsyncHttpClient", "HttpClient"),
        ".item_streams": ("AsyncItemStream", "ItemStream"),
        ".lent": ("UnusedSettingWarning",),
        ".missing_scopes": ("MissingScopesError",),
        ".operation": ("Operation", "SchemeUse", "Security"),
        ".options": ("RequestOptions", "Timeout"),
        ".pager": ("AsyncPager", "Pager"),
        ".request": ("Request",),
        ".resource": ("AsyncResource", "Resource"),
        ".response": ("Response",),
        ".status_error": ("StatusError",),
        ".status_errors": (
            "AuthenticationError",
            "BadRequestError",
            "ConflictError",
            "NotFoundError",
            "PermissionDeniedError",
            "RateLimitError",
            "ServerError",
            "UnprocessableError",
        ),
        ".streams": ("AsyncStream", "SyncStream"),
        ".sync_client": ("SyncClient",),
        ".tokens": ("ClientCredentials", "RefreshToken", "Token", "TokenFlow", "TokenSource"),
        ".transport_errors": (
            "ConnectError",
            "ConnectTimeoutError",
            "ExchangeTimeoutError",
            "ReadError",
            "TransportError",
        ),
        ".unions": ("UnknownMember",),
        ".unset": ("UNSET", "Unset"),
    },
)
