"""Bump: how the next release is numbered after a comparison.

In: what the package is numbered on both sides, and the changes. Out: a `Release`.

Why the worst of contract and effect: a release is a promise to those who import the package. A method with another
name breaks them where no call changes, and a server that answers otherwise breaks them where no name does.

Below 1.0 a breaking change is a minor step and all else a patch, as package managers read `^0.4`. A pre-release that
announces at least this step gets its next number: `2.0.0rc1` becomes `2.0.0rc2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from specwright.diff.changes import Change
from specwright.diff.comparison import Release, weight_of

__all__ = ["release_of", "step_of"]

Step: TypeAlias = Literal["none", "patch", "minor", "major"]
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)(?:(a|b|rc|\.dev)(\d+))?")
_PARTS = 3
_BELOW_ONE: Mapping[Step, tuple[Step, str]] = {"major": ("minor", "minor step"), "minor": ("patch", "patch")}


def step_of(changes: Iterable[Change]) -> tuple[Step, str]:
    """The step for a package at 1.0 or above, and why it takes that."""
    listed = tuple(changes)
    breaking = [change for change in listed if weight_of(change) == "breaking"]
    own = [change for change in listed if weight_of(change) == "sdk"]
    if breaking:
        return "major", f"{_some(len(breaking), 'change')} to the contract may break callers: {breaking[0].sentence}"
    if own:
        return "major", f"{_some(len(own), 'change')} may break code that uses the SDK: {own[0].effect.text}"
    more = [change for change in listed if weight_of(change) == "additive" or change.effect.kind == "added"]
    if more:
        return "minor", f"{_some(len(more), 'change')}, and none breaks: {more[0].sentence}"
    return ("patch", "only words changed, or what nobody calls.") if listed else ("none", "nothing changed.")


def release_of(package: str, version: str, given: str, changes: Iterable[Change]) -> Release:
    """The step and the number that it leads to; no number where there is none to begin with."""
    step, why = step_of(changes)
    if version.startswith("0.") and step in _BELOW_ONE:
        step, what = _BELOW_ONE[step]
        why = f"{why} Below 1.0 that is a {what}."
    return Release(package, version, given, step, _next(version, step) if version else "", why)


def _next(version: str, step: Step) -> str:
    found = _NUMBER.match(version)
    assert found, "a configured version is a version"
    listed = [int(part) for part in found[1].split(".")][:_PARTS]
    numbers = [*listed, *[0] * (_PARTS - len(listed))]
    if step == "none":
        return version
    at = ("major", "minor", "patch").index(step)
    is_announced = found[2] is not None and not any(numbers[at + 1 :])
    if not is_announced:
        numbers = [*numbers[:at], numbers[at] + 1, *[0] * (_PARTS - 1 - at)]
    if found[2] is not None and found[2] != ".dev":
        return f"{_joined(numbers)}{found[2]}{int(found[3]) + 1 if is_announced else 1}"
    return _joined(numbers)


def _joined(numbers: list[int]) -> str:
    return ".".join(map(str, numbers))


def _some(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
