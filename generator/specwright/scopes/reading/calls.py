"""Calls: what a call gives, and where what it is given goes.

In: a frame and a call. Out: a `Kind`; the parameters of functions of the files learn what they are given; a gap where
a client is handed to code that is not read.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from specwright.scopes.reading.containers import call_container
from specwright.scopes.reading.giving import Given, construct, give, given_by, returned
from specwright.scopes.reading.holding import callables, holds_resource
from specwright.scopes.reading.kinds import (
    NOTHING,
    PLAIN,
    UNKNOWN,
    Bound,
    Class,
    ClientMethod,
    Foreign,
    Function,
    Instance,
    Kind,
    Meaning,
    Method,
    Resource,
    ResourceClass,
    Returning,
    Type,
)
from specwright.scopes.reading.known import call_known, is_harmless
from specwright.scopes.reading.members import called_on, find_method
from specwright.scopes.reading.world import Frame, spot_of

__all__ = ["call"]

_SENDING = frozenset({"build_request", "raw_response", "stream"})
_UNTYPED = frozenset({"call", "pages"})


@dataclass(frozen=True, slots=True)
class _Call:
    """A call with what it is given already read."""

    frame: Frame
    node: ast.Call
    given: Given


def call(frame: Frame, node: ast.Call) -> Kind:
    """What a call gives."""
    callee = frame.kind(node.func)
    asks = any(isinstance(each, ClientMethod) and each.name == "operation" for each in callee)
    if asks:  # the operation as data: nothing is sent
        with frame.findings.silence():
            given_by(frame, node)
        return PLAIN
    whole = _Call(frame, node, given_by(frame, node))
    if isinstance(node.func, ast.Attribute) and node.func.attr == "__new__" and whole.given.positional:
        return frozenset(Instance(each.place) for each in whole.given.positional[0] if isinstance(each, Class))
    found = NOTHING
    for each in callee:
        found |= _called(whole, each)
    if not _is_seen(callee):
        _tell_handed_on(whole)
    return found


def _is_seen(callee: Kind) -> bool:
    """Whether it is known what is called; of a type such as `Callable` it is not, unless a function was seen too."""
    return bool(callables(callee)) or not all(isinstance(each, Returning) for each in callee)


def _called(whole: _Call, callee: Type) -> Kind:
    """What one callee gives."""
    frame, given = whole.frame, whole.given
    match callee:
        case ResourceClass():
            return frozenset({Resource(callee.node)})
        case ClientMethod():
            return _on_client(whole, callee)
        case Function():
            give(frame, callee, given)
            return returned(frame, callee)
        case Class():
            construct(frame, callee.place, given)
            return frozenset({Instance(callee.place)})
        case Instance():
            method = find_method(frame, callee.place, "__call__")
            return _called_all(whole, called_on(frame, method)) if method else UNKNOWN
        case Bound():
            return call_container(frame, whole.node, callee, given)
        case Returning() | Meaning():
            return callee.kind
        case Method():
            return PLAIN
        case Foreign():
            return _of_library(whole, callee.name)
        case _:
            _tell_handed_on(whole)
            return UNKNOWN


def _called_all(whole: _Call, callees: Kind) -> Kind:
    return NOTHING.union(*(_called(whole, each) for each in callees))


def _on_client(whole: _Call, callee: ClientMethod) -> Kind:
    frame, given, name = whole.frame, whole.given, callee.name
    if name == "with_options":
        return frozenset({Resource(callee.node)})
    if name in _UNTYPED:
        message = f"`.{name}()` takes an operation as data. Call the method of a resource."
        frame.findings.gap(spot_of(frame, whole.node.func), "untyped-call", message)
    first = given.positional[0] if given.positional else NOTHING
    if name in _SENDING and not any(isinstance(each, Method) for each in first):
        message = f"which method `.{name}()` is given cannot be told from the code."
        frame.findings.gap(spot_of(frame, whole.node.func), "unknown-method", message)
    return PLAIN


def _of_library(whole: _Call, name: str) -> Kind:
    """What a function of a library gives: some are known; of others, what they are given cannot be followed."""
    known = call_known(whole.frame, whole.node, name, whole.given)
    if known is not None:
        return known
    if not is_harmless(name):
        _hand_to_functions(whole)
        _tell_handed_on(whole)
    return frozenset({Foreign(f"{name.partition('()')[0]}()")})


def _hand_to_functions(whole: _Call) -> None:
    """A library that is given a function and then values (`submit(work, client)`) will call it with them."""
    for index, kind in enumerate(whole.given.positional):
        for each in kind:
            if isinstance(each, Function):
                give(whole.frame, each, whole.given.after(index))


def _tell_handed_on(whole: _Call) -> None:
    """Say that a client goes to code that is not read, unless a function of the files gets it from there."""
    functions = [index for index, kind in enumerate(whole.given.positional) if _is_function(kind)]
    followed = functions[0] if functions else len(whole.given.positional)
    parts: list[tuple[ast.expr, Kind]] = [
        *zip(whole.node.args[:followed], whole.given.positional, strict=False),
        *((each.value, whole.given.keywords.get(each.arg or "", NOTHING)) for each in whole.node.keywords),
    ]
    for node, kind in parts:
        if holds_resource(kind):
            message = (
                f"a client is handed to `{_short(whole.node.func)}`, whose code is not among the files. "
                "Name that file too, or look there."
            )
            whole.frame.findings.gap(spot_of(whole.frame, node), "handed-on", message)


def _is_function(kind: Kind) -> bool:
    return any(isinstance(each, Function) for each in kind)


def _short(node: Any) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 60 and "\n" not in text else f"{text[:57]}..."
