"""The world of a reading: what is fixed, what is known so far, and the frame of the code that is being read.

In: the surface of the packages and the files. Out: `World`, and `Frame` for each module, function and class.

Why a frame has the functions that evaluate: expressions, calls and attributes are read by modules of their own that
need one another, and imports go one way.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field

from specwright.scopes.reading.facts import Fact, Facts
from specwright.scopes.reading.files import Library, Source
from specwright.scopes.reading.findings import Findings, Spot
from specwright.scopes.reading.holding import callables, widened
from specwright.scopes.reading.kinds import NOTHING, Kind, Place
from specwright.scopes.reading.scopes import FunctionNode, Scope
from specwright.scopes.reading.surface import Surface

__all__ = ["ClassInfo", "Frame", "FunctionInfo", "World", "module_place", "spot_of"]


@dataclass(frozen=True, slots=True)
class FunctionInfo:
    """A function of the files; `sort` is how it is called, `is_generator` whether it yields."""

    node: FunctionNode
    scope: Scope
    sort: str = "function"
    is_generator: bool = False


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """A class of the files: its methods and the setters of its properties by name, its annotated fields in order."""

    node: ast.ClassDef
    methods: dict[str, Place]
    setters: dict[str, Place]
    fields: tuple[str, ...]


@dataclass(slots=True)
class World:
    """What all frames share."""

    surface: Surface
    library: Library
    evaluate: Callable[[Frame, ast.expr], Kind]
    annotate: Callable[[Frame, ast.expr], Kind]
    facts: Facts = field(default_factory=Facts)
    findings: dict[str, Findings] = field(default_factory=dict[str, Findings])
    functions: dict[Place, FunctionInfo] = field(default_factory=dict[Place, FunctionInfo])
    classes: dict[Place, ClassInfo] = field(default_factory=dict[Place, ClassInfo])
    taken_up: set[str] = field(default_factory=set[str])
    quoted: set[str] = field(default_factory=set[str])


@dataclass(slots=True)
class Frame:
    """The code of one scope while it is read: what its names are at this point.

    `waiting` are functions to read when the file's own code has been, `leaving` the names where a loop is left.
    """

    world: World
    source: Source
    scope: Scope
    names: dict[str, Kind] = field(default_factory=dict[str, Kind])
    declared: dict[str, Kind] = field(default_factory=dict[str, Kind])
    waiting: list[Frame] = field(default_factory=list["Frame"])
    leaving: list[dict[str, Kind]] = field(default_factory=list[dict[str, Kind]])

    def kind(self, node: ast.expr) -> Kind:
        """What an expression may be."""
        return self.world.evaluate(self, node)

    def meant(self, node: ast.expr) -> Kind:
        """What an annotation says."""
        with self.findings.silence():
            return self.world.annotate(self, node)

    @property
    def findings(self) -> Findings:
        """What the file holds."""
        return self.world.findings[self.source.shown]

    def known(self, fact: Fact) -> Kind:
        """What is known beyond this frame."""
        return self.world.facts.get(fact, self.source.shown)

    def learn(self, fact: Fact, kind: Kind) -> None:
        """Add to what is known beyond this frame."""
        if kind:
            self.world.facts.add(fact, kind)

    def bind(self, name: str, kind: Kind) -> None:
        """Let a name stand for a value from here on."""
        if name in self.scope.outside:
            owner = self.owner_of(name)
            self.learn(("local", owner.place, name), kind)
            return
        declared = self.declared.get(name, NOTHING)
        told = widened(declared | callables(kind) if declared else kind)
        self.names[name] = told
        if self.scope.sort == "class":
            self.learn(("attribute", self.scope.place, name), told)
        else:
            self.learn(("local", self.scope.place, name), told)

    def change(self, name: str, kind: Kind) -> None:
        """Let what a name stands for hold more; the name may be one of a scope around this one."""
        if name in self.scope.names or self.scope.parent is None:
            self.bind(name, kind)
            return
        self.names[name] = kind
        self.learn(("local", self.owner_of(name).place, name), kind)

    def owner_of(self, name: str) -> Scope:
        """The scope around this one that binds a name; the module's where none does."""
        scope = self.scope
        while scope.parent is not None:
            scope = scope.parent
            if scope.sort != "class" and name in scope.names:
                return scope
        return scope

    def place_of(self, node: ast.expr | ast.stmt) -> Place:
        """What tells a node from others."""
        return (self.source.shown, node.lineno, node.col_offset + 1)


def module_place(file: str) -> Place:
    """The place of a whole file."""
    return (file, 0, 0)


def spot_of(frame: Frame, node: ast.expr) -> Spot:
    """Where a reader looks: at the last word of an attribute, at the beginning of anything else."""
    if isinstance(node, ast.Attribute) and node.end_lineno and node.end_col_offset:
        return (frame.source.shown, node.end_lineno, node.end_col_offset - len(node.attr) + 1)
    return (frame.source.shown, node.lineno, node.col_offset + 1)
