"""What is proposed for a document: the actions that are shown to help, and what remains.

In: a document with its overlay applied, and the other versions of its API. Out: a `Proposal`.

Why everything is tried before it is proposed: a mend sees one problem. What it does to the rest of the document, only
the checks can tell, so the actions are applied and the document is checked again. They are good where exactly the
problems are gone that they are for, and no other has come. All are tried at once; where that does not do, halves are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from specwright.load import Document
from specwright.overlay import apply_overlay
from specwright.problems import Problem, Refused
from specwright.repair.actions import Action, Actions, as_data
from specwright.repair.flawed import Flawed, examine, problems_of
from specwright.repair.reasons import ELSEWHERE, HARMFUL
from specwright.repair.table import REASONS, mends_of

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


@dataclass(frozen=True, slots=True)
class _Idea:
    """Actions that belong together, and the problems that they are for."""

    actions: Actions
    problems: tuple[Problem, ...]


def propose(document: Document, others: tuple[Document, ...] = ()) -> Proposal:
    """Find what mends a document, and prove it."""
    flawed = examine(document, others)
    if flawed is None:
        found = problems_of(document, others)
        return Proposal((), (), tuple(Left(each, REASONS[each.code]) for each in found))
    ideas, left = _ideas(flawed)
    kept = _helpful(flawed, ideas)
    for idea in ideas:
        if idea not in kept:
            left += [Left(problem, HARMFUL) for problem in idea.problems]
    return Proposal(_actions_of(kept), tuple(problem for idea in kept for problem in idea.problems), tuple(left))


def _ideas(flawed: Flawed) -> tuple[list[_Idea], list[Left]]:
    """What the mends know, each set of actions once, and the problems that none of them knows."""
    found: dict[tuple[tuple[str, str], ...], _Idea] = {}
    left: list[Left] = []
    for problem in flawed.problems:
        actions = _actions(flawed, problem)
        if not actions:
            elsewhere = problem.origin.file != flawed.document.file
            left.append(Left(problem, ELSEWHERE if elsewhere else REASONS[problem.code]))
            continue
        key = tuple(_effect(action) for action in actions)
        known = found.get(key, _Idea(actions, ()))
        found[key] = replace(known, problems=(*known.problems, problem))
    return list(found.values()), left


def _actions_of(ideas: Sequence[_Idea]) -> Actions:
    """The actions of several ideas, each once."""
    return tuple({_effect(action): action for idea in ideas for action in idea.actions}.values())


def _effect(action: Action) -> tuple[str, str]:
    """What an action does, whatever its reason."""
    data = as_data(action)
    return action.target, repr(data.get("update", "removed"))


def _actions(flawed: Flawed, problem: Problem) -> Actions:
    if problem.origin.file != flawed.document.file or problem.position is not None:
        return ()
    proposed = (mend.propose(flawed, problem) for mend in mends_of(problem.code))
    return next((actions for actions in proposed if actions), ())


def _helpful(flawed: Flawed, ideas: Sequence[_Idea]) -> list[_Idea]:
    """The ideas that do what they are for, tried together and, where that fails, in halves."""
    kept: list[_Idea] = []
    waiting = [list(ideas)] if ideas else []
    while waiting:
        group = waiting.pop()
        if _helps(flawed, [*kept, *group]):
            kept += group
        elif len(group) > 1:
            middle = len(group) // 2
            waiting += [group[middle:], group[:middle]]
    return kept


def _helps(flawed: Flawed, ideas: Sequence[_Idea]) -> bool:
    """Whether exactly those problems are gone."""
    expected = _counted(flawed.problems) - _counted([problem for idea in ideas for problem in idea.problems])
    overlay: Document = replace(
        flawed.document,
        file="the proposal",
        problems=(),
        data={"overlay": "1.0.0", "actions": [as_data(action) for action in _actions_of(ideas)]},
    )
    try:
        mended = apply_overlay(flawed.document, overlay)
        return _counted(problems_of(mended, flawed.others)) == expected
    except Refused:
        return False


def _counted(problems: Sequence[Problem]) -> Counter[tuple[str, str, str]]:
    """Problems by what they say; their places move when lists do."""
    return Counter((each.code, each.origin.file, each.message) for each in problems)
