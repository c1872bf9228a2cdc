"""Media types: what kind of body each one is.

In: a media type as the specification writes it. Out: a `Kind`, and a rank by which one of several is preferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from specwright.ir import Content

__all__ = ["Kind", "kind_of", "preferred"]

Kind = Literal["json", "form", "multipart", "text", "binary", "events", "jsonlines"]

_KINDS: dict[str, Kind] = {
    "*/*": "json",
    "application/json": "json",
    "application/json-seq": "jsonlines",
    "application/jsonl": "jsonlines",
    "application/ndjson": "jsonlines",
    "application/x-ndjson": "jsonlines",
    "application/x-www-form-urlencoded": "form",
    "application/xml": "text",
    "text/event-stream": "events",
}
_RANK: tuple[Kind, ...] = ("json", "form", "multipart", "jsonlines", "events", "text", "binary")


def kind_of(content: Content) -> Kind:
    """What kind of body a media type is; one that nobody knows is bytes."""
    name = content.media_type.partition(";")[0].strip().lower()
    if name in ("*/*", "application/*") and content.shape is None:
        return "binary"
    if name in _KINDS:
        return _KINDS[name]
    if name.endswith("+json") or name == "application/*":
        return "json"
    if name.startswith("multipart/"):
        return "multipart"
    return "text" if name.startswith("text/") or name.endswith("+xml") else "binary"


def preferred(contents: Iterable[Content]) -> tuple[Content, ...]:
    """The contents, the one that a client does best with first."""
    return tuple(sorted(contents, key=lambda content: (_RANK.index(kind_of(content)), content.media_type)))
