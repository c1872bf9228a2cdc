"""References that lead back to themselves before they reach anything.

In: a survey. Out: one problem for each cycle, at its first member.

Why only these: a model that holds itself in a property or a list is fine. What has no meaning is a thing
that *is* itself: by `$ref` alone, by `$ref` and `allOf`, or by `$ref` and the branches of a union. A parent
that is a union of its children, each of which is `allOf` the parent, mixes the two and is a common,
meaningful way to write inheritance.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.problems import Problem
from specwright.validate.survey import Key, Place, Survey

__all__ = ["check_cycles"]

_WAYS = (("allOf",), ("anyOf", "oneOf"))


def check_cycles(found: Survey) -> Iterator[Problem]:
    """Say what is nothing but itself."""
    for way in _WAYS:
        edges = {key: _leads_to(place, way) for key, place in found.places.items()}
        edges = {key: targets for key, targets in edges.items() if targets}
        order = {key: index for index, key in enumerate(found.places)}
        for cycle in _cycles(edges):
            first = min(cycle, key=order.__getitem__)
            turned = cycle[cycle.index(first) :] + cycle[: cycle.index(first)]
            yield _problem(found, turned)


def _leads_to(place: Place, way: tuple[str, ...]) -> tuple[Key, ...]:
    """What this place is, in whole or in part."""
    targets = [place.refers_to] if place.refers_to else []
    if place.kind == "schema":
        for name in way:
            branches = place.fields.get(name)
            count = len(branches) if isinstance(branches, list) else 0
            targets += [place.child("schema", name, index) for index in range(count)]
    return tuple(targets)


def _cycles(edges: dict[Key, tuple[Key, ...]]) -> Iterator[list[Key]]:
    """Walk depth first with a stack of our own; an edge back into the open path closes a cycle."""
    done: set[Key] = set()
    for start in edges:
        path: list[Key] = []
        at: dict[Key, int] = {}
        stack: list[tuple[Key, bool]] = [(start, True)]
        while stack:
            key, entering = stack.pop()
            if not entering:
                path.pop()
                del at[key]
                done.add(key)
            elif key in at:
                yield path[at[key] :]
            elif key not in done:
                at[key] = len(path)
                path.append(key)
                stack.append((key, False))
                stack.extend((target, True) for target in reversed(edges.get(key, ())))


def _problem(found: Survey, cycle: list[Key]) -> Problem:
    first = found.places[cycle[0]]
    named = [key for key in cycle if not key[1].rpartition("/")[0].endswith(("allOf", "anyOf", "oneOf"))]
    pointers = [found.places[key].document.published_at(key[1]) for key in (*named, *named[:1])]
    way = " -> ".join(f"#{pointer}" for pointer in pointers)
    message = f"this is defined as nothing but itself: {way}."
    return Problem("reference-cycle", first.origin, message, "Give one of them a meaning of its own.")
