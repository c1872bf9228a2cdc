"""Integers that are declared narrower than what they hold."""

from __future__ import annotations

from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed

__all__ = ["mend"]


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """The wider type, for the reason that the problem gives."""
    reason = f"T{problem.message[1:]}"
    return (flawed.update(problem.origin.pointer, reason, {"format": "int64"}),)
