"""Words: what several parts of the representation speak of.

In: nothing. Out: the types of JSON values as text, of scalars and of places in a request.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["JsonText", "Location", "ScalarType"]

JsonText: TypeAlias = str
"""Any JSON value, as its canonical text: a value stays frozen and hashable, and `1`, `1.0` and `true` stay apart."""

ScalarType = Literal["string", "integer", "number", "boolean", "null", "any", "never"]

Location = Literal["path", "query", "header", "cookie", "querystring"]
