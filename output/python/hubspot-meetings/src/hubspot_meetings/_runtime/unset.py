"""The value of an argument that was not given.

In: nothing. Out: `UNSET`, the only instance of `Unset`.

Why not `None`: in a request, leaving a field out, sending `null` and sending a value are three different things.
"""

from __future__ import annotations

from typing import Final, Literal, final

from .public import public

__all__ = ["UNSET", "Unset"]


@public
@final
class Unset:
    """The type of `UNSET`; there is one instance, also after copy and pickle."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __copy__(self) -> Unset:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Unset:
        return self

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Final = Unset()
