"""Edits of the IR for tests: every value of a class in an API, and the same API with one field of it changed.

In: an `Api`. Out: places in it, and copies. An edit need not make sense; it is there to be noticed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal, TypeAlias, cast, get_args, get_origin, get_type_hints

from specwright import ir

Steps: TypeAlias = tuple[tuple[str, int | None], ...]
Site: TypeAlias = tuple[Steps, object]


def classes() -> list[type[Any]]:
    """Every dataclass of the IR, by name."""
    found = (getattr(ir, name) for name in sorted(ir.__all__))
    return [each for each in found if is_dataclass(each) and isinstance(each, type)]


def sites(value: object, steps: Steps = ()) -> Iterator[Site]:
    """Every value of the IR in another one, with the way to it."""
    if is_dataclass(value) and not isinstance(value, type):
        yield steps, value
        for field in fields(value):
            held = getattr(value, field.name)
            if isinstance(held, tuple):
                for number, each in enumerate(cast("tuple[object, ...]", held)):
                    yield from sites(each, (*steps, (field.name, number)))
            else:
                yield from sites(held, (*steps, (field.name, None)))
    elif isinstance(value, tuple):
        for number, each in enumerate(cast("tuple[object, ...]", value)):
            yield from sites(each, (*steps, ("", number)))


def edited(value: Any, steps: Steps, name: str, new: object) -> Any:
    """The same value, with one field of what the steps lead to changed."""
    if not steps:
        return replace(value, **{name: new})
    (step, number), rest = steps[0], steps[1:]
    if step == "":
        return _with(value, number, edited(value[number], rest, name, new))
    held = getattr(value, step)
    if number is None:
        return replace(value, **{step: edited(held, rest, name, new)})
    return replace(value, **{step: _with(held, number, edited(held[number], rest, name, new))})


def _with(items: tuple[Any, ...], number: int | None, new: object) -> tuple[Any, ...]:
    assert number is not None
    return (*items[:number], new, *items[number + 1 :])


def others(value: object, name: str) -> Iterator[object]:
    """What a field may hold instead."""
    held = getattr(value, name)
    kind = get_type_hints(type(value))[name]
    if get_origin(kind) is Literal:
        yield from (each for each in get_args(kind) if each != held)
    elif isinstance(held, bool):
        yield not held
    elif isinstance(held, int | float):
        yield from (held + 1, None)
    elif isinstance(held, str):
        yield from ('"other"' if _is_json(held) else f"{held}-other", "")
    elif isinstance(held, tuple):
        yield from _other_tuples(cast("tuple[object, ...]", held))
    elif held is None:
        yield from ('"other"', 7, "other", ir.Scalar("boolean"), ir.Constraints(maximum=3))
    else:
        yield from (ir.Scalar("boolean"), None)


def _other_tuples(held: tuple[object, ...]) -> Iterator[object]:
    if held:
        yield held[:-1]
        yield tuple(f"{each}-other" if isinstance(each, str) else each for each in held)
        yield tuple(_other_pair(cast("tuple[str, str]", each)) if _is_pair(each) else each for each in held)
    else:
        yield from (("other",), (ir.Server("https://other.example"),), ((ir.SchemeUse("other"),),))


def _is_pair(each: object) -> bool:
    parts = cast("tuple[object, ...]", each) if isinstance(each, tuple) else ()
    return len(parts) == 2 and all(isinstance(part, str) for part in parts)


def _other_pair(each: tuple[str, str]) -> tuple[str, str]:
    return each[0], f"{each[1]}-other"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
