"""Types that are written in the words of another version, or in words of no version."""

from __future__ import annotations

from specwright.load import Json
from specwright.load.pointers import join
from specwright.problems import Problem
from specwright.repair.actions import Actions, Removal
from specwright.repair.flawed import Flawed, above

__all__ = ["mend_list", "mend_null", "mend_word"]

# What people write who think in a programming language, and what it is in OpenAPI.
_WORDS: dict[str, dict[str, Json]] = {
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "date-time": {"type": "string", "format": "date-time"},
    "datetime": {"type": "string", "format": "date-time"},
    "dict": {"type": "object"},
    "double": {"type": "number", "format": "double"},
    "file": {"type": "string", "format": "binary"},
    "float": {"type": "number", "format": "float"},
    "int": {"type": "integer"},
    "list": {"type": "array"},
    "long": {"type": "integer", "format": "int64"},
    "map": {"type": "object"},
    "text": {"type": "string"},
    "uuid": {"type": "string", "format": "uuid"},
}
_ANYTHING = ("any", "mixed", "unknown")


def mend_list(flawed: Flawed, problem: Problem) -> Actions:
    """A list of types in 3.0, which has one type and `nullable`."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    types = flawed.items(pointer)
    kinds = [each for each in types if each not in ("null", None)]
    if name != "type" or flawed.version != "3.0" or len(kinds) != 1:
        return ()
    nullable: dict[str, Json] = {"nullable": True} if len(types) > 1 else {}
    reason = "OpenAPI 3.0 has one type, and says null by nullable."
    return flawed.removal(pointer, reason), flawed.update(holder, reason, {"type": kinds[0], **nullable})


def mend_null(flawed: Flawed, problem: Problem) -> Actions:
    """A null among types that has lost its quotes."""
    listed, _ = above(problem.origin.pointer)
    if above(listed)[1] != "type" or flawed.at(problem.origin.pointer) is not None or not flawed.items(listed):
        return ()
    reason = "The type of null is the text null, in quotes."
    return Removal(f"{flawed.path(listed)}[?@ == null]", reason), flawed.update(listed, reason, "null")


def mend_word(flawed: Flawed, problem: Problem) -> Actions:
    """A type by a name that OpenAPI does not have, and a format where that says more."""
    pointer = problem.origin.pointer
    holder, name = above(pointer)
    word = flawed.at(pointer)
    if name != "type" or not isinstance(word, str) or flawed.place(holder, "schema") is None:
        return ()
    if word.lower() in _ANYTHING:
        reason = f'There is no type "{word}"; a schema without a type takes any value.'
        return (flawed.removal(join(holder, "type"), reason),)
    meant = _WORDS.get(word.lower())
    if meant is None:
        return ()
    own = {key: value for key, value in meant.items() if key == "type" or key not in flawed.fields(holder)}
    return (flawed.update(holder, f'OpenAPI has no type "{word}"; this is how it says that.', own),)
