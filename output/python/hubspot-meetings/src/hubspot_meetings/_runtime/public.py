"""Classes that print with the name of the package that users import them from.

In: a class of the runtime. Out: the same class, at home in the package around the runtime.

Why: a traceback then says `some_sdk.ServerError`, which is what the user catches; and a pickle names a place that does
not move when the runtime does. The class can still be found where it is written, so older pickles load.
Why not the dataclasses: their annotations are looked up in the module that they name; they print without one.
"""

from __future__ import annotations

from typing import Final, TypeVar

__all__ = ["HOME", "is_ours", "public"]

K = TypeVar("K", bound=type)

_HERE: Final = __name__.rpartition(".")[0]
HOME: Final = _HERE.removesuffix("._runtime")
"""The package around the runtime; the runtime itself, where it stands alone."""


def public(kind: K) -> K:
    """Let a class of the runtime be at home in the package; one that a user derives stays where it is."""
    if kind.__module__.startswith(_HERE + "."):
        kind.__module__ = HOME
    return kind


def is_ours(module: str) -> bool:
    """Whether a module is part of the package."""
    return module == HOME or module.startswith(HOME + ".")
