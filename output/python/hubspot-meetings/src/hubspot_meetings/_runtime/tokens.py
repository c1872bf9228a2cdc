"""OAuth2 tokens that the client fetches and renews by itself.

In: what the caller registered with the API. Out: token requests to send, tokens to use; one source may serve many
clients.

Why no locking here besides the lock itself: the drivers hold it while a token is fetched, one for threads and one for
tasks, so that a hundred calls that meet an expired token cause one fetch.
"""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .public import public

__all__ = ["ClientCredentials", "RefreshToken", "Token", "TokenFlow", "TokenSource"]

_MARGIN = 30.0
_MARGIN_SHARE = 0.1  # of a token's life, where that is less


@dataclass(frozen=True, slots=True)
class Token:
    """An access token, when it ends by the clock of `time.monotonic`, and the refresh token that came with it."""

    value: str = field(repr=False)
    expires_at: float | None = None
    refresh_token: str | None = field(default=None, repr=False)


@public
class TokenFlow(ABC):
    """A way to get tokens from a token endpoint, with the token that it last got."""

    def __init__(
        self,
        client_id: str,
        client_secret: str | None,
        *,
        token_url: str | None = None,
        client_auth: Literal["basic", "body"] | None = None,
    ) -> None:
        self.client_id = client_id
        self.client_secret = client_secret
        self.token_url = token_url
        self.client_auth: Literal["basic", "body"] | None = client_auth
        self.lock = threading.Lock()
        self._token: Token | None = None

    @abstractmethod
    def fields(self) -> dict[str, str]:
        """The form fields of a token request, without the client's own."""

    def accept(self, value: str, lifetime: float | None, refresh_token: str | None) -> Token:
        """Keep a new token; it counts as expired a little early."""
        margin = min(_MARGIN, (lifetime or 0) * _MARGIN_SHARE)
        expires_at = None if lifetime is None else time.monotonic() + lifetime - margin
        self._token = Token(value, expires_at, refresh_token)
        return self._token

    def current(self, rejected: str | None = None) -> str | None:
        """The cached token, unless it has expired or is the one that the server has just rejected."""
        token = self._token
        if token is None or token.value == rejected:
            return None
        return None if token.expires_at is not None and time.monotonic() >= token.expires_at else token.value

    def __repr__(self) -> str:
        return f"{type(self).__name__}(client_id={self.client_id!r})"


@public
class ClientCredentials(TokenFlow):
    """The client credentials flow: the application acts for itself."""

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        scopes: tuple[str, ...] = (),
        token_url: str | None = None,
        client_auth: Literal["basic", "body"] | None = None,
    ) -> None:
        super().__init__(client_id, client_secret, token_url=token_url, client_auth=client_auth)
        self.scopes = scopes

    def fields(self) -> dict[str, str]:
        """The form fields of a token request."""
        scope = {"scope": " ".join(self.scopes)} if self.scopes else {}
        return {"grant_type": "client_credentials", **scope}


@public
class RefreshToken(TokenFlow):
    """The refresh token flow. `on_token` hears of each new token: store `token.refresh_token` when it is not `None`."""

    def __init__(
        self,
        refresh_token: str,
        client_id: str,
        client_secret: str | None = None,
        *,
        token_url: str | None = None,
        client_auth: Literal["basic", "body"] | None = None,
        on_token: Callable[[Token], None] | None = None,
    ) -> None:
        super().__init__(client_id, client_secret, token_url=token_url, client_auth=client_auth)
        self._refresh_token = refresh_token
        self._on_token = on_token

    def fields(self) -> dict[str, str]:
        """The form fields of a token request, with the newest refresh token."""
        return {"grant_type": "refresh_token", "refresh_token": self._refresh_token}

    def accept(self, value: str, lifetime: float | None, refresh_token: str | None) -> Token:
        """Keep a new token, and the refresh token where the server changed it."""
        token = super().accept(value, lifetime, refresh_token)
        self._refresh_token = refresh_token or self._refresh_token
        if self._on_token is not None:
            self._on_token(token)
        return token


TokenSource: TypeAlias = TokenFlow | Callable[[], str] | Callable[[], Awaitable[str]]
"""A flow, or a function that returns a token; an asynchronous client also takes a coroutine function."""
