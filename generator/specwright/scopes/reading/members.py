"""Members: what `value.name` is, for each kind of value.

In: a frame, an attribute, and what its value may be. Out: a `Kind`; a use where it is an operation's method, a gap
where a client or a resource has no such name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from specwright.scopes.reading.findings import Spot
from specwright.scopes.reading.holding import callables
from specwright.scopes.reading.kinds import (
    NOTHING,
    PLAIN,
    UNKNOWN,
    Bound,
    Class,
    ClientMethod,
    Foreign,
    Function,
    Held,
    Instance,
    Kind,
    Method,
    Module,
    Node,
    Place,
    Plain,
    Resource,
    ResourceClass,
    Row,
    SdkModule,
    Table,
    Text,
    Type,
)
from specwright.scopes.reading.lookup import member_of_module, member_of_sdk, module_named
from specwright.scopes.reading.scopes import arguments_of
from specwright.scopes.reading.surface import CLIENT_METHODS
from specwright.scopes.reading.world import ClassInfo, Frame, spot_of

__all__ = ["called_on", "classes_of", "find_method", "member", "store"]

_LONGEST = 8


def member(frame: Frame, node: ast.expr, values: Kind, name: str) -> Kind:
    """What a name of a value is."""
    found, strange = NOTHING, False
    for value in values:
        own = _member(frame, spot_of(frame, node), value, name)
        strange = strange or (own is None and isinstance(value, Resource))
        found |= own or NOTHING
    if strange and not found and not name.startswith("_"):
        told = " or ".join(sorted(_called(value.node) for value in values if isinstance(value, Resource)))
        message = f"{told} has no `{name}`. Look for it in another version, or mend the name."
        frame.findings.gap(spot_of(frame, node), "no-such-name", message)
        return PLAIN
    return found


def _member(frame: Frame, spot: Spot, value: Type, name: str) -> Kind | None:
    """What one value has of that name; `None` where it has nothing."""
    match value:
        case Resource():
            return _of_resource(frame, spot, value.node, name)
        case ResourceClass():
            called = frame.world.surface.methods.get(value.node, {}).get(name)
            return _of_resource(frame, spot, value.node, name) if called else UNKNOWN
        case Module():
            return member_of_module(frame, value.file, name)
        case SdkModule():
            return member_of_sdk(frame, value.name, name)
        case Instance():
            return _of_object(frame, spot, value.place, name)
        case Class():
            return _of_class(frame, spot, value.place, name)
        case Held() | Row() | Table():
            return frozenset({Bound(value, name)})
        case Foreign():
            return _of_library(frame, value, name)
        case Plain() | Text() | Method() | ClientMethod():
            return PLAIN
        case _:
            return UNKNOWN


def _of_resource(frame: Frame, spot: Spot, node: Node, name: str) -> Kind | None:
    surface = frame.world.surface
    if below := surface.children.get(node, {}).get(name):
        return frozenset({Resource(below)})
    if called := surface.methods.get(node, {}).get(name):
        frame.findings.use(spot, called)
        return frozenset({Method(node, name)})
    if not node.path and name in CLIENT_METHODS:
        return frozenset({ClientMethod(node, name)})
    if node.path and name == "_client":
        return frozenset({Resource(Node(node.package, node.namespace))})
    return None


def _of_library(frame: Frame, value: Foreign, name: str) -> Kind:
    """A submodule that is one of the files or of a package after all, or something further in the library."""
    made, called, _ = value.name.partition("()")
    if called:  # of an object that a library made, no more is kept than who made it
        return frozenset({Foreign(f"{made}().{name}")})
    dotted = f"{value.name}.{name}"
    return module_named(frame, dotted) if dotted.count(".") < _LONGEST else UNKNOWN


def classes_of(frame: Frame, place: Place) -> Iterator[tuple[Place, ClassInfo]]:
    """A class and those of the files that it derives from, itself first."""
    seen: set[Place] = set()
    waiting = [place]
    while waiting:
        here = waiting.pop(0)
        if here in seen or here not in frame.world.classes:
            continue
        seen.add(here)
        yield here, frame.world.classes[here]
        bases = frame.known(("bases", here, ""))
        waiting += sorted(base.place for base in bases if isinstance(base, Class))


def find_method(frame: Frame, place: Place, name: str) -> Place | None:
    """A method by its name, of a class or of one that it derives from."""
    return next((info.methods[name] for _, info in classes_of(frame, place) if name in info.methods), None)


def _of_object(frame: Frame, spot: Spot, place: Place, name: str) -> Kind:
    """An attribute: declared, or a method, or whatever was put there; else what a base that is no file of ours has."""
    bases: Kind = NOTHING
    found = NOTHING
    for here, info in classes_of(frame, place):
        if declared := frame.known(("declared", here, name)):
            return declared | callables(frame.known(("attribute", here, name)))
        if name in info.methods:
            return found | called_on(frame, info.methods[name])
        found |= frame.known(("attribute", here, name))
        bases |= frame.known(("bases", here, ""))
    for base in bases:
        if isinstance(base, ResourceClass):
            found |= _of_resource(frame, spot, base.node, name) or NOTHING
    if not found and (proxy := find_method(frame, place, "__getattr__")):
        return frame.known(("returns", proxy, ""))
    strange = any(not isinstance(base, Class | ResourceClass) for base in bases)
    return found or (UNKNOWN if strange else NOTHING)


def called_on(frame: Frame, method: Place) -> Kind:
    """A method as an object has it: a property is what it returns."""
    match frame.world.functions[method].sort:
        case "property":
            return frame.known(("returns", method, ""))
        case "static":
            return frozenset({Function(method)})
        case _:
            return frozenset({Function(method, 1)})


def _of_class(frame: Frame, spot: Spot, place: Place, name: str) -> Kind:
    for here, info in classes_of(frame, place):
        if name in info.methods:
            given = 1 if frame.world.functions[info.methods[name]].sort == "class" else 0
            return frozenset({Function(info.methods[name], given)})
        if found := frame.known(("declared", here, name)) | frame.known(("attribute", here, name)):
            return found
        for base in frame.known(("bases", here, "")):
            if isinstance(base, ResourceClass) and name in frame.world.surface.methods.get(base.node, {}):
                return _of_resource(frame, spot, base.node, name) or NOTHING
    return NOTHING


def store(frame: Frame, values: Kind, name: str, kind: Kind) -> bool:
    """Put something into an attribute; whether reading it later is followed."""
    followed = bool(values)
    for value in values:
        match value:
            case Instance() | Class():
                frame.learn(("attribute", value.place, name), kind)
                _give_setter(frame, value.place, name, kind)
            case Module():
                frame.learn(("local", (value.file, 0, 0), name), kind)
            case Function() | Resource() | Plain():
                pass
            case _:
                followed = False
    return followed


def _give_setter(frame: Frame, place: Place, name: str, kind: Kind) -> None:
    """Let the setter of a property know what it is given."""
    for _, info in classes_of(frame, place):
        if setter := info.setters.get(name):
            arguments = [*arguments_of(frame.world.functions[setter].node)]
            frame.learn(("parameter", setter, arguments[-1].arg), kind)


def _called(node: Node) -> str:
    """What a place in the tree is called in messages."""
    module = ".".join(filter(None, (node.package, node.namespace)))
    return f"`{'.'.join(('Client', *node.path))}` of {module}"
