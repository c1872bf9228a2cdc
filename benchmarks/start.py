"""What a program pays before its first call, and what that call adds.

In: the folder that holds the SDK, how many rounds. Out: figures.

Why two baselines: nobody starts below the two libraries that the SDK stands on, and whoever calls by hand loads the
transport, reads the certificates and connects just the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

from .report import Figure, difference, plain, ratio
from .spawn import peaks, python, taken_in_turn, times
from .workers import serving, told_by

__all__ = ["measure"]

_LIBRARIES: Final = "import httpx2, pydantic; pydantic.BaseModel"
_REACH: Final = """
from hubspot_meetings import Client
links = Client(access_token="x", base_url={address!r}).scheduler.meetings.meeting_links
"""
_BY_HAND: Final = """
import json, httpx2, pydantic
pydantic.BaseModel
client = httpx2.Client(headers={{"Authorization": "Bearer x"}})
json.loads(client.get({address!r}).content)
"""


def measure(sdk: Path, rounds: int) -> Iterator[Figure]:
    """Start against start, first call against first call, and the parts of a first call."""
    with serving() as address:
        codes = {
            "libraries": _LIBRARIES,
            "reach": _REACH,
            "by hand": _BY_HAND,
            "list": _REACH + "links.list(limit=100)",
        }
        commands = {name: python(code.format(address=address), sdk) for name, code in codes.items()}
        taken = taken_in_turn(commands, rounds)
        parts = [cast("dict[str, float]", told_by("first", sdk, address)) for _ in range(rounds + 1)][1:]
    for what, ours, theirs, target in (
        ("start", "reach", "libraries", (1.3, 8.0)),
        ("start and one `list`", "list", "by hand", (None, None)),
    ):
        yield ratio(f"{what}: processor", times(taken[ours]), times(taken[theirs]), "ms", target[0])
        yield difference(f"{what}: peak memory", peaks(taken[ours]), peaks(taken[theirs]), "MB", target[1])
    for name in parts[0]:
        yield plain(f"first call, part: {name}", [part[name] for part in parts], "ms")
