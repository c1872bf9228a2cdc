"""Giving: the arguments of a call and the parameters that they come to.

In: a call of a function or a class of the files. Out: what its parameters are known to be, and what it returns.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from specwright.scopes.reading.holding import element, held, table
from specwright.scopes.reading.kinds import (
    NOTHING,
    UNKNOWN,
    Class,
    Foreign,
    Function,
    Held,
    Instance,
    Kind,
    Place,
    Resource,
    ResourceClass,
    Returning,
    Row,
    Table,
)
from specwright.scopes.reading.members import called_on, classes_of, find_method
from specwright.scopes.reading.scopes import FunctionNode
from specwright.scopes.reading.world import Frame

__all__ = ["Given", "argument_of", "construct", "entered", "give", "given_by", "result_of", "returned"]


@dataclass(frozen=True, slots=True)
class Given:
    """What a call is given: by position, by name, and what may be anything of either."""

    positional: tuple[Kind, ...]
    keywords: Mapping[str, Kind] = field(default_factory=dict[str, Kind])
    rest: Kind = NOTHING
    named_rest: Kind = NOTHING

    def after(self, index: int) -> Given:
        """What comes behind one of the arguments."""
        return Given(self.positional[index + 1 :], self.keywords, self.rest, self.named_rest)


def given_by(frame: Frame, node: ast.Call) -> Given:
    """Read the arguments of a call."""
    positional: list[Kind] = []
    rest = named_rest = NOTHING
    for argument in node.args:
        kind = frame.kind(argument)
        if not isinstance(argument, ast.Starred):
            positional.append(kind)
        elif len(kind) == 1 and isinstance(whole := next(iter(kind)), Row):
            positional += whole.kinds
        else:
            rest |= element(kind)
    keywords: dict[str, Kind] = {}
    for keyword in node.keywords:
        kind = frame.kind(keyword.value)
        if keyword.arg is None:
            named_rest |= NOTHING.union(*(each.kind if isinstance(each, Table) else UNKNOWN for each in kind))
        else:
            keywords[keyword.arg] = kind
    return Given(tuple(positional), keywords, rest, named_rest)


def give(frame: Frame, function: Function, given: Given) -> None:
    """Let the parameters of a function know what a call gives them."""
    if function.place not in frame.world.functions:
        return
    node = frame.world.functions[function.place].node
    for name, kind in _matched(node, function.given, given):
        frame.learn(("parameter", function.place, name), kind)


def _matched(node: FunctionNode, skipped: int, given: Given) -> Iterator[tuple[str, Kind]]:
    own = node.args
    names = [each.arg for each in (*own.posonlyargs, *own.args)][skipped:]
    yield from zip(names, given.positional, strict=False)
    left = names[len(given.positional) :]
    if given.rest:
        yield from ((name, given.rest) for name in left)
    if own.vararg:
        more = NOTHING.union(given.rest, *given.positional[len(names) :])
        if more:
            yield own.vararg.arg, held(more)
    known = {*names, *(each.arg for each in own.kwonlyargs)}
    yield from ((name, kind) for name, kind in given.keywords.items() if name in known)
    if given.named_rest:
        yield from ((name, given.named_rest) for name in sorted(known - set(given.keywords)))
    if own.kwarg:
        others = (kind for name, kind in given.keywords.items() if name not in known)
        more = NOTHING.union(given.named_rest, *others)
        if more:
            yield own.kwarg.arg, table(more)


def construct(frame: Frame, place: Place, given: Given) -> None:
    """Make an object: what is given goes to `__init__`, or to the fields in their order."""
    if method := find_method(frame, place, "__init__"):
        give(frame, Function(method, 1), given)
        return
    fields = [(here, name) for here, info in reversed(tuple(classes_of(frame, place))) for name in info.fields]
    for (here, name), kind in zip(fields, given.positional, strict=False):
        frame.learn(("attribute", here, name), kind)
    for here, name in fields:
        frame.learn(("attribute", here, name), given.keywords.get(name, given.named_rest))


def returned(frame: Frame, function: Function) -> Kind:
    """What a function returns, as far as it is known."""
    return frame.known(("returns", function.place, ""))


def result_of(frame: Frame, functions: Kind, given: Given) -> Kind:
    """What comes back when functions are called."""
    found = NOTHING
    for each in functions:
        match each:
            case Function():
                give(frame, each, given)
                found |= returned(frame, each)
            case Returning():
                found |= each.kind
            case ResourceClass():
                found |= frozenset({Resource(each.node)})
            case Class():
                found |= frozenset({Instance(each.place)})
            case _:
                found |= UNKNOWN
    return found


def argument_of(given: Given, index: int = 0) -> Kind:
    """One of the arguments by position."""
    return given.positional[index] if len(given.positional) > index else given.rest


def entered(frame: Frame, kind: Kind) -> Kind:
    """What `with value as name` gives."""
    found = NOTHING
    for each in kind:
        match each:
            case Resource() | Foreign():
                found |= frozenset({each})
            case Held():
                found |= each.kind
            case Instance():
                found |= _entered_object(frame, each)
            case _:
                found |= UNKNOWN
    return found


def _entered_object(frame: Frame, each: Instance) -> Kind:
    method = find_method(frame, each.place, "__enter__") or find_method(frame, each.place, "__aenter__")
    if method:
        own = called_on(frame, method)
        return NOTHING.union(*(returned(frame, one) for one in own if isinstance(one, Function)))
    bases = NOTHING.union(*(frame.known(("bases", here, "")) for here, _ in classes_of(frame, each.place)))
    return frozenset({each}) if any(isinstance(base, ResourceClass) for base in bases) else UNKNOWN
