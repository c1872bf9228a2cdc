"""Trying: which ideas do what they are for.

In: a document, and ideas. Out: those after which exactly the problems are gone that they are for, and no other came.

Why everything is tried before it is proposed: a mend sees one problem. What it does to the rest of the document, only
the checks can tell, so the actions are applied and the document is checked again. All ideas are tried at once; where
that does not do, halves are. An idea that only brings to light what was hidden before may take the mends of that along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from specwright.load import Document
from specwright.overlay import apply_overlay
from specwright.problems import Problem, Refused
from specwright.repair.actions import as_data
from specwright.repair.flawed import Flawed, examine, problems_of
from specwright.repair.ideas import Idea, actions_of, ideas_of

__all__ = ["helpful"]

_Count = Counter[tuple[str, str, str]]


def helpful(flawed: Flawed, ideas: Sequence[Idea]) -> list[Idea]:
    """The ideas that help, in the order in which they apply."""
    kept: list[Idea] = []
    waiting = [list(ideas)] if ideas else []
    while waiting:
        group = waiting.pop()
        if _helps(flawed, [*kept, *group]):
            kept += group
        elif len(group) > 1:
            middle = len(group) // 2
            waiting += [group[middle:], group[:middle]]
        elif (further := _with_what_follows(flawed, kept, group[0])) is not None:
            kept.append(further)
    return kept


def _helps(flawed: Flawed, ideas: Sequence[Idea]) -> bool:
    mended = _applied(flawed, ideas)
    return mended is not None and _counted(problems_of(mended, flawed.others)) == _expected(flawed, ideas)


def _with_what_follows(flawed: Flawed, kept: Sequence[Idea], idea: Idea) -> Idea | None:
    """The idea with the mends of the problems that it brings to light, if they are all there is to it."""
    mended = _applied(flawed, [*kept, idea])
    found = examine(mended, flawed.others) if mended else None
    if found is None:
        return None
    new = _counted(found.problems) - _expected(flawed, [*kept, idea])
    following = [each for each in ideas_of(found)[0] if not _counted(each.problems) - new]
    whole = Idea(actions_of([idea, *following]), idea.problems)
    return whole if following and _helps(flawed, [*kept, whole]) else None


def _applied(flawed: Flawed, ideas: Sequence[Idea]) -> Document | None:
    """The document with the actions of the ideas; nothing where they cannot be applied."""
    overlay = replace(
        flawed.document,
        file="the proposal",
        problems=(),
        data={"overlay": "1.0.0", "actions": [as_data(action) for action in actions_of(ideas)]},
    )
    try:
        return apply_overlay(flawed.document, overlay)
    except Refused:
        return None


def _expected(flawed: Flawed, ideas: Iterable[Idea]) -> _Count:
    """What is left when the ideas have done what they are for, and nothing else."""
    return _counted(flawed.problems) - _counted(problem for idea in ideas for problem in idea.problems)


def _counted(problems: Iterable[Problem]) -> _Count:
    """Problems by what they say; their places move when lists do."""
    return Counter((each.code, each.origin.file, each.message) for each in problems)
