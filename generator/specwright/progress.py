"""A line on the terminal that says what a long run is at.

In: what is being worked on, told before each step. Out: one line that is written over with each step and is gone in the
end; nothing where nobody looks, and nothing in a short run.

Why a timer: one step may take longer than the whole rest, and a line that appears between steps would come after it.
The timer is a signal, whose handler runs in this thread, so that nothing has to be locked. Where there is none (on
Windows, outside the main thread), the line appears with the next step.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TextIO

__all__ = ["progress"]

_AFTER = 1.0
_ERASE = "\r\x1b[2K"


@contextmanager
def progress(stream: TextIO, after: float = _AFTER) -> Generator[Callable[[str, int, int], None]]:
    """Give the function that a run tells its steps to: what, which one, of how many."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _what, _number, _total: None
        return
    line = _Line(stream.fileno(), time.monotonic() + after)
    try:
        with _alarm(after, line.show):
            yield line.tell
    finally:
        line.erase()


@dataclass(slots=True)
class _Line:
    """The line on one terminal."""

    terminal: int
    due: float
    text: str = ""
    visible: bool = field(default=False, init=False)

    def tell(self, what: str, number: int, total: int) -> None:
        self.text = f"{what} ({number} of {total})"
        if time.monotonic() >= self.due:
            self.show()

    def show(self) -> None:
        if self.text:
            self.visible = True
            self.write(_ERASE + _clipped(self.text, self.terminal))

    def erase(self) -> None:
        if self.visible:
            self.write(_ERASE)

    def write(self, text: str) -> None:
        # Not through the stream, which cannot be entered again from a signal. A terminal that is gone ends no run.
        with suppress(OSError):
            os.write(self.terminal, text.encode(errors="replace"))


@contextmanager
def _alarm(after: float, ring: Callable[[], None]) -> Generator[None]:
    """Call a function once, after a time, in this thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda _signal, _frame: ring())
    signal.setitimer(signal.ITIMER_REAL, after)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _clipped(text: str, terminal: int) -> str:
    """What fits: a line that breaks could not be written over. A document's name may hold anything."""
    try:
        width = os.get_terminal_size(terminal).columns
    except OSError:
        width = 0
    return "".join(char if char.isprintable() else "?" for char in text)[: (width or 80) - 1]
