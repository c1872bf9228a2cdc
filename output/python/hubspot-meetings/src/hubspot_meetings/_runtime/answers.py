"""Which of the contract's answers a status and a media type stand for.

In: an operation's answers. Out: a table by status, and the content that a body is to be read as.

What the contract leaves open, decided here: `default` speaks for a good status only where no good status is declared;
a good status that is not declared is read as the first good one, and reported; a redirect is a result only where no
good status is declared, else it is followed or an error; JSON under a sloppy media type is JSON
when it begins like JSON; `application/octet-stream` promises bytes, and a download names its own type instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .operation import Answer, Content, Operation

__all__ = ["Answers", "is_json", "pick_content", "pick_media"]

_ANY_BYTES = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one operation by status."""

    exact: Mapping[int, Answer]
    ranges: Mapping[int, Answer]
    default: Answer | None
    good: Answer | None

    @classmethod
    def of(cls, operation: Operation[object]) -> Answers:
        """The table of an operation."""
        exact = {int(answer.status): answer for answer in operation.answers if answer.status.isdigit()}
        ranges = {int(answer.status[0]): answer for answer in operation.answers if answer.status[1:].upper() == "XX"}
        default = next((answer for answer in operation.answers if answer.status == "default"), None)
        good = next((answer for status, answer in sorted(exact.items()) if 200 <= status < 300), ranges.get(2))
        return cls(exact, ranges, default, good)

    def find(self, status: int) -> Answer | None:
        """The answer for this status: exactly, by range, then the default."""
        found = self.exact.get(status) or self.ranges.get(status // 100)
        if found is None and not (200 <= status < 300 and self.good is not None):
            return self.default
        return found


def pick_content(contents: tuple[Content, ...], media_type: str, body: bytes) -> Content | None:
    """The content that this body is; `None` when the contract does not know its media type."""
    if not media_type and len(contents) == 1:
        return contents[0]
    if (found := pick_media(contents, media_type)) is not None:
        return found
    anything = next((content for content in contents if _plain(content.media_type) == _ANY_BYTES), None)
    if is_json(_plain(media_type)) or body.lstrip()[:1] in {b"{", b"["}:
        return next((content for content in contents if content.kind == "json"), anything)
    return anything


def pick_media(contents: tuple[Content, ...], media_type: str) -> Content | None:
    """The content of this media type: by all of its words, without its parameters, by a range that it falls into."""
    whole, plain = _spelt(media_type), _plain(media_type)
    for content in contents:
        if _spelt(content.media_type) == whole:
            return content
    for wanted in (plain, plain.partition("/")[0] + "/*", "*/*"):
        for content in contents:
            if _plain(content.media_type) == wanted:
                return content
    return None


def _spelt(media_type: str) -> str:
    return media_type.replace(" ", "").lower()


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type says JSON."""
    return media_type in {"application/json", "text/json"} or media_type.endswith("+json")
