"""Lookup: what a name stands for, and what an import leads to.

In: a frame and a name. Out: a `Kind`.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator

from specwright.scopes.reading.kinds import NOTHING, UNKNOWN, Foreign, Kind, Module, SdkModule
from specwright.scopes.reading.world import Frame, module_place

__all__ = ["imported", "member_of_module", "member_of_sdk", "module_named", "name_of", "public_names"]

_BUILTINS = frozenset(dir(builtins))


def name_of(frame: Frame, name: str) -> Kind:
    """What a name stands for at this point."""
    if name in frame.names:
        return frame.names[name]
    scope = frame.scope
    if name in scope.names and scope.sort == "function":
        return NOTHING
    found = frame.known(("local", scope.place, name)) if scope.sort == "module" else NOTHING
    while scope.parent is not None and not found:
        scope = scope.parent
        if scope.sort == "module" or (scope.sort == "function" and name in scope.names):
            found = frame.known(("local", scope.place, name))
            if scope.sort == "function":
                return found
    if not found and name in _BUILTINS and name not in scope.names:
        return frozenset({Foreign(f"builtins.{name}")})
    return found


def module_named(frame: Frame, dotted: str) -> Kind:
    """What `import dotted` leads to: a generated package comes before a file, and a file before a library."""
    surface = frame.world.surface
    if dotted in surface.modules:
        return frozenset({SdkModule(dotted)})
    if dotted.partition(".")[0] in surface.packages:
        return frozenset({Foreign(dotted)})
    file = frame.world.library.absolute(dotted, frame.source)
    return frozenset({Module(file) if file else Foreign(dotted)})


def imported(frame: Frame, module: str, level: int) -> Kind:
    """What `from module import` leads to; unknown where a file is meant that is not among those read."""
    if not level:
        return module_named(frame, module)
    file = frame.world.library.relative(module, level, frame.source)
    return frozenset({Module(file)}) if file else UNKNOWN


def member_of_module(frame: Frame, file: str, name: str) -> Kind:
    """A name of one of the files, or the module of that name in it."""
    found = frame.known(("local", module_place(file), name))
    below = frame.world.library.below(frame.world.library.sources[file], name)
    return found or (frozenset({Module(below)}) if below else NOTHING)


def member_of_sdk(frame: Frame, module: str, name: str) -> Kind:
    """What a module of a generated package shows: a way to its clients, or something that leads to no call."""
    found = frame.world.surface.modules[module].get(name)
    return found if found is not None else frozenset({Foreign(f"{module}.{name}")})


def public_names(frame: Frame, module: Module | SdkModule) -> Iterator[tuple[str, Kind]]:
    """What `from module import *` brings."""
    if isinstance(module, SdkModule):
        yield from frame.world.surface.modules[module.name].items()
        return
    place = module_place(module.file)
    for _, owner, name in sorted(fact for fact in frame.world.facts.known if fact[:2] == ("local", place)):
        if not name.startswith("_"):
            yield name, frame.known(("local", owner, name))
