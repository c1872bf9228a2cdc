"""The arguments of a call to a request.

In: a plan, the arguments by wire names, the caller's options. Out: a draft without credentials, and the request that
it becomes with them. Why two steps: a token may have to be fetched, or fetched again, and the rest of the request
stays the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from .arguments import Arguments
from .authorize import Proof
from .bodies import encode_body
from .errors import InvalidRequestError
from .headers import Headers
from .mistakes import in_options
from .operation import Body, Content, Parameter
from .options import RequestOptions
from .plan import Plan
from .request import Content as Wire, Request
from .styles import cookie_pairs, header_text, path_text, query_pairs
from .unset import UNSET

__all__ = ["Draft", "draft", "seal"]

_NONE: Final[Mapping[str, object]] = {}
_ANY_BODY: Final = Body((Content("application/json", "json"),))


@dataclass(frozen=True, slots=True)
class Draft:
    """A request without its credentials. `fields` maps the lower-case name to name and value."""

    method: str
    address: str
    query: tuple[str, ...]
    fields: Mapping[str, tuple[str, str]]
    cookies: tuple[str, ...]
    content: Wire | None


def draft(plan: Plan, arguments: Arguments, options: RequestOptions) -> Draft:
    """The request as far as the arguments decide it; raises `InvalidRequestError`."""
    try:
        return _draft(plan, arguments, options)
    except InvalidRequestError as error:
        raise InvalidRequestError(f"{plan.operation.name}: {error}", error.arguments) from None


def seal(sketch: Draft, proofs: tuple[Proof, ...]) -> Request:
    """The request with its credentials, and with an address to show that has none."""
    fields = dict(sketch.fields)
    secret: list[str] = []
    query, shown, cookies = list(sketch.query), list(sketch.query), list(sketch.cookies)
    for item in proofs:
        match item.place:
            case "query":
                query.append(f"{quote(item.name, safe='')}={quote(item.value, safe='')}")
                shown.append(f"{quote(item.name, safe='')}=[hidden]")
            case "cookie":
                cookies.append(f"{item.name}={quote(item.value, safe='')}")
            case _:
                # A caller's own header of this name, given with the call, is there already and stays.
                fields.setdefault(item.name.lower(), (item.name, item.value))
                secret.append(item.name)
    if cookies:
        fields["cookie"] = ("Cookie", "; ".join(cookies))
    headers = Headers(fields.values(), secret)
    return Request(
        sketch.method, _joined(sketch.address, query), headers, sketch.content, _joined(sketch.address, shown)
    )


def _draft(plan: Plan, arguments: Arguments, options: RequestOptions) -> Draft:
    if options and (mistake := in_options(options)) is not None:
        name, words = mistake
        raise InvalidRequestError(words, (name,))
    fields = dict(plan.fields)
    extra_body = options.get("extra_body", _NONE)
    if arguments.accept:
        fields["accept"] = ("Accept", f"{arguments.accept}, */*;q=0.1")
    content: Wire | None = None
    if plan.operation.body is not None or extra_body or arguments.body is not UNSET:
        content, media_type = encode_body(
            plan.operation.body or _ANY_BODY, arguments.body, arguments.content_type, extra_body
        )
        if media_type is not None:
            fields["content-type"] = ("Content-Type", media_type)
    for parameter in plan.headers:
        text = header_text(parameter, arguments.headers.get(parameter.wire))
        if text is not None:
            fields[parameter.wire.lower()] = (parameter.wire, text)
    if plan.operation.idempotency_header is not None:
        fields.setdefault(plan.operation.idempotency_header.lower(), (plan.operation.idempotency_header, _unique()))
    for name, text in options.get("extra_headers", {}).items():
        fields[name.lower()] = (name, text)
    for name, text in fields.values():
        _check_field(name, text)
    cookies = [
        f"{key}={text}" for item in plan.cookies for key, text in cookie_pairs(item, arguments.cookies.get(item.wire))
    ]
    address, query = _address(plan, arguments, options)
    return Draft(plan.operation.method.upper(), address, tuple(query), fields, tuple(cookies), content)


def _address(plan: Plan, arguments: Arguments, options: RequestOptions) -> tuple[str, list[str]]:
    if arguments.url is not None:
        return _linked(plan, arguments.url, options)
    path = "".join(
        piece if isinstance(piece, str) else path_text(piece, arguments.path.get(piece.wire)) for piece in plan.pieces
    )
    path, _, fixed = path.partition("?")
    given = arguments.query
    query = fixed.split("&") if fixed else []
    query += [pair for parameter in plan.query for pair in query_pairs(parameter, given.get(parameter.wire))]
    for name, value in options.get("extra_query", _NONE).items():
        query += query_pairs(Parameter(name, "query", "form", explode=True), value)
    return plan.base + path, query


def _linked(plan: Plan, url: str, options: RequestOptions) -> tuple[str, list[str]]:
    """The address that an answer gave, with what it lacks of the caller's own query."""
    from .links import within  # noqa: PLC0415 - only some listings need it

    secrets = [each.name for each in plan.proofs if each.place == "query"]
    secrets += [scheme.key for scheme, _ in plan.sources if scheme.kind == "query"]
    address, query = within(plan.operation.name, plan.base, url, secrets)
    told = {pair.partition("=")[0] for pair in query}
    for name, value in options.get("extra_query", _NONE).items():
        pairs = query_pairs(Parameter(name, "query", "form", explode=True), value)
        query += [pair for pair in pairs if pair.partition("=")[0] not in told]
    return address, query


def _joined(address: str, query: list[str]) -> str:
    return f"{address}?{'&'.join(query)}" if query else address


def _check_field(name: str, text: str) -> None:
    if not name.isascii() or not text.isascii():
        raise InvalidRequestError(
            f"{name}: a header holds ASCII alone; encode the value, for example with quote()", (name,)
        )
    if not text.isprintable() and any((ord(sign) < 32 and sign != "\t") or ord(sign) == 127 for sign in text):
        raise InvalidRequestError(f"{name}: a header cannot hold line breaks or control characters", (name,))


def _unique() -> str:
    import uuid  # noqa: PLC0415 - needed by operations with an idempotency key only

    return str(uuid.uuid4())
