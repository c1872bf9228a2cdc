"""Definitions: functions and classes, where they stand.

In: a frame and a definition. Out: a name for it, what its annotations say, and a frame for its body that is read when
the code around it has been.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from specwright.scopes.reading.annotations import tells
from specwright.scopes.reading.defaults import learn_defaults
from specwright.scopes.reading.giving import Given, give, returned
from specwright.scopes.reading.holding import callables, held, table
from specwright.scopes.reading.kinds import NOTHING, Class, Foreign, Function, Instance, Kind, Meaning, Place
from specwright.scopes.reading.scopes import Outline, Scope, arguments_of, outline
from specwright.scopes.reading.world import ClassInfo, Frame, FunctionInfo

__all__ = ["class_frame", "define_function", "finish_function", "start_function"]

_UNREAD = Outline(frozenset(), frozenset(), is_generator=False)
_SORTS = {"cached_property": "property", "classmethod": "class", "property": "property", "staticmethod": "static"}
Defined = ast.FunctionDef | ast.AsyncFunctionDef


def define_function(frame: Frame, node: Defined) -> None:
    """Give a function its name; its body is read later."""
    place = frame.place_of(node)
    decorators = [frame.kind(each) for each in node.decorator_list]
    own = outline(node) if frame.source.shown in frame.world.facts.near else _UNREAD
    owner = frame.scope.place if frame.scope.sort == "class" else frame.scope.owner
    scope = Scope(place, "function", frame.scope, own.names, own.outside, owner)
    frame.world.functions[place] = FunctionInfo(node, scope, _sort(node, decorators), own.is_generator)
    learn_defaults(frame, place, node)
    frame.waiting.append(Frame(frame.world, frame.source, scope, waiting=frame.waiting))
    if frame.scope.sort == "class":
        for decorator in decorators:
            _decorated(frame, decorator, frozenset({Function(place)}))
        return
    kind: Kind = frozenset({Function(place)})
    for decorator in reversed(decorators):
        kind = _decorated(frame, decorator, kind)
    frame.bind(node.name, kind)


def _sort(node: Defined, decorators: list[Kind]) -> str:
    """How a method is called, by its decorators; `__new__` and the like are called on the class."""
    for decorator in decorators:
        for each in decorator:
            if isinstance(each, Foreign) and (sort := _SORTS.get(each.name.rpartition(".")[2])):
                return sort
    return "class" if node.name in ("__class_getitem__", "__init_subclass__", "__new__") else "function"


def _accessor(node: Defined) -> str:
    """What of a property a function is beside the one that reads it, such as `setter`."""
    words = (each.attr for each in node.decorator_list if isinstance(each, ast.Attribute))
    return next((word for word in words if word in ("deleter", "setter")), "")


def _decorated(frame: Frame, decorator: Kind, function: Kind) -> Kind:
    """What a decorator of the files makes of a function; one of a library is taken to keep it."""
    found = NOTHING
    for each in decorator:
        if isinstance(each, Function):
            give(frame, each, Given((function,)))
            found |= frozenset(one for one in returned(frame, each) if isinstance(one, Function))
    return found or function


def start_function(frame: Frame) -> None:
    """Let the parameters of a function stand for what is known of them."""
    info = frame.world.functions[frame.scope.place]
    for parameter in getattr(info.node, "type_params", ()):
        bound = getattr(parameter, "bound", None)
        if bound is not None:
            frame.bind(parameter.name, frozenset({Meaning(frame.meant(bound))}))
    for argument in arguments_of(info.node):
        frame.names[argument.arg] = _parameter(frame, info, argument)
        frame.learn(("local", frame.scope.place, argument.arg), frame.names[argument.arg])


def _parameter(frame: Frame, info: FunctionInfo, argument: ast.arg) -> Kind:
    """By its annotation, if that says enough; else by what calls give."""
    if argument is _receiver(info) and info.scope.owner:
        return _receiver_kind(frame, info, info.scope.owner)
    given = frame.known(("parameter", frame.scope.place, argument.arg))
    if argument.annotation is None:
        return given
    told = frame.meant(argument.annotation)
    if not tells(told):
        return told | given
    if argument is info.node.args.vararg:
        return held(told)
    if argument is info.node.args.kwarg:
        return table(told)
    frame.declared[argument.arg] = told
    return told | callables(given)


def _receiver(info: FunctionInfo) -> ast.arg | None:
    """The parameter that is the object or the class itself."""
    is_method = info.scope.parent is not None and info.scope.parent.sort == "class" and info.sort != "static"
    positional = [*info.node.args.posonlyargs, *info.node.args.args]
    return positional[0] if is_method and positional else None


def _receiver_kind(frame: Frame, info: FunctionInfo, owner: Place) -> Kind:
    """An object of the class, or of one that derives from it."""
    places = [owner, *_below(frame, owner)]
    if info.sort == "class":
        return frozenset(Class(place) for place in places)
    return frozenset(Instance(place) for place in places)


def _below(frame: Frame, place: Place) -> Iterator[Place]:
    seen = {place}
    waiting = [place]
    while waiting:
        derived = sorted(each.place for each in frame.known(("below", waiting.pop(), "")) if isinstance(each, Class))
        for each in derived:
            if each not in seen:
                seen.add(each)
                waiting.append(each)
                yield each


def finish_function(frame: Frame) -> None:
    """What calling the function gives: what its annotation says, or what it was seen to yield or return."""
    info, place = frame.world.functions[frame.scope.place], frame.scope.place
    returns = None if isinstance(info.node, ast.Lambda) else info.node.returns
    told = frame.meant(returns) if returns is not None else NOTHING
    seen = held(frame.known(("yields", place, ""))) if info.is_generator else frame.known(("typed", place, ""))
    frame.learn(("returns", place, ""), told | (callables(seen) if tells(told) else seen))


def class_frame(frame: Frame, node: ast.ClassDef) -> Frame:
    """A class with its name, and the frame of its body."""
    place = frame.place_of(node)
    for part in (*node.decorator_list, *(each.value for each in node.keywords)):
        frame.kind(part)
    for base in node.bases:
        kind = frame.kind(base)
        # A generic base such as `Base[Client]` is the class that it is made from.
        if isinstance(base, ast.Subscript):
            kind = frame.kind(base.value)
        frame.learn(("bases", place, ""), kind)
        for each in kind:
            if isinstance(each, Class):
                frame.learn(("below", each.place, ""), frozenset({Class(place)}))
    defined = [each for each in node.body if isinstance(each, Defined)]
    methods = {each.name: frame.place_of(each) for each in defined if not _accessor(each)}
    setters = {each.name: frame.place_of(each) for each in defined if _accessor(each) == "setter"}
    named = (each.target for each in node.body if isinstance(each, ast.AnnAssign))
    fields = tuple(target.id for target in named if isinstance(target, ast.Name))
    frame.world.classes[place] = ClassInfo(node, methods, setters, fields)
    frame.bind(node.name, frozenset({Class(place)}))
    own = outline(node)
    scope = Scope(place, "class", frame.scope, own.names, own.outside, place)
    return Frame(frame.world, frame.source, scope, waiting=frame.waiting)
