"""The calling process: the SDK and bare httpx2 in turns, over connections that stay open.

In: an address, and how many blocks of how many calls. Out: on standard output, JSON of processor microseconds per call,
`{name: [[ours...], [theirs...]]}`.

Why one process for both: the same memory, the same garbage collector, the same moment. Why blocks: one call is too
short for the clock.
Why the bare client posts bytes taken from the SDK: both send the same, and only the way there differs.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
import warnings
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Final, TypeAlias, cast

import httpx2

from .sdk import SyncClient, asynchronous, booking, links_of, listing, synchronous

__all__ = ["main"]

Call: TypeAlias = Callable[[], object]
Block: TypeAlias = Callable[[Call, int], None]

_BEARER: Final = {"Authorization": "Bearer x"}
_JSON: Final = {"Content-Type": "application/json"}
_AT_ONCE: Final = 20  # as many connections as httpx2 keeps by itself


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two ways to the same answer, and how a block of calls is made."""

    name: str
    block: Block
    ours: Call
    theirs: Call


def main(address: str, blocks: int, calls: int) -> None:
    """Measure every pair and print the samples."""
    warnings.simplefilter("error", UserWarning)  # an answer that does not fit would take another way
    with asyncio.Runner() as runner:
        pairs = [*_waiting(address), *_awaiting(address, runner)]
        print(json.dumps({pair.name: _in_turns(pair, blocks, calls) for pair in pairs}))


def _waiting(address: str) -> Iterator[_Pair]:
    client, bare = synchronous(address), httpx2.Client(headers=_BEARER)
    links = links_of(client)
    url, to, content = _sent(client)
    pages = count()
    yield _Pair(
        "list", _one_by_one, listing(links.list), lambda: json.loads(bare.get(f"{url}&after={next(pages)}").content)
    )
    yield _Pair(
        "book",
        _one_by_one,
        booking(links.book),
        lambda: json.loads(bare.post(to, content=content, headers=_JSON).content),
    )


def _awaiting(address: str, runner: asyncio.Runner) -> Iterator[_Pair]:
    links, bare = links_of(asynchronous(address)), httpx2.AsyncClient(headers=_BEARER)
    url, to, content = _sent(synchronous(address))
    pages = count()

    async def get() -> object:
        return json.loads((await bare.get(f"{url}&after={next(pages)}")).content)

    async def post() -> object:
        return json.loads((await bare.post(to, content=content, headers=_JSON)).content)

    in_turn, at_once = partial(_in_turn, runner), partial(_together, runner)
    yield _Pair("async list", in_turn, listing(links.list), get)
    yield _Pair("async book", in_turn, booking(links.book), post)
    yield _Pair(f"async list, {_AT_ONCE} at once", at_once, listing(links.list), get)


def _sent(client: SyncClient) -> tuple[str, str, bytes]:
    """Where `list` asks, and where and what `book` sends."""
    links = links_of(client)
    listed = client.build_request(links.list, limit=100)
    arguments: dict[str, object] = {}
    booking(arguments.update)()
    booked = client.build_request(links.book, **arguments)
    return listed.url, booked.url, booked.content


def _in_turns(pair: _Pair, blocks: int, calls: int) -> tuple[list[float], list[float]]:
    """A block of ours, a block of theirs, and again; the first of each warms up and does not count."""
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(blocks + 1):
        for call, samples in ((pair.ours, ours), (pair.theirs, theirs)):
            took = _timed(pair.block, call, calls)
            if turn:
                samples.append(took)
    return ours, theirs


def _timed(block: Block, call: Call, calls: int) -> float:
    began = time.process_time()
    block(call, calls)
    return (time.process_time() - began) / calls * 1e6


def _one_by_one(call: Call, calls: int) -> None:
    for _ in range(calls):
        call()


def _in_turn(runner: asyncio.Runner, call: Call, calls: int) -> None:
    async def run() -> None:
        for _ in range(calls):
            await cast("Awaitable[object]", call())

    runner.run(run())


def _together(runner: asyncio.Runner, call: Call, calls: int) -> None:
    async def run() -> None:
        for _ in range(calls // _AT_ONCE):
            await asyncio.gather(*(cast("Awaitable[object]", call()) for _ in range(_AT_ONCE)))

    runner.run(run())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
