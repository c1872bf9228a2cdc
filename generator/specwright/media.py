"""Media types: what kind of body each one is.

In: a media type as the specification writes it. Out: a `Kind`, and a rank by which one of several is preferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from specwright.ir import Content, Scalar, Shape

__all__ = ["Kind", "is_stream", "kind_of", "plain", "preferred"]

Kind = Literal["json", "form", "multipart", "text", "binary", "events", "jsonlines"]

_KINDS: dict[str, Kind] = {
    "*/*": "json",
    "application/json": "json",
    "application/json-seq": "jsonlines",
    "application/jsonl": "jsonlines",
    "application/ndjson": "jsonlines",
    "application/x-ndjson": "jsonlines",
    "application/jsonlines": "jsonlines",
    "application/x-json": "json",
    "application/x-jsonlines": "jsonlines",
    "application/x-www-form-urlencoded": "form",
    "application/xml": "text",
    "text/event-stream": "events",
    "text/json": "json",
    "text/x-json": "json",
}
# Events come last: where an answer may come whole, it comes as events only when the request asks for these.
_RANK: tuple[Kind, ...] = ("json", "form", "multipart", "jsonlines", "text", "binary", "events")


def kind_of(content: Content) -> Kind:
    """What kind of body a media type is; one that nobody knows is bytes."""
    name = plain(content.media_type)
    if name in ("*/*", "application/*") and (content.shape is None or content.shape == Scalar("string", "binary")):
        return "binary"
    if name in ("*/*", "application/*") and _is_any_text(content.shape):
        return "text"
    if name in _KINDS:
        return _KINDS[name]
    if name.endswith("+json") or name == "application/*":
        return "json"
    if name.endswith("+json-seq"):
        return "jsonlines"
    if name.startswith("multipart/"):
        return "multipart"
    return "text" if name.startswith("text/") or name.endswith("+xml") else "binary"


def _is_any_text(shape: Shape | None) -> bool:
    """Text of no format, which is what a file was called before 3.1: in JSON it would have quotes around it."""
    return isinstance(shape, Scalar) and shape.type == "string" and shape.format is None


def plain(media_type: str) -> str:
    """The media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_stream(content: Content) -> bool:
    """Whether a body of this media type is a sequence of items that are read one by one."""
    return kind_of(content) in ("events", "jsonlines")


def preferred(contents: Iterable[Content]) -> tuple[Content, ...]:
    """The contents, the one that a client does best with first; of one kind, the plainest."""
    return tuple(sorted(contents, key=_preference))


def _preference(content: Content) -> tuple[int, bool, bool, str]:
    name = content.media_type.lower()
    return _RANK.index(kind_of(content)), "*" in name, name != "application/json", content.media_type
