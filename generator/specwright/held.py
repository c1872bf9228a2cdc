"""Held: the limits that a run is held to.

In: limits, and a ledger or the one that the last run wrote. Out: an exit code; a sentence on stderr for each limit
that is passed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from specwright.config import Config
from specwright.limits import Limits, beyond, counts_in

if TYPE_CHECKING:
    from specwright.coverage import Ledger

__all__ = ["held_to", "held_to_last"]

_LAST = "coverage.json"


def held_to(limits: Limits, ledger: Ledger) -> int:
    """1 where a run gives up more than it may."""
    from specwright.coverage import counts  # noqa: PLC0415

    return _held(limits, counts(ledger))


def held_to_last(limits: Limits, config: Config) -> int:
    """The same for an output that is up to date, whose ledger lies in it."""
    return _held(limits, counts_in((config.output / _LAST).read_bytes())) if limits.are_set else 0


def _held(limits: Limits, counts: Mapping[str, int]) -> int:
    sentences = tuple(beyond(limits, counts))
    for sentence in sentences:
        click.echo(f"{sentence} Run `specwright coverage`.", err=True)
    return 1 if sentences else 0
