"""Comparing: the ledger against the names that a run would give.

In: a ledger, and an SDK that was named with its pins. Out: problems. A name that has changed, or that two things would
have, stops the run; a thing that is gone is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from specwright.names import NAME, PAGER, Place, plain_name
from specwright.names.releases import series
from specwright.pins.ledger import ID, Ledger, Line
from specwright.pins.publicity import Claim, claims, placed_of, public_places
from specwright.pins.reading import problem_at
from specwright.pins.standing import lines_of
from specwright.pins.wording import count_of, full_name, told
from specwright.problems import Problem
from specwright.sdk import Sdk, Version

__all__ = ["changed", "clashing", "gone", "problems_of"]

_PRUNE = "If this is meant, `specwright names prune` takes the lines away."


def problems_of(ledger: Ledger, sdk: Sdk) -> Iterator[Problem]:
    """Everything that is wrong with the names of an SDK."""
    for version in sdk.versions:
        lines = lines_of(ledger, sdk, version)
        for place, rule in changed(version).items():
            yield _changed(sdk, version, lines, place, rule)
        for group in clashing(version):
            yield _clash(lines, group)
        yield from _gone(lines, gone(version, lines))
    known = {version.namespace for version in sdk.versions}
    for (name, namespace), section in ledger.sections.items():
        if name == sdk.distribution and namespace not in known:
            first = min(line.number for line in section.lines.values())
            whole = f"version {namespace} of {name}" if namespace else f"{name} as a package of one version"
            message = f"{whole} is gone, and with it {count_of(section.lines)}."
            yield replace(problem_at(first, "name-gone", message, _PRUNE), severity="warning")


def changed(version: Version) -> Mapping[Place, str]:
    """What the rules give, by place, where that is not the name that is pinned and nobody keeps it."""
    placed = placed_of(version)
    found = ((place, pin, placed.rules.get(place)) for place, pin in placed.pins.names.items())
    return {place: rule for place, pin, rule in found if rule and rule != pin.name and not pin.kept}


def clashing(version: Version) -> tuple[tuple[Claim, ...], ...]:
    """Things that would share a name where each must have its own; only pins can bring that about."""
    placed = placed_of(version)
    if all(name == placed.rules[place] for place, name in placed.names.items()) and not _has_former(version):
        return ()
    by_name: dict[tuple[tuple[str, ...], str], set[Claim]] = {}
    for claim in claims(version):
        by_name.setdefault((claim.scope, claim.name), set()).add(claim)
    groups = (tuple(sorted(group, key=lambda each: (each.is_former, each.place))) for group in by_name.values())
    return tuple(group for group in groups if len({each.place for each in group}) > 1)


def gone(version: Version, lines: Iterable[Place]) -> tuple[Place, ...]:
    """The places of lines whose things are no more."""
    public = public_places(version)
    ids = placed_of(version).ids
    return tuple(place for place in lines if (place.key not in ids if place.part == ID else place not in public))


def _has_former(version: Version) -> bool:
    return any(pin.was for pin in placed_of(version).pins.names.values())


def _changed(sdk: Sdk, version: Version, lines: Mapping[Place, Line], place: Place, rule: str) -> Problem:
    line = lines[place]
    full = full_name(placed_of(version).names, place)
    message = (
        f"{told(place)} is called {line.pin.name} and would be {rule} now{_reason(version, place, line.pin.name)}."
    )
    if place.kind == "schemes":
        hint = f"`specwright names accept {full}` takes the new name; the old one is gone then, for every client."
        return problem_at(line.number, "name-changed", message, hint)
    stays = f"the old one is deprecated until the first release after {series(sdk.version)}"
    hint = f"`specwright names keep {full}` keeps it; `specwright names accept {full}` takes the new name, and {stays}."
    return problem_at(line.number, "name-changed", message, hint)


def _reason(version: Version, place: Place, name: str) -> str:
    """Why the name has changed, where that is known."""
    placed = placed_of(version)
    if place.kind == "models" and place.part == NAME:
        stood = next((old.key for old, now in placed.moved.items() if now == place and old.key != place.key), "")
        return f": it stood at {stood}" if stood else ""
    if place.kind != "operations" or place.part not in (NAME, PAGER):
        return ""
    old, new = placed.pins.ids.get(place.key), placed.ids.get(place.key)
    if old != new:
        before = [f'its operationId was "{old}"'] if old else []
        now = [f'it is "{new}"' if old else f'it has the operationId "{new}" now'] if new else []
        return f": {' and '.join((*before, *now))}"
    others = [each.key for each in version.api.operations if each.key != place.key and plain_name(each).dotted == name]
    return f", as {others[0]} would have the same name" if others else ""


def _clash(lines: Mapping[Place, Line], group: tuple[Claim, ...]) -> Problem:
    first, *others = group
    of_before = [each for each in others if each.is_former]
    number = max(lines[each.place].number if each.place in lines else 0 for each in group)
    if of_before:
        message = f"{told(first.place)} is called {first.name}, which {told(of_before[0].place)} was called before."
        hint = f'Take "{first.name}" out of `was`, or give {told(first.place)} another name with `kept = true`.'
    else:
        names = " and ".join(told(each.place) for each in group)
        message, hint = f"{names} would all be called {first.name}.", "Write another name for one, with `kept = true`."
    return problem_at(number, "name-clash", message, hint)


def _gone(lines: Mapping[Place, Line], places: Iterable[Place]) -> Iterator[Problem]:
    """One warning for each whole thing, and one for what is gone of a thing that still stands."""
    tables: dict[Place, list[Place]] = {}
    for place in places:
        tables.setdefault(replace(place, part=NAME), []).append(place)
    for table, own in tables.items():
        named = [place for place in own if place.part != ID]
        if not named:
            continue
        if table in own:
            message = f"{told(table)} is gone, and with it {lines[table].pin.name}."
        else:
            message = f"gone from {told(table)}: {', '.join(lines[place].pin.name for place in named)}."
        number = min(lines[place].number for place in named)
        yield replace(problem_at(number, "name-gone", message, _PRUNE), severity="warning")
