"""Narrowing: what a test says of the names in it.

In: a frame and a test that has come out true. Out: what the names stand for then.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from specwright.scopes.reading.annotations import annotated, tells
from specwright.scopes.reading.kinds import NOTHING, Class, Foreign, Instance, Kind, Resource, Unknown
from specwright.scopes.reading.world import Frame

__all__ = ["narrowed"]


def narrowed(frame: Frame, test: ast.expr) -> Mapping[str, Kind]:
    """`isinstance(name, Class)`, alone or among others that all are true."""
    match test:
        case ast.BoolOp(op=ast.And()):
            found: dict[str, Kind] = {}
            for value in test.values:
                found |= narrowed(frame, value)
            return found
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), classes]):
            told = _of_classes(frame, classes)
            return {name: _narrowed(frame.names.get(name, NOTHING), told)} if tells(told) else {}
        case _:
            return {}


def _of_classes(frame: Frame, classes: ast.expr) -> Kind:
    with frame.findings.silence():
        if isinstance(classes, ast.Tuple):
            return NOTHING.union(*(annotated(frame, each) for each in classes.elts))
        return annotated(frame, classes)


def _narrowed(held: Kind, told: Kind) -> Kind:
    """What of a value is of these classes; all that the test says, if nothing better is known of the value."""
    open_ = not held or any(isinstance(each, Unknown | Foreign) for each in held)
    if open_ or not held & told:
        return told
    derived = frozenset(each for each in held if isinstance(each, Class | Instance | Resource))
    return held & told or derived
