"""Rows: what becomes of each construct, as data.

In: nothing. Out: `Row`, and the functions that write the tables of `coverage/` short. A construct is a thing of a kind
(field `""`) or a field of one. Where several rows are about the same construct, the first whose condition holds counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.coverage.spots import Spot

__all__ = ["Condition", "Row", "State", "degraded", "generated", "not_generated", "not_shown"]

State = Literal["generated", "degraded", "not generated", "not shown", "unused", "shared"]
"""`not shown` is prose that no call needs, `unused` has no place to go, `shared` is generated once and elsewhere."""
Condition: TypeAlias = Callable[[Spot], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """A construct, its state and, where something is given up, what that is; `told` is a sentence for users.

    `when` is about the thing that holds the field. Without it the row is about every such construct.
    """

    kind: str
    field: str
    state: State
    told: str = ""
    when: Condition | None = None


def generated(kind: str, *fields: str) -> tuple[Row, ...]:
    """Constructs that come out whole."""
    return tuple(Row(kind, field, "generated") for field in fields)


def degraded(kind: str, field: str, told: str, when: Condition | None = None) -> Row:
    """A construct that comes out with less than it says."""
    return Row(kind, field, "degraded", told, when)


def not_generated(kind: str, field: str, told: str, when: Condition | None = None) -> Row:
    """A construct of which nothing comes out."""
    return Row(kind, field, "not generated", told, when)


def not_shown(kind: str, field: str, told: str, when: Condition | None = None) -> Row:
    """Prose that reaches neither the package nor the pages."""
    return Row(kind, field, "not shown", told, when)
