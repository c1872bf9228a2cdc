"""Wire: parameters as a URL, a header or a cookie carries them, by `style` and `explode`.

In: a parameter and a value for it. Out: text, ready for its place. The runtime does the same for calls; it is copied
into packages and not imported here.
"""

from __future__ import annotations

import json
from urllib.parse import quote

from specwright.ir import Parameter
from specwright.load import Json

__all__ = ["in_path", "in_query", "plain"]

_RESERVED = ":/?#[]@!$&'()*+,;="
_SEPARATORS = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


def in_path(parameter: Parameter, value: Json) -> str:
    """What stands in a path for `{name}`."""
    match parameter.style, value:
        case "label", list() | dict():
            return "." + ("." if parameter.explode else ",").join(_parts(parameter, value))
        case "label", _:
            return "." + _escaped(parameter, value)
        case "matrix", list() if parameter.explode:
            return "".join(f";{parameter.name}={part}" for part in _parts(parameter, value))
        case "matrix", dict() if parameter.explode:
            return "".join(f";{part}" for part in _parts(parameter, value))
        case "matrix", _:
            return f";{parameter.name}={','.join(_parts(parameter, value))}"
        case _:
            return ",".join(_parts(parameter, value))


def in_query(parameter: Parameter, value: Json) -> str:
    """What a query has for a parameter, its name included; empty where there is nothing to say."""
    name = quote(parameter.name, safe="")
    if parameter.media_type is None and parameter.style == "deepObject" and isinstance(value, dict):
        return "&".join(f"{name}%5B{quote(key, safe='')}%5D={_escaped(parameter, each)}" for key, each in value.items())
    parts = _parts(parameter, value)
    if isinstance(value, dict) and parameter.explode and parameter.media_type is None:
        return "&".join(parts)
    if isinstance(value, list) and parameter.explode and parameter.media_type is None:
        return "&".join(f"{name}={part}" for part in parts)
    return f"{name}={_SEPARATORS.get(parameter.style, ',').join(parts)}"


def plain(value: Json) -> str:
    """A value as a header, a cookie or a form's field writes it: text as it is, lists with commas."""
    match value:
        case str():
            return value
        case list():
            return ",".join(plain(each) for each in value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _parts(parameter: Parameter, value: Json) -> list[str]:
    if parameter.media_type is not None:
        return [_escaped(parameter, json.dumps(value, ensure_ascii=False))]
    match value:
        case list():
            return [_escaped(parameter, each) for each in value]
        case dict() if parameter.explode:
            return [f"{quote(key, safe='')}={_escaped(parameter, each)}" for key, each in value.items()]
        case dict():
            return [text for key, each in value.items() for text in (quote(key, safe=""), _escaped(parameter, each))]
        case _:
            return [_escaped(parameter, value)]


def _escaped(parameter: Parameter, value: Json) -> str:
    return quote(plain(value), safe=_RESERVED if parameter.allow_reserved else "")
