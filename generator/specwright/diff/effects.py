"""Effects: what a change does to those who use the generated SDK, in its own names.

In: a pair. Out: names as code writes them (`client.pets.list()`, `Pet.tag`), and `Effect`s made of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from specwright.diff.changes import NOTHING, Effect
from specwright.diff.places import code
from specwright.ir import Operation
from specwright.names.pins import Former
from specwright.names.releases import series
from specwright.sdk import Version

__all__ = ["added", "behaviour", "call_of", "documented", "removed", "renamed", "required", "retyped"]


def call_of(version: Version, operation: Operation) -> str:
    """How a call of an operation is written; empty for a webhook, which nobody calls."""
    name = version.names.operations.get(operation.key)
    return f"client.{name.dotted}()" if name else ""


def added(name: str) -> Effect:
    """Something more to use."""
    return Effect("added", f"{code(name)} is new.") if name else NOTHING


def behaviour(text: str, *, breaks: bool = False) -> Effect:
    """The same code does something else."""
    return Effect("behaviour", text, breaks)


def documented() -> Effect:
    """The docstring and the page read differently."""
    return Effect("documented", "The docstring reads differently.")


def removed(name: str) -> Effect:
    """Code that uses it does not run any more."""
    return Effect("removed", f"{code(name)} is gone.", breaks=True) if name else NOTHING


def renamed(old: str, new: str, before: Iterable[Former] = (), name: str = "") -> Effect:
    """Code that uses it has to be changed; not yet, where it still works as `name`, one of those of `before`."""
    if old == new:
        return NOTHING
    still = next((each for each in before if each.name == (name or old)), None)
    if still is None:
        return Effect("renamed", f"{code(old)} is called {code(new)} now.", breaks=True)
    until = f"the old name works, deprecated, until the first release after {series(still.since)}"
    return Effect("deprecated", f"{code(old)} is called {code(new)} now; {until}.")


def required(holder: str, name: str) -> Effect:
    """A call or a constructor does not do without it any more."""
    return Effect("required", f"{code(holder)} needs {code(name)}.", breaks=True) if holder and name else NOTHING


def retyped(old: str, new: str, *, breaks: bool) -> Effect:
    """A type checker sees another type; nothing where either of them has none that can be written."""
    same = old == new or not old or not new
    return NOTHING if same else Effect("retyped", f"{code(old)} is {code(new)} now.", breaks)
