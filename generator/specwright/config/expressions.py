"""Expressions: OpenAPI's own way to say where a value stands in a request or an answer.

In: a text such as `$request.query.cursor`, `$response.body#/meta/next` or `$response.header.X-Next`. Out: an
`Expression`; nothing where the text is none.

Why a pointer is taken behind a parameter too (`$request.query.page#/number`): parameters may be objects.
"""

from __future__ import annotations

import re
from typing import Literal, cast

from specwright.rules import Expression

__all__ = ["expression_of", "pointer_of"]

_SHAPE = re.compile(r"\$(request|response)\.(?:(body)|(path|query|header)\.([^#]+))(?:#((?:/[^/]*)*))?")


def expression_of(text: str, side: Literal["request", "response"]) -> Expression | None:
    """The expression that a text is, of a request or of an answer."""
    found = _SHAPE.fullmatch(text)
    location = found[2] or found[3] if found else None
    if found is None or found[1] != side or (side == "response" and location in ("path", "query")):
        return None
    named = (found[4],) if found[4] else ()
    inside = pointer_of(found[5] or "") or ()
    return Expression(text, side, cast('Literal["path", "query", "header", "body"]', location), (*named, *inside))


def pointer_of(text: str) -> tuple[str, ...] | None:
    """The names of a JSON pointer; nothing where the text is none."""
    if text and not text.startswith("/"):
        return None
    return tuple(each.replace("~1", "/").replace("~0", "~") for each in text.split("/")[1:])
