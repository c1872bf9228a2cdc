"""Server-sent events, and lines, out of pieces of bytes.

In: pieces as the network cut them. Out: whole lines, and `ServerSentEvent` values.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

__all__ = ["EventParser", "LineParser", "ServerSentEvent", "events_of"]


T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class ServerSentEvent(Generic[T_co]):
    """One event of a stream: `data` as it came, and `value`, what the contract makes of it (text without a schema)."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None
    value: T_co = field(default=cast("Any", None), compare=False)

    def json(self) -> object:
        """The data as JSON."""
        return cast("object", json.loads(self.data))


class LineParser:
    """Cuts text at any of the three line ends, wherever the pieces begin and end."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    def feed(self, piece: bytes) -> list[str]:
        """The lines that this piece completes."""
        return self._cut(self._rest + self._decoder.decode(piece))

    def end(self) -> list[str]:
        """What is left when no more comes."""
        lines = self._cut(self._rest + self._decoder.decode(b"", final=True) + "\n")
        return lines[:-1] if lines and not lines[-1] else lines

    def _cut(self, text: str) -> list[str]:
        # A final \r may be the first half of \r\n, so it waits for the next piece.
        held = "\r" if text.endswith("\r") else ""
        lines = text[: len(text) - len(held)].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._rest = lines.pop() + held
        return lines


class EventParser:
    """Collects the fields of an event until the empty line that ends it."""

    def __init__(self) -> None:
        self._data: list[str] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, line: str) -> ServerSentEvent[str] | None:
        """The event that this line completes."""
        if not line:
            return self._finish()
        name, _, value = line.removeprefix("\ufeff").partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isdecimal():
                self._retry = int(value)
            case _:
                pass
        return None

    def _finish(self) -> ServerSentEvent[str] | None:
        data, event, retry = self._data, self._event, self._retry
        self._data, self._event, self._retry = [], "", None
        text = "\n".join(data)
        return ServerSentEvent(text, event or "message", self._id, retry, text) if data else None


def events_of(pieces: Iterable[bytes]) -> Iterator[ServerSentEvent[str]]:
    """The events in these pieces; one that the stream breaks off is dropped, as the standard says."""
    lines, events = LineParser(), EventParser()
    for piece in pieces:
        for line in lines.feed(piece):
            if (event := events.feed(line)) is not None:
                yield event
