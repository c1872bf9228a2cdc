"""Reading: the text of a ledger.

In: the file's text. Out: a `Ledger`; `Refused` with every problem of it, each with its line.

Why line by line: the standard library reads TOML without positions and comments, and both are needed here. Each line is
TOML by itself. So a conflict that a merge has left is told by its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from specwright.config import LEDGER_NAME, as_list, as_table, is_release
from specwright.names import Kind, Pin, Place
from specwright.pins.ledger import DOUBLE, ID, KINDS, SINGLE, Ledger, Line, Section, SectionKey
from specwright.pins.validity import fault_of
from specwright.pins.writing import HEADER
from specwright.problems import Origin, Position, Problem, Refused

__all__ = ["parse", "problem_at"]

_KINDS: Mapping[str, Kind] = {each: each for each in KINDS}
_PLAIN = re.compile(
    rf"(?P<first>{'|'.join((*SINGLE, *DOUBLE))})(?:\.(?:(?P<bare>[\w-]+)|\"(?P<quoted>[^\"\\]*)\"))?"
    r" = \"(?P<value>[^\"\\]*)\"",
    re.ASCII,
)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_LINE_HINT = 'Write NAME = "…" on one line, or NAME = { is = "…", kept = true, was = ["…"], since = "0.2.0" }.'
_TABLE_HINT = 'Write [SDK.VERSION.KIND."PLACE"], as in [petstore.operations."GET /pets"].'


@dataclass(slots=True)
class _State:
    """What is known of the lines so far."""

    table: tuple[SectionKey, Kind, str] | None = None
    is_strange: bool = False
    sections: dict[SectionKey, dict[Place, Line]] = field(default_factory=dict[SectionKey, dict[Place, Line]])
    above: list[str] = field(default_factory=list[str])
    problems: list[Problem] = field(default_factory=list[Problem])


def parse(text: str) -> Ledger:
    """The ledger that a text is."""
    state = _State()
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.strip()
        if plain.startswith("#"):
            state.above += [plain] if plain not in HEADER else []
        elif plain:
            state.problems += _problems(state, number, plain)
    if state.problems:
        raise Refused(state.problems)
    return Ledger({key: Section(lines) for key, lines in state.sections.items()}, tuple(state.above))


def _problems(state: _State, number: int, line: str) -> Iterator[Problem]:
    if line.startswith(_CONFLICT):
        yield problem_at(
            number, "names-malformed", "a merge has left a conflict here.", "Keep the lines of both sides."
        )
    elif line.startswith("["):
        yield from _header(state, number, line)
    elif not state.is_strange:  # else the table has been told already
        yield from _entry(state, number, line)


def problem_at(number: int, code: str, message: str, hint: str) -> Problem:
    """A problem with a line of the ledger."""
    return Problem(code, Origin(LEDGER_NAME), message, hint, position=Position(max(number, 1), 1))


def _header(state: _State, number: int, line: str) -> Iterator[Problem]:
    path = [*_path(_loaded(line))]
    middle = path[1:-2]
    kind = _KINDS.get(path[-2]) if len(path) > 1 else None
    if len(path) not in (3, 4) or kind is None:
        state.table, state.is_strange = None, True
        yield problem_at(number, "names-malformed", f"this is no table of names: {line}", _TABLE_HINT)
        return
    state.is_strange = False
    state.table = (path[0], middle[0] if middle else ""), kind, path[-1]


def _path(data: Mapping[str, object] | None) -> Iterator[str]:
    while data:
        [key] = data
        yield key
        below = data[key]
        data = as_table(below)


def _entry(state: _State, number: int, line: str) -> Iterator[Problem]:
    found = _plain(line) or _part(_loaded(line))
    pin = _pin(found[1]) if found else None
    if found is None or pin is None or state.table is None:
        yield problem_at(number, "names-malformed", f"this is no line of a table of names: {line}", _LINE_HINT)
        return
    section, kind, key = state.table
    place = Place(kind, key, found[0])
    lines = state.sections.setdefault(section, {})
    if place in lines:
        first = lines[place].number
        yield problem_at(number, "names-malformed", f"line {first} names this too.", "Take one of the two lines away.")
    for name in (pin.name, *pin.was) if place.part != ID else ():
        fault = fault_of(place, name)
        if fault:
            yield problem_at(number, "name-invalid", f'"{name}" {fault}.', "Write another name.")
    if kind == "schemes" and (pin.was or pin.kept):
        message = "the argument of a scheme is called as its kind is, and has no names of before."
        yield problem_at(number, "name-invalid", message, "Write the name alone.")
    if pin.was and pin.name.startswith("callbacks."):
        yield problem_at(number, "name-invalid", "a callback has no names of before.", "Take `was` and `since` away.")
    lines[place] = Line(pin, number, tuple(state.above), _comment(line))
    state.above.clear()


def _plain(line: str) -> tuple[tuple[str, ...], object] | None:
    """The part and the value of a line as it is usually written."""
    match = _PLAIN.fullmatch(line)
    if not match or (match["first"] in SINGLE) == bool(match["bare"] or match["quoted"]):
        return None
    second = match["bare"] or match["quoted"]
    return ((match["first"], second) if second else (match["first"],)), match["value"]


def _part(data: Mapping[str, object] | None) -> tuple[tuple[str, ...], object] | None:
    """The part and the value of any line."""
    for first, value in (data or {}).items():
        if first in SINGLE:
            return (first,), value
        below = as_table(value)
        if first in DOUBLE and len(below) == 1:
            [(second, inner)] = below.items()
            return (first, second), inner
    return None


def _pin(value: object) -> Pin | None:
    if isinstance(value, str):
        return Pin(value)
    told = as_table(value)
    name, since, kept = told.get("is"), told.get("since", ""), told.get("kept", False)
    was = as_list(told.get("was"))
    if not isinstance(name, str) or not isinstance(since, str) or not isinstance(kept, bool):
        return None
    names = tuple(each for each in was if isinstance(each, str))
    is_whole = len(names) == len(was) and bool(names) == is_release(since)
    return Pin(name, names, since, kept) if is_whole and told.keys() <= {"is", "was", "since", "kept"} else None


def _comment(line: str) -> str:
    """The comment behind a value."""
    whole = _loaded(line) if "#" in line else None
    starts = (index for index, sign in enumerate(line) if sign == "#") if whole else ()
    return next((line[start:] for start in starts if _loaded(line[:start]) == whole), "")


def _loaded(line: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return None
