"""Lines of a body to typed items.

In: a plan, an answer whose body is still to come, and its lines one by one. Out: the items that a line completes, by
the same rules as a whole body: a misfit is one warning, what is no JSON is an error.

What the contract leaves open, decided here: an event whose data is `[DONE]` ends the stream and is no item, as many
APIs that stream completions have it; blank lines, and the record separators of JSON text sequences, are no items.
"""

from __future__ import annotations

from dataclasses import replace

from .answers import pick_content
from .decode import media_type_of, read_json, report
from .decode_errors import BrokenBodyError
from .events import EventParser, ServerSentEvent
from .operation import Content
from .plan import Plan
from .reading import BrokenJsonError
from .response import Response

__all__ = ["ItemReader", "item_reader"]

_END = "[DONE]"
_SHOWN = 80


class ItemReader:
    """Reads the items of one body."""

    def __init__(self, plan: Plan, content: Content, outcome: Response[None]) -> None:
        self.finished = False
        self._plan = plan
        self._content = content
        self._outcome = outcome
        self._events = EventParser()
        self._count = 0

    def feed(self, line: str) -> tuple[object, ...]:
        """The item that this line completes, if it completes one."""
        if self._content.kind == "jsonlines":
            text = line.strip("\x1e \t")
            return (self._json(text),) if text else ()
        event = self._events.feed(line)
        if event is None:
            return ()
        if event.data == _END:
            self.finished = True
            return ()
        return (self._typed(event),)

    def _typed(self, event: ServerSentEvent[str]) -> ServerSentEvent[object]:
        value = event.data if self._content.type is None else self._json(event.data)
        return ServerSentEvent(event.data, event.event, event.id, event.retry, value)

    def _json(self, text: str) -> object:
        place = f"[{self._count}]"
        self._count += 1
        try:
            value, misfits = read_json(self._content, text.encode())
        except BrokenJsonError as error:
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
            message = f"{self._plan.operation.name}: item {place} is not JSON ({error}): {shown}"
            raise BrokenBodyError(message, self._outcome) from None
        if misfits:
            found = tuple(replace(misfit, place=f"{place}.{misfit.place}") for misfit in misfits)
            report(self._plan, found, self._outcome, value)
        return value


def item_reader(plan: Plan, outcome: Response[None]) -> ItemReader | None:
    """The reader of this answer's items; `None` where the body is one value, to be read whole."""
    answer = plan.answers.find(outcome.status) or plan.answers.good
    content = pick_content(answer.contents, media_type_of(outcome), b"") if answer else None
    return ItemReader(plan, content, outcome) if content and content.kind in {"events", "jsonlines"} else None
