"""Kinds: what an expression may be, as far as reading can tell.

In: nothing. Out: frozen types; a `Kind` is the set of those that a value may have.

Why sets: code is read without running it, so a name may stand for one thing or another. The empty set is a value that
was never seen; `UNKNOWN` in a set says that there may be others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "NOTHING", "PLAIN", "UNKNOWN", "Bound", "Class", "ClientMethod", "Foreign", "Function", "Held", "Instance", "Kind",
    "Meaning", "Method", "Module", "Node", "Place", "Plain", "Resource", "ResourceClass", "Returning", "Row",
    "SdkModule", "Table", "Text", "Type", "Unknown",
]  # fmt: skip

Place: TypeAlias = tuple[str, int, int]
"""Where something is defined: file, line, column."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A place in the tree of a generated client: the package, the version's namespace, the path of resources."""

    package: str
    namespace: str
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Anything."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that is no part of an SDK, such as a text or a number."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is written in the code."""

    text: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something of a library that is not among the files; a call adds `()` to its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Module:
    """One of the files."""

    file: str


@dataclass(frozen=True, slots=True)
class SdkModule:
    """A module of a generated package."""

    name: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A client (at the root) or one of its resources."""

    node: Node


@dataclass(frozen=True, slots=True)
class ResourceClass:
    """The class of a client or of a resource."""

    node: Node


@dataclass(frozen=True, slots=True)
class Method:
    """An operation's method."""

    node: Node
    name: str


@dataclass(frozen=True, slots=True)
class ClientMethod:
    """What a client has beside the API's own names."""

    node: Node
    name: str


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the files, the first arguments of which are given already."""

    place: Place
    given: int = 0


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the files."""

    place: Place


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class of the files."""

    place: Place


@dataclass(frozen=True, slots=True)
class Held:
    """A list, a set, an iterator, a context: something that gives values of one kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Row:
    """A tuple."""

    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, by its values."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Bound:
    """A method of something that holds values."""

    owner: Held | Row | Table
    name: str


@dataclass(frozen=True, slots=True)
class Returning:
    """Something to call, by what it returns."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Meaning:
    """A name for a type: what an annotation with it says."""

    kind: Kind


Type: TypeAlias = (
    Unknown | Plain | Text | Foreign | Module | SdkModule | Resource | ResourceClass | Method | ClientMethod | Function
    | Class | Instance | Held | Row | Table | Bound | Returning | Meaning
)  # fmt: skip
Kind: TypeAlias = frozenset[Type]

NOTHING: Kind = frozenset()
UNKNOWN: Kind = frozenset({Unknown()})
PLAIN: Kind = frozenset({Plain()})
