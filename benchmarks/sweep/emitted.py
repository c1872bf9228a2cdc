"""What a generated package holds, told by importing all of it.

In: a package and the operations that its document declares. Out: the result with what was emitted and what was lost;
and the operations themselves, as the runtime knows them.
"""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from .result import Result

__all__ = ["Operation", "emitted", "operations_of"]

_SHOWN: Final = 10


class Content(Protocol):
    """One media type of a body."""

    media_type: str
    kind: str
    type: Callable[[], object] | None


class Holder(Protocol):
    """A body, or the answer of one status."""

    contents: tuple[Content, ...]


class Answer(Holder, Protocol):
    """The answer of one status."""

    status: str


class Operation(Protocol):
    """As much of the runtime's operations as is looked at."""

    method: str
    path: str
    body: Holder | None
    answers: tuple[Answer, ...]


def emitted(result: Result, sources: Path, package: str, declared: tuple[str, ...]) -> Result:
    """Import every module, and look for operations in those of the resources."""
    sys.path.insert(0, str(sources))
    found: set[str] = set()
    try:
        for module in _modules(sources, package):
            loaded = importlib.import_module(module)
            found.update(f"{each.method} {each.path}" for each in _operations(loaded))
    except Exception as error:  # noqa: BLE001 - a package that cannot be imported is what is looked for
        traceback.print_exc()
        return replace(result, import_error=f"{type(error).__name__}: {str(error)[:200]}")
    lost = sorted(set(declared) - found)
    return replace(result, imported=True, emitted=len(found & set(declared)), lost=tuple(lost[:_SHOWN]))


def operations_of(package: str) -> Iterator[Operation]:
    """The operations of a package that has been imported."""
    for module in sorted(name for name in sys.modules if name.startswith(f"{package}.")):
        yield from _operations(sys.modules[module])


def _modules(sources: Path, package: str) -> Iterator[str]:
    for path in sorted((sources / package).rglob("*.py")):
        name = path.relative_to(sources).with_suffix("").as_posix().replace("/", ".")
        yield name.removesuffix(".__init__")


def _operations(module: object) -> Iterator[Operation]:
    return (value for value in vars(module).values() if type(value).__name__ == "Operation")
