"""Clashes: what becomes of names that two things would share.

In: the names that each thing would take, the plainest first. Out: one name for each, all different.

Why every thing in a clash moves on to its next name: giving way to whoever came first would make a name depend on
order. So adding a thing can change another one's name only where the two would share it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Hashable, Mapping, Sequence
from typing import TypeVar

__all__ = ["exact", "spelled", "told_apart"]

K = TypeVar("K", bound=Hashable)
N = TypeVar("N", bound=Hashable)


def told_apart(wanted: Mapping[K, Sequence[N]], taken: Container[N] = ()) -> dict[K, N]:
    """A name for each thing: the first of its own that nothing else has; the last one is final."""
    level = dict.fromkeys(wanted, 0)
    while True:
        chosen = {key: names[level[key]] for key, names in wanted.items()}
        count = Counter(chosen.values())
        late = [
            key
            for key, name in chosen.items()
            if (count[name] > 1 or name in taken) and level[key] + 1 < len(wanted[key])
        ]
        if not late:
            return chosen
        for key in late:
            level[key] += 1


def spelled(name: str, wire: str) -> str:
    """The name with the code points of what it lost of its spelling: capitals and signs."""
    lost = (sign for sign in wire if not (sign.isascii() and (sign.islower() or sign.isdigit())))
    marks = "_".join(f"{ord(sign):x}" for sign in lost)
    return f"{name}_x{marks}" if marks and name != wire else name


def exact(name: str, wire: str) -> str:
    """The name with its whole spelling as bytes: two things differ in this if they differ at all."""
    return f"{name}_x{wire.encode('utf-8', 'surrogatepass').hex()}"
