"""The runtime of a generated SDK: its public names, each loaded on first use.

In: nothing. Out: what a package shows to its users. The table below is the whole public surface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import attributes

if TYPE_CHECKING:
    from .api import Api as Api
    from .api import Scheme as Scheme
    from .async_client import AsyncClient as AsyncClient
    from .decode_errors import (
        BrokenBodyError as BrokenBodyError,
    )
    from .decode_errors import (
        ContentTypeError as ContentTypeError,
    )
    from .decode_errors import (
        DecodeError as DecodeError,
    )
    from .decode_errors import (
        DecodeWarning as DecodeWarning,
    )
    from .decode_errors import (
        Misfit as Misfit,
    )
    from .decode_errors import (
        MisfitError as MisfitError,
    )
    from .decode_errors import (
        NewerAnswerWarning as NewerAnswerWarning,
    )
    from .errors import (
        ClosedClientError as ClosedClientError,
    )
    from .errors import (
        ConfigurationError as ConfigurationError,
    )
    from .errors import (
        InvalidRequestError as InvalidRequestError,
    )
    from .errors import (
        MissingCredentialsError as MissingCredentialsError,
    )
    from .errors import (
        PagingError as PagingError,
    )
    from .errors import (
        SDKError as SDKError,
    )
    from .errors import (
        TokenError as TokenError,
    )
    from .events import ServerSentEvent as ServerSentEvent
    from .headers import Headers as Headers
    from .http_client import AsyncHttpClient as AsyncHttpClient
    from .http_client import HttpClient as HttpClient
    from .missing_scopes import MissingScopesError as MissingScopesError
    from .operation import Operation as Operation
    from .operation import SchemeUse as SchemeUse
    from .operation import Security as Security
    from .options import RequestOptions as RequestOptions
    from .options import Timeout as Timeout
    from .pager import AsyncPager as AsyncPager
    from .pager import Pager as Pager
    from .request import Request as Request
    from .resource import AsyncResource as AsyncResource
    from .resource import Resource as Resource
    from .response import Response as Response
    from .status_error import StatusError as StatusError
    from .status_errors import (
        AuthenticationError as AuthenticationError,
    )
    from .status_errors import (
        BadRequestError as BadRequestError,
    )
    from .status_errors import (
        ConflictError as ConflictError,
    )
    from .status_errors import (
        NotFoundError as NotFoundError,
    )
    from .status_errors import (
        PermissionDeniedError as PermissionDeniedError,
    )
    from .status_errors import (
        RateLimitError as RateLimitError,
    )
    from .status_errors import (
        ServerError as ServerError,
    )
    from .status_errors import (
        UnprocessableError as UnprocessableError,
    )
    from .streams import AsyncStream as AsyncStream
    from .streams import SyncStream as SyncStream
    from .sync_client import SyncClient as SyncClient
    from .tokens import (
        ClientCredentials as ClientCredentials,
    )
    from .tokens import (
        RefreshToken as RefreshToken,
    )
    from .tokens import (
        Token as Token,
    )
    from .tokens import (
        TokenFlow as TokenFlow,
    )
    from .tokens import (
        TokenSource as TokenSource,
    )
    from .transport_errors import (
        ConnectError as ConnectError,
    )
    from .transport_errors import (
        ConnectTimeoutError as ConnectTimeoutError,
    )
    from .transport_errors import (
        ExchangeTimeoutError as ExchangeTimeoutError,
    )
    from .transport_errors import (
        ReadError as ReadError,
    )
    from .transport_errors import (
        TransportError as TransportError,
    )
    from .unset import UNSET as UNSET
    from .unset import Unset as Unset

__all__ = [
    "UNSET",
    "Api",
    "AsyncClient",
    "AsyncHttpClient",
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
    "UnprocessableError",
    "Unset",
]

__getattr__, __dir__ = attributes(
    __name__,
    {
        ".api": (
            "Api",
            "Scheme",
        ),
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
        ".http_client": (
            "AsyncHttpClient",
            "HttpClient",
        ),
        ".missing_scopes": ("MissingScopesError",),
        ".operation": (
            "Operation",
            "SchemeUse",
            "Security",
        ),
        ".options": (
            "RequestOptions",
            "Timeout",
        ),
        ".pager": (
            "AsyncPager",
            "Pager",
        ),
        ".request": ("Request",),
        ".resource": (
            "AsyncResource",
            "Resource",
        ),
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
        ".streams": (
            "AsyncStream",
            "SyncStream",
        ),
        ".sync_client": ("SyncClient",),
        ".tokens": (
            "ClientCredentials",
            "RefreshToken",
            "Token",
            "TokenFlow",
            "TokenSource",
        ),
        ".transport_errors": (
            "ConnectError",
            "ConnectTimeoutError",
            "ExchangeTimeoutError",
            "ReadError",
            "TransportError",
        ),
        ".unset": (
            "UNSET",
            "Unset",
        ),
    },
)
