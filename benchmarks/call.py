"""What one call costs its caller, against httpx2 and `json.loads` alone.

In: the folder that holds the SDK, how many rounds. Out: figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

from .report import Figure, ratio
from .workers import serving, told_by

__all__ = ["measure"]

_BLOCKS: Final = 8  # in each round: many short turns, so that both sides meet the same disturbances
_CALLS: Final = 20
_TARGETS: Final = {"list": 1.5, "book": 1.5}


def measure(sdk: Path, rounds: int) -> Iterator[Figure]:
    """One call of `list` and of `book`, with the synchronous and the asynchronous client."""
    with serving() as address:
        told = told_by("calling", sdk, address, str(rounds * _BLOCKS), str(_CALLS))
    samples = cast("dict[str, tuple[list[float], list[float]]]", told)
    for name, (ours, theirs) in samples.items():
        yield ratio(f"call: {name}", ours, theirs, "us", _TARGETS.get(name))
