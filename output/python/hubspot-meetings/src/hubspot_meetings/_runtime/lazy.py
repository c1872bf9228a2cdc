"""Modules whose attributes load on first use (PEP 562).

In: the module's name, and for each module that it shows the names from there; no names mean that module itself, under
its last name.
Out: `__getattr__` and `__dir__` for the module.

Why it stores what it found: the second access is then a plain attribute. Why `__dir__` leaves the module's own imports
out: completion is to show what is there for users.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["attributes"]


def attributes(
    module: str, shown: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The two functions that make a module lazy."""
    homes = {name: home for home, names in shown.items() for name in names or (home.rpartition(".")[2],)}
    whole = frozenset(home for home, names in shown.items() if not names)
    # `import_module` resolves dots against a package; a plain module's dots count from the package around it.
    package = module if hasattr(sys.modules[module], "__path__") else module.rpartition(".")[0]

    def get(name: str) -> object:
        home = homes.get(name)
        if home is None:
            message = f"module {module!r} has no attribute {name!r}"
            raise AttributeError(message)
        loaded = import_module(home, package)
        value: object = loaded if home in whole else getattr(loaded, name)
        setattr(sys.modules[module], name, value)
        return value

    def listed() -> list[str]:
        return sorted({*homes, *(name for name in vars(sys.modules[module]) if name.startswith("__"))})

    return get, listed
