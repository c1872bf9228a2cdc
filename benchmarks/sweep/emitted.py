"""What a generated package holds, told by importing all of it.

In: a package and the operations that its document declares. Out: the result with what was emitted and what was lost.
"""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from .result import Result

__all__ = ["emitted"]

_SHOWN: Final = 10


def emitted(result: Result, sources: Path, package: str, declared: tuple[str, ...]) -> Result:
    """Import every module, and look for operations in those of the resources."""
    sys.path.insert(0, str(sources))
    found: set[str] = set()
    try:
        for module in _modules(sources, package):
            loaded = importlib.import_module(module)
            found.update(_operations(loaded))
    except Exception as error:  # noqa: BLE001 - a package that cannot be imported is what is looked for
        traceback.print_exc()
        return replace(result, import_error=f"{type(error).__name__}: {str(error)[:200]}")
    lost = sorted(set(declared) - found)
    return replace(result, imported=True, emitted=len(found & set(declared)), lost=tuple(lost[:_SHOWN]))


def _modules(sources: Path, package: str) -> Iterator[str]:
    for path in sorted((sources / package).rglob("*.py")):
        name = path.relative_to(sources).with_suffix("").as_posix().replace("/", ".")
        yield name.removesuffix(".__init__")


def _operations(module: object) -> Iterator[str]:
    for value in vars(module).values():
        if type(value).__name__ == "Operation":
            yield f"{value.method} {value.path}"
