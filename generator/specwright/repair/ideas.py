"""Ideas: what the mends would do for the problems of a document, before anybody knows whether it helps.

In: a document and its problems. Out: an `Idea` for each set of actions, and the problems that no mend knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from specwright.problems import Problem
from specwright.repair.actions import Action, Actions, as_data
from specwright.repair.flawed import Flawed
from specwright.repair.table import mends_of

__all__ = ["Idea", "actions_of", "ideas_of"]


@dataclass(frozen=True, slots=True)
class Idea:
    """Actions that belong together, and the problems that they are for."""

    actions: Actions
    problems: tuple[Problem, ...]


def ideas_of(flawed: Flawed) -> tuple[list[Idea], list[Problem]]:
    """What the mends know, each set of actions once, and the problems that none of them knows."""
    found: dict[tuple[tuple[str, str], ...], Idea] = {}
    unknown: list[Problem] = []
    for problem in flawed.problems:
        actions = _actions(flawed, problem)
        if not actions:
            unknown.append(problem)
            continue
        key = tuple(_effect(action) for action in actions)
        known = found.get(key, Idea(actions, ()))
        found[key] = replace(known, problems=(*known.problems, problem))
    return list(found.values()), unknown


def actions_of(ideas: Iterable[Idea]) -> Actions:
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
