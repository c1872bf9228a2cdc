"""What is proposed for a document: the actions that are shown to help, and what remains.

In: a document with its overlay applied, and the other versions of its API. Out: a `Proposal`.
"""

from __future__ import annotations

from dataclasses import dataclass

from specwright.load import Document
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed, examine, problems_of
from specwright.repair.ideas import actions_of, ideas_of
from specwright.repair.reasons import ELSEWHERE, HARMFUL, REASONS
from specwright.repair.trying import helpful

__all__ = ["Left", "Proposal", "propose"]


@dataclass(frozen=True, slots=True)
class Left:
    """A problem that remains, and why."""

    problem: Problem
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would mend a document: actions in the order in which they apply, the problems that go, those that stay."""

    actions: Actions
    mended: tuple[Problem, ...]
    left: tuple[Left, ...]


def propose(document: Document, others: tuple[Document, ...] = ()) -> Proposal:
    """Find what mends a document, and prove it."""
    found = problems_of(document, others)
    flawed = examine(document, others) if found else None
    if flawed is None:
        return Proposal((), (), tuple(Left(each, REASONS[each.code]) for each in found))
    return _proposed(flawed)


def _proposed(flawed: Flawed) -> Proposal:
    ideas, unknown = ideas_of(flawed)
    kept = helpful(flawed, ideas)
    mended = tuple(problem for idea in kept for problem in idea.problems)
    tried = [problem for idea in ideas for problem in idea.problems if problem not in mended]
    left = [
        Left(each, REASONS[each.code] if each.origin.file == flawed.document.file else ELSEWHERE) for each in unknown
    ]
    return Proposal(actions_of(kept), mended, (*left, *(Left(each, HARMFUL) for each in tried)))
