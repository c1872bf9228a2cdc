"""Operations that do not say what they answer: a default response of which nothing is said."""

from __future__ import annotations

from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed

__all__ = ["mend"]


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """Any status, and no content that is known."""
    pointer = problem.origin.pointer.removesuffix("/responses")
    reason = "An operation must have a response; of this one's nothing is known."
    return (flawed.update(pointer, reason, {"responses": {"default": {"description": ""}}}),)
