"""Mend a vendor's document with an OpenAPI Overlay 1.0, and leave the vendored file as published.

In: a document and an overlay. Out: a new document; the parts that no action touches are shared with the old
one. `Refused` tells every action that is not right: one that changes nothing any more (a dead overlay: the
vendor has mended or moved the place), one without a reason (`description`), one whose query or value does
not fit.

How an update merges is the text of 1.0 with what 1.1 made plain: mappings merge, lists grow at the end,
other values are replaced, and nothing turns a mapping or a list into something else. A selected list takes
the update as one more item. In one thing this goes further than 1.0: `remove` takes a single value too,
since nothing else could drop a wrong `format`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeAlias

from specwright.load import Document, Json
from specwright.load.jsonpath import QueryError, select
from specwright.load.pointers import join
from specwright.problems import Origin, Problem, Refused

__all__ = ["apply_overlay"]

_VERSION = re.compile(r"1\.[01]\.\d+\Z")
_FIELDS = ("target", "description", "update", "remove")


def apply_overlay(document: Document, overlay: Document) -> Document:
    """Apply every action in turn; `sha256` stays that of the document's own file."""
    actions, problems = _read(overlay)
    data: Json = document.data
    for action in actions:
        try:
            data = _applied(action, data)
        except _Fault as fault:
            problems.append(Problem(fault.code, action.origin, fault.message, fault.hint))
    if problems or not isinstance(data, dict):
        raise Refused(problems)
    return replace(document, data=data, problems=(*document.problems, *overlay.problems))


class _Fault(Exception):  # noqa: N818 - becomes a problem of the action
    """Why an action cannot be applied."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        self.code = code
        self.message = message
        self.hint = hint
        super().__init__(message)


class _Gone(Enum):
    """Stands in place of a value that is removed."""

    GONE = "gone"


_Change: TypeAlias = "Callable[[Json], Json | _Gone]"


@dataclass(frozen=True, slots=True)
class _Action:
    origin: Origin
    target: str
    change: _Change


def _read(overlay: Document) -> tuple[list[_Action], list[Problem]]:
    """Read the actions; a file that is no overlay is refused as a whole."""
    data = overlay.data
    version, listed = data.get("overlay"), data.get("actions")
    if not isinstance(version, str) or not _VERSION.match(version):
        message = 'this is not an OpenAPI Overlay 1.0: "overlay" does not say so.'
        raise Refused([Problem("not-an-overlay", Origin(overlay.file, "/overlay"), message, "Write overlay: 1.0.0.")])
    if not isinstance(listed, list) or not listed:
        message = "the overlay has no list of actions."
        raise Refused([Problem("not-an-overlay", Origin(overlay.file, "/actions"), message)])
    actions: list[_Action] = []
    problems: list[Problem] = []
    for index, raw in enumerate(listed):
        origin = Origin(overlay.file, f"/actions/{index}")
        faults = list(_faults(raw, origin))
        problems += faults
        if isinstance(raw, dict) and not faults:
            change = _removed if raw.get("remove") is True else _updating(raw.get("update"))
            actions.append(_Action(Origin(origin.file, f"{origin.pointer}/target"), str(raw["target"]), change))
    return actions, problems


def _faults(raw: Json, origin: Origin) -> Iterator[Problem]:
    if not isinstance(raw, dict):
        yield Problem("bad-action", origin, "an action is a mapping.")
        return
    if not isinstance(raw.get("target"), str):
        yield Problem("bad-action", origin, 'the action has no "target".', "Write a JSONPath, such as $.info.")
    reason = raw.get("description")
    if not isinstance(reason, str) or not reason.strip():
        hint = 'Say in "description" what is wrong with the document.'
        yield Problem("overlay-without-reason", origin, "the action gives no reason.", hint)
    if raw.get("remove", False) not in (True, False):
        yield Problem("bad-action", Origin(origin.file, f"{origin.pointer}/remove"), '"remove" is true or false.')
    elif "update" not in raw and raw.get("remove") is not True:
        yield Problem("bad-action", origin, "the action neither updates nor removes.")
    for name in raw:
        if name not in _FIELDS and not name.startswith("x-"):
            hint = f"Known are {', '.join(_FIELDS)}."
            message = f'an action has no field "{name}".'
            yield Problem("bad-action", Origin(origin.file, join(origin.pointer, name)), message, hint)


def _applied(action: _Action, data: Json) -> Json:
    try:
        locations = select(action.target, data)
    except QueryError as error:
        raise _Fault("bad-query", str(error)) from error
    if not locations:
        hint = "Remove the action if the document is mended, or correct its target."
        raise _Fault("dead-overlay", f"{action.target} selects nothing.", hint)
    changed = _rewritten(data, _tree(locations), action.change)
    if isinstance(changed, _Gone):
        raise _Fault("bad-action", "the whole document cannot be removed.")
    if changed == data:
        message = f"{action.target} already is as the action would make it."
        raise _Fault("dead-overlay", message, "Remove the action: the document is mended.")
    return changed


@dataclass(slots=True)
class _Tree:
    """Selected locations, grouped by their first steps, so that one pass reaches all of them."""

    selected: bool = False
    below: dict[str | int, _Tree] = field(default_factory=dict["str | int", "_Tree"])


def _tree(locations: Iterable[tuple[str | int, ...]]) -> _Tree:
    tree = _Tree()
    for location in locations:
        node = tree
        for step in location:
            node = node.below.setdefault(step, _Tree())
        node.selected = True
    return tree


def _rewritten(value: Json, tree: _Tree, change: _Change) -> Json | _Gone:
    """Copy what leads to a change and share the rest; the depth is that of a loaded document, which is bounded."""
    below = tree.below
    if below and isinstance(value, dict):
        pairs = ((k, _rewritten(v, below[k], change) if k in below else v) for k, v in value.items())
        value = {key: item for key, item in pairs if not isinstance(item, _Gone)}
    elif below and isinstance(value, list):
        items = (_rewritten(v, below[i], change) if i in below else v for i, v in enumerate(value))
        value = [item for item in items if not isinstance(item, _Gone)]
    return change(value) if tree.selected else value


def _removed(_value: Json) -> _Gone:
    return _Gone.GONE


def _updating(update: Json) -> _Change:
    def change(value: Json) -> Json:
        match value:
            case dict() if isinstance(update, dict):
                return _merged(value, update)
            case dict():
                raise _Fault("bad-action", "the target is a mapping, and so must the update be.")
            case list():
                return [*value, update]
            case _:
                hint = "Select the mapping that holds it."
                raise _Fault("bad-action", "the target is a single value, which an update cannot change.", hint)

    return change


def _merged(value: dict[str, Json], update: dict[str, Json]) -> dict[str, Json]:
    merged = dict(value)
    for name, new in update.items():
        old = value.get(name)
        match old, new:
            case dict(), dict():
                merged[name] = _merged(old, new)
            case list(), list():
                merged[name] = [*old, *new]
            case (dict() | list(), _) | (_, dict() | list()) if name in value:
                hint = "Remove it in an action before this one."
                raise _Fault("bad-action", f'the update would turn "{name}" into something of another kind.', hint)
            case _:
                merged[name] = new
    return merged
