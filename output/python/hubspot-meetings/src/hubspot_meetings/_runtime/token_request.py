"""A token request and its answer, after RFC 6749.

In: a flow, and the scheme that may name the endpoint. Out: the steps that fetch a token and keep it in the flow.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Generator
from typing import cast
from urllib.parse import quote_plus, urlencode

from .api import Scheme
from .effects import Ask, Effect, RawAnswer, Send
from .errors import ConfigurationError, TokenError
from .headers import Headers
from .request import Request
from .tokens import TokenFlow

__all__ = ["fetch_token"]


def fetch_token(flow: TokenFlow, ask: Ask) -> Generator[Effect, object, str]:
    """Ask the token endpoint once; a token request is never repeated, because a refresh token may work only once."""
    answer = yield Send(_request(flow, ask.scheme), ask.timeout)
    assert isinstance(answer, RawAnswer)
    body = _body(answer)
    token = body.get("access_token")
    if not 200 <= answer.status < 300 or not isinstance(token, str) or not token:
        raise TokenError(_refusal(ask.scheme, answer, body))
    lifetime, refresh = body.get("expires_in"), body.get("refresh_token")
    seconds = (
        float(lifetime)
        if isinstance(lifetime, int | float | str) and str(lifetime).replace(".", "", 1).isdecimal()
        else None
    )
    return flow.accept(token, seconds, refresh if isinstance(refresh, str) else None).value


def _request(flow: TokenFlow, scheme: Scheme) -> Request:
    url = flow.token_url or scheme.token_url
    if url is None:
        raise ConfigurationError(
            f"{scheme.parameter}: the API names no token endpoint; give {type(flow).__name__} a token_url"
        )
    form = flow.fields()
    fields = [("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded")]
    if flow.client_secret is not None and (flow.client_auth or scheme.client_auth) == "basic":
        pair = f"{quote_plus(flow.client_id)}:{quote_plus(flow.client_secret)}"
        fields.append(("Authorization", "Basic " + b64encode(pair.encode()).decode()))
    else:
        form["client_id"] = flow.client_id
        form |= {} if flow.client_secret is None else {"client_secret": flow.client_secret}
    return Request("POST", url, Headers(fields), urlencode(form).encode(), url.partition("?")[0])


def _body(answer: RawAnswer) -> dict[str, object]:
    try:
        body = cast("object", json.loads(answer.content))
    except ValueError:
        return {}
    return cast("dict[str, object]", body) if isinstance(body, dict) else {}


def _refusal(scheme: Scheme, answer: RawAnswer, body: dict[str, object]) -> str:
    said = (body.get(name) for name in ("error", "error_description", "message"))
    reason = ": ".join(["", *(text for text in said if isinstance(text, str))])
    return f"{scheme.parameter}: the token endpoint answered {answer.status} without a token{reason}"
