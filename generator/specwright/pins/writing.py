"""Writing: the ledger as text.

In: a `Ledger`. Out: its text: a table for each operation, webhook and model, a line for each name, all sorted.

Why one name a line: two people who add names then change different lines, and a review shows one line for each name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from specwright.names import NAME, Pin, Place
from specwright.pins.ledger import DOUBLE, KINDS, SINGLE, Ledger, Line, Section, SectionKey
from specwright.signs import as_toml

__all__ = ["HEADER", "as_text", "sorted_places"]

HEADER = (
    "# The public names of each SDK by their places in the specification: a promise to those who use them.",
    "# `specwright generate` adds names and never changes one. `specwright names --help` tells how to change one.",
)

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def as_text(ledger: Ledger) -> str:
    """The whole file."""
    tables = (each for key in sorted(ledger.sections) for each in _tables(key, ledger.sections[key]))
    below = ["".join(f"{each}\n" for each in ledger.below)] if ledger.below else []
    return "\n".join(["".join(f"{each}\n" for each in HEADER), *tables, *below])


def sorted_places(section: Section) -> list[Place]:
    """The places in the order of the file."""
    return sorted(section.lines, key=_order)


def _order(place: Place) -> tuple[int, str, str, int, tuple[str, ...]]:
    """Operations by path; the thing itself before what it has."""
    first, _, rest = place.key.partition(" ") if place.kind == "operations" else ("", "", place.key)
    return KINDS.index(place.kind), rest, first, (*SINGLE, *DOUBLE).index(place.part[0]), place.part


def _tables(key: SectionKey, section: Section) -> Iterator[str]:
    for (kind, thing), places in groupby(sorted_places(section), key=lambda place: (place.kind, place.key)):
        listed = {place: section.lines[place] for place in places}
        sdk, namespace = key
        names = ".".join(_key(part) for part in (sdk, *([namespace] if namespace else []), kind, thing))
        yield "".join((*_above(listed), f"[{names}]\n", *(_line(place, each) for place, each in listed.items())))


def _above(listed: Mapping[Place, Line]) -> Iterator[str]:
    """What is said of a thing as a whole stands above its table."""
    yield from (f"{comment}\n" for place, each in listed.items() if place.part == NAME for comment in each.above)


def _line(place: Place, line: Line) -> str:
    above = "" if place.part == NAME else "".join(f"{comment}\n" for comment in line.above)
    beside = f"  {line.beside}" if line.beside else ""
    return f"{above}{'.'.join(map(_key, place.part))} = {_value(line.pin)}{beside}\n"


def _value(pin: Pin) -> str:
    if not pin.was and not pin.kept:
        return as_toml(pin.name)
    told = [f"is = {as_toml(pin.name)}"]
    if pin.kept:
        told.append("kept = true")
    if pin.was:
        told += [f"was = [{', '.join(map(as_toml, pin.was))}]", f"since = {as_toml(pin.since)}"]
    return f"{{ {', '.join(told)} }}"


def _key(text: str) -> str:
    return text if _BARE.fullmatch(text) else as_toml(text)
