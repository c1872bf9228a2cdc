"""Parameters as the contract writes them: one function for each style.

In: a parameter and the caller's value. Out: text for a path, pairs for a query, text for a header, pairs for cookies.

What the standard leaves open, decided here: `None`, an unset value and an empty list are not written; `allowReserved`
leaves what is legal in that part of an address and cannot split it (`&`, `+`, `#` and brackets are still encoded).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final, TypeAlias
from urllib.parse import quote

from .errors import InvalidRequestError
from .operation import Encoding, Parameter
from .unset import Unset
from .values import Plain, plain

__all__ = ["cookie_pairs", "header_text", "path_text", "query_pairs", "styled"]

Pairs: TypeAlias = list[tuple[str, str]]
Quote: TypeAlias = Callable[[str], str]

_PATH_SAFE: Final = ":@!$&'()*+,;="
_QUERY_SAFE: Final = ":/?@!$'()*,;="
_COOKIE_SAFE: Final = "!#$%&'()*+/:<=>?@[]^_`{|}~-."
_DELIMITERS: Final = {"form": ",", "spaceDelimited": "%20", "tabDelimited": "%09", "pipeDelimited": "%7C"}


def path_text(parameter: Parameter, value: object) -> str:
    """The text that takes the place of `{wire}`; refused where it would change the route."""
    content = _content(parameter, value)
    escape = _quoting(_PATH_SAFE if parameter.allow_reserved else "")
    text = _path_style(parameter, content, escape)
    if text in {"", ".", ".."} or content in ("", [], {}):
        raise InvalidRequestError(f"{parameter.wire}: {text!r} would lead to another address", (parameter.wire,))
    return text


def query_pairs(parameter: Parameter, value: object) -> list[str]:
    """The encoded `name=value` pieces."""
    if parameter.location == "querystring":
        return _whole_query(parameter, value)
    return _pairs(parameter, _content(parameter, value), _quoting(_QUERY_SAFE if parameter.allow_reserved else ""))


def _pairs(parameter: Parameter, content: Plain, escape: Quote) -> list[str]:
    name = quote(parameter.wire, safe="")
    match content:
        case str():
            return [f"{name}={escape(content)}"]
        case dict() if parameter.style == "deepObject":
            return [f"{name}{key}={escape(text)}" for key, text in _deep(content)]
        case list() if parameter.explode or parameter.style == "deepObject":
            return [f"{name}={escape(_flat(item, parameter))}" for item in content]
        case dict() if parameter.explode:
            return [f"{quote(key, safe='')}={escape(_flat(item, parameter))}" for key, item in content.items()]
        case list() | dict() if content:
            pieces = [escape(piece) for piece in _pieces(content, parameter)]
            return [f"{name}={_DELIMITERS.get(parameter.style, ',').join(pieces)}"]
        case _:
            return []


def _whole_query(parameter: Parameter, value: object) -> list[str]:
    """A query that is one value: the pairs of a form, or a document."""
    if parameter.media_type == "application/x-www-form-urlencoded":
        content = plain(value, parameter.wire)
        if isinstance(content, dict):
            return query_pairs(Parameter(parameter.wire, "query", "form", explode=True), content)
    text = _content(parameter, value)
    return [quote(text, safe=_QUERY_SAFE)] if isinstance(text, str) and text else []


def header_text(parameter: Parameter, value: object) -> str | None:
    """The value of a header field."""
    content = _content(parameter, value)
    return None if content is None else _simple(parameter, content, _as_is)


def cookie_pairs(parameter: Parameter, value: object) -> Pairs:
    """The cookies, encoded; in style `cookie` only what a cookie cannot hold."""
    escape = _quoting(_COOKIE_SAFE if parameter.style == "cookie" or parameter.allow_reserved else "")
    pieces = _pairs(parameter, _content(parameter, value), escape)
    return [(name, text) for name, _, text in (piece.partition("=") for piece in pieces)]


def styled(encoding: Encoding) -> Parameter:
    """A property of a form that is written as a parameter of a query would be."""
    style = encoding.style or "form"
    return Parameter(encoding.property, "query", style, encoding.explode, allow_reserved=encoding.allow_reserved)


def _content(parameter: Parameter, value: object) -> Plain:
    if parameter.media_type is not None and value is not None and not isinstance(value, Unset):
        return _document(parameter, value)
    content = plain(value, parameter.wire)
    if content is None and (parameter.required or parameter.location == "path"):
        raise InvalidRequestError(f"{parameter.wire}: the parameter is required", (parameter.wire,))
    return content


def _document(parameter: Parameter, value: object) -> str:
    """A value as the text of its media type: JSON, unless the type is one of plain text."""
    from .json_text import json_text  # noqa: PLC0415 - pulls in the model library

    if isinstance(value, str) and (parameter.media_type or "").startswith("text/"):
        return value
    return json_text(value, parameter.wire)


def _path_style(parameter: Parameter, content: Plain, escape: Quote) -> str:
    name = quote(parameter.wire, safe="")
    match parameter.style, content:
        case "label", str():
            return "." + escape(content)
        case "label", list() | dict():
            return "." + ("." if parameter.explode else ",").join(_members(parameter, content, escape))
        case "matrix", str():
            return f";{name}={escape(content)}"
        case "matrix", list() if parameter.explode:
            return "".join(f";{name}={escape(_flat(item, parameter))}" for item in content)
        case "matrix", dict() if parameter.explode:
            return "".join(f";{member}" for member in _members(parameter, content, escape))
        case "matrix", list() | dict():
            return f";{name}=" + ",".join(_members(parameter, content, escape))
        case _:
            return _simple(parameter, content, escape)


def _simple(parameter: Parameter, content: Plain, escape: Quote) -> str:
    if isinstance(content, str):
        return escape(content)
    return ",".join(_members(parameter, content or [], escape))


def _members(parameter: Parameter, content: list[Plain] | dict[str, Plain], escape: Quote) -> list[str]:
    if isinstance(content, dict) and parameter.explode:
        return [f"{escape(key)}={escape(_flat(item, parameter))}" for key, item in content.items()]
    return [escape(piece) for piece in _pieces(content, parameter)]


def _pieces(content: list[Plain] | dict[str, Plain], parameter: Parameter) -> list[str]:
    if isinstance(content, list):
        return [_flat(item, parameter) for item in content]
    return [piece for key, item in content.items() for piece in (key, _flat(item, parameter))]


def _deep(content: dict[str, Plain]) -> Pairs:
    found: Pairs = []
    for key, item in content.items():
        name = f"%5B{quote(key, safe='')}%5D"
        match item:
            case str():
                found.append((name, item))
            case dict():
                found += [(name + rest, text) for rest, text in _deep(item)]
            case list() if all(isinstance(text, str) for text in item):
                found += [(name, str(text)) for text in item]
            case list():
                numbered: dict[str, Plain] = {str(index): each for index, each in enumerate(item)}
                found += [(name + rest, text) for rest, text in _deep(numbered)]
            case None:
                continue
    return found


def _flat(item: Plain, parameter: Parameter) -> str:
    if isinstance(item, str):
        return item
    message = (
        f"{parameter.wire}: a list or object inside another cannot be written in style {json.dumps(parameter.style)}"
    )
    raise InvalidRequestError(message, (parameter.wire,))


def _quoting(safe: str) -> Quote:
    return lambda text: quote(text, safe=safe)


def _as_is(text: str) -> str:
    return text
