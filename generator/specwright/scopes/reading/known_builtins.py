"""Builtins: what Python's own functions give.

In: a call of one. Out: a `Kind`; a gap where a name is computed.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from specwright.scopes.reading.chains import look_at_words
from specwright.scopes.reading.giving import Given, argument_of, result_of
from specwright.scopes.reading.holding import element, held, row, table
from specwright.scopes.reading.kinds import (
    NOTHING,
    PLAIN,
    UNKNOWN,
    Class,
    Instance,
    Kind,
    Resource,
    ResourceClass,
    Row,
    Table,
    Text,
)
from specwright.scopes.reading.members import member, store
from specwright.scopes.reading.targets import tell_stored
from specwright.scopes.reading.world import Frame, spot_of

__all__ = ["BUILTINS"]


def _elements(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return held(NOTHING.union(*map(element, given.positional), *map(element, [held(given.rest)])))


def _one(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return element(argument_of(given)) | NOTHING.union(*given.positional[1:])


def _filtered(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return held(element(argument_of(given, 1)))


def _mapped(frame: Frame, _node: ast.Call, given: Given) -> Kind:
    own = Given(tuple(element(kind) for kind in given.positional[1:]))
    return held(result_of(frame, argument_of(given), own))


def _counted(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return held(row((PLAIN, element(argument_of(given)))))


def _zipped(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return held(row(element(kind) for kind in given.positional))


def _dict(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    tables = [each.kind for each in argument_of(given) if isinstance(each, Table)]
    pairs = [each.kinds[1] for each in element(argument_of(given)) if isinstance(each, Row) and len(each.kinds) == 2]
    return table(NOTHING.union(*tables, *pairs, *given.keywords.values()))


def _super(frame: Frame, _node: ast.Call, _given: Given) -> Kind:
    found = NOTHING
    for base in frame.known(("bases", frame.scope.owner, "")) if frame.scope.owner else ():
        match base:
            case Class():
                found |= frozenset({Instance(base.place)})
            case ResourceClass():
                found |= frozenset({Resource(base.node)})
            case _:
                found |= UNKNOWN
    return found


def _type(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    found = PLAIN
    for each in argument_of(given):
        match each:
            case Instance():
                found |= frozenset({Class(each.place)})
            case Resource():
                found |= frozenset({ResourceClass(each.node)})
            case _:
                pass
    return found


def _getattr(frame: Frame, node: ast.Call, given: Given) -> Kind:
    values, names = argument_of(given), argument_of(given, 1)
    fallback = argument_of(given, 2)
    texts = sorted(each.text for each in names if isinstance(each, Text))
    if len(texts) < len(names) or not names:
        if any(isinstance(value, Resource) for value in values):
            written = ast.unparse(node.args[1]) if len(node.args) > 1 else "…"
            message = f"the name `{written}` is computed. Write the method, or a constant name."
            frame.findings.gap(spot_of(frame, node), "computed-name", message)
        return UNKNOWN | fallback
    found = NOTHING.union(*(member(frame, node, values, text) for text in texts))
    if not values or values & UNKNOWN:
        for text in texts:
            look_at_words(frame, node, [*ast.unparse(node.args[0]).split("."), text], strange=False)
    return found | fallback


def _setattr(frame: Frame, node: ast.Call, given: Given) -> Kind:
    names, kind = argument_of(given, 1), argument_of(given, 2)
    texts = sorted(each.text for each in names if isinstance(each, Text))
    stored = [store(frame, argument_of(given), text, kind) for text in texts]
    followed = bool(texts) and len(texts) == len(names) and all(stored)
    if not followed and node.args:
        named = (ast.copy_location(ast.Attribute(node.args[0], text, ast.Store()), node) for text in texts)
        tell_stored(frame, next(named, node.args[0]), kind)
    return PLAIN


def _run_text(frame: Frame, node: ast.Call, _given: Given) -> Kind:
    message = "text is run as code, and is not read."
    frame.findings.gap(spot_of(frame, node), "text-as-code", message)
    return UNKNOWN


BUILTINS: Mapping[str, Callable[[Frame, ast.Call, Given], Kind]] = {
    **dict.fromkeys(("frozenset", "iter", "aiter", "list", "reversed", "set", "sorted", "tuple"), _elements),
    **dict.fromkeys(("eval", "exec"), _run_text),
    **dict.fromkeys(("anext", "max", "min", "next"), _one),
    "dict": _dict,
    "enumerate": _counted,
    "filter": _filtered,
    "getattr": _getattr,
    "map": _mapped,
    "setattr": _setattr,
    "super": _super,
    "type": _type,
    "zip": _zipped,
}
"""By the name of the function."""
