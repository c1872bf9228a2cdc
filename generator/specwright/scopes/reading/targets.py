"""Targets: what an assignment changes.

In: a frame, a target and what is assigned. Out: names and attributes that stand for it; a gap where a client goes
somewhere from which it cannot be followed.
"""

from __future__ import annotations

import ast

from specwright.scopes.reading.holding import element, held, holds_resource, table
from specwright.scopes.reading.kinds import NOTHING, Foreign, Held, Kind, Row, Table, Unknown
from specwright.scopes.reading.members import store
from specwright.scopes.reading.world import Frame, spot_of

__all__ = ["assign", "put_into", "stored_under", "take_up", "tell_stored"]


def assign(frame: Frame, target: ast.expr, kind: Kind) -> None:
    """Let a target stand for a value."""
    match target:
        case ast.Name():
            frame.bind(target.id, kind)
        case ast.Attribute():
            if not store(frame, frame.kind(target.value), target.attr, kind):
                tell_stored(frame, target, kind)
        case ast.Subscript():
            frame.kind(target.slice)
            put_into(frame, target.value, table(kind), kind, target)
        case ast.Starred():
            assign(frame, target.value, held(element(kind)))
        case ast.Tuple() | ast.List():
            _unpack(frame, target.elts, kind)
        case _:
            frame.kind(target)


def _unpack(frame: Frame, targets: list[ast.expr], kind: Kind) -> None:
    rows = [each.kinds for each in kind if isinstance(each, Row)]
    is_plain = len(rows) == len(kind) and not any(isinstance(target, ast.Starred) for target in targets)
    for index, target in enumerate(targets):
        if is_plain and all(len(kinds) == len(targets) for kinds in rows):
            assign(frame, target, NOTHING.union(*(kinds[index] for kinds in rows)))
        else:
            assign(frame, target, kind if isinstance(target, ast.Starred) else element(kind))


def put_into(frame: Frame, target: ast.expr, holder: Kind, kind: Kind, shown: ast.expr | None = None) -> None:
    """Let something that holds values hold one more; `shown` is how messages call its place."""
    values = frame.kind(target)
    is_ours = bool(values) and not any(isinstance(value, Foreign | Unknown) for value in values)
    if is_ours and isinstance(target, ast.Name):
        frame.change(target.id, values | holder)
    elif is_ours and isinstance(target, ast.Attribute):
        store(frame, frame.kind(target.value), target.attr, holder)
    elif not any(isinstance(value, Held | Row | Table) and holds_resource(frozenset({value})) for value in values):
        tell_stored(frame, shown or target, kind)


def tell_stored(frame: Frame, target: ast.expr, kind: Kind) -> None:
    """Say that a client goes where it cannot be followed."""
    if holds_resource(kind):
        where = ast.unparse(target)
        message = (
            f"a client is put into `{where}`, and what is read from there is not followed. "
            f"Annotate the place where it is read (`client: Client = {where}`)."
        )
        frame.findings.stored(spot_of(frame, target), stored_under(target), message)


def take_up(frame: Frame, value: ast.expr | None) -> None:
    """Note that a value which an annotation speaks for was kept under this name: what was put there is followed."""
    if isinstance(value, ast.Await):
        value = value.value
    if value is not None and (word := stored_under(value)):
        frame.world.taken_up.add(word)


def stored_under(node: ast.expr) -> str:
    """The last word of a place that something is kept at."""
    match node:
        case ast.Attribute():
            return node.attr
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            return key
        case ast.Subscript():
            return stored_under(node.value)
        case _:
            return ""
