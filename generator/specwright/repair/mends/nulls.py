"""Fields that are null where nothing can be: they go, as they are read as if they were not there."""

from __future__ import annotations

from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed

__all__ = ["mend"]


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """The field removed."""
    return (flawed.removal(problem.origin.pointer, "This is null, which is the same as not there."),)
