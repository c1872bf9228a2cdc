"""Limits: how much a run may give up before it counts as something to fix.

In: the limits that the command line sets, and how many constructs are in each state. Out: a sentence for each limit
that is passed.

Why "dropped" counts in "degraded": who wants nothing to lose a part wants nothing to be lost as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

__all__ = ["FATAL", "Limits", "beyond", "counts_in"]

FATAL = ("dropped", "degraded")
"""What a run may be told to fail on."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most degraded constructs (nothing: any number), and which of `FATAL` there may be none of."""

    degraded: int | None = None
    fail_on: tuple[str, ...] = ()

    @property
    def are_set(self) -> bool:
        """Whether there is anything to hold a run to."""
        return self.degraded is not None or bool(self.fail_on)


def beyond(limits: Limits, counts: Mapping[str, int]) -> Iterator[str]:
    """What of the limits is passed."""
    degraded, dropped = counts.get("degraded", 0), counts.get("not generated", 0)
    most = 0 if "degraded" in limits.fail_on else limits.degraded
    if most is not None and degraded > most:
        yield f"{_counted(degraded)} degraded, and {f'at most {most}' if most else 'none'} may be."
    if limits.fail_on and dropped:
        yield f"{_counted(dropped)} not generated, and none may be dropped."


def counts_in(content: bytes) -> Mapping[str, int]:
    """How many constructs are in each state, as a `coverage.json` says it."""
    tree = cast("dict[str, object]", json.loads(content))
    return cast("dict[str, int]", tree["constructs"])


def _counted(number: int) -> str:
    return "1 construct is" if number == 1 else f"{number} constructs are"
