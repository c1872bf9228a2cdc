"""Effects: what a change does to those who use the generated SDK, in its own names.

In: a pair. Out: names as code writes them (`client.pets.list()`, `Pet.tag`), and `Effect`s made of them.
"""

from __future__ import annotations

from specwright.diff.changes import NOTHING, Effect
from specwright.diff.pairs import FieldPair
from specwright.ir import Operation
from specwright.sdk import Version

__all__ = ["added", "call_of", "documented", "field_of", "removed", "renamed"]


def call_of(version: Version, operation: Operation) -> str:
    """How a call of an operation is written."""
    return f"client.{version.names.operations[operation.key].dotted}()"


def field_of(pair: FieldPair, version: Version) -> str:
    """How a property is written after its type's name; empty where the type has none."""
    is_old = version is pair.sides.old
    holder, field = (pair.holders[0], pair.old) if is_old else (pair.holders[1], pair.new)
    name = version.names.properties.get(field.origin) if field else None
    return f"{holder}.{name}" if holder and name else ""


def added(name: str) -> Effect:
    """Something more to use."""
    return Effect("added", f"`{name}` is new.") if name else NOTHING


def documented() -> Effect:
    """The docstring and the page read differently."""
    return Effect("documented", "The docstring reads differently.")


def removed(name: str) -> Effect:
    """Code that uses it does not run any more."""
    return Effect("removed", f"`{name}` is gone.", breaks=True) if name else NOTHING


def renamed(old: str, new: str) -> Effect:
    """Code that uses it has to be changed."""
    return Effect("renamed", f"`{old}` is called `{new}` now.", breaks=True) if old != new else NOTHING
