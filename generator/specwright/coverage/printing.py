"""Printing: the ledger as `coverage.json`, as problems for the four formats, and as one line.

In: a `Ledger`. Out: text. What many constructs have in common is told once, with all their places: so the file stays
small and reads well. It holds no lines and no columns, which would change whenever a document is formatted anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from specwright.coverage.ledger import Coverage, Ledger, OperationLine, VersionLedger
from specwright.coverage.rows import State
from specwright.load import Json
from specwright.problems import Origin, Problem, Severity

__all__ = ["FILE_NAME", "as_json", "as_problems", "counts", "summary"]

FILE_NAME: Final = "coverage.json"
_FORMAT = 1
_KINDS: Mapping[str, str] = {"operation": "operations", "webhook": "webhooks", "callback": "callbacks"}
# A state's key in the file, and what the sentence beside it says.
_LISTED: Mapping[State, tuple[str, str]] = {
    "degraded": ("degraded", "gives_up"),
    "not generated": ("not_generated", "reason"),
    "not shown": ("not_shown", "reason"),
    "shared": ("shared", "reason"),
    "unused": ("unused", "reason"),
}
_REPORTED: Mapping[State, tuple[str, Severity]] = {
    "degraded": ("degraded", "note"),
    "not generated": ("not-generated", "warning"),
    "not shown": ("not-shown", "note"),
}
_COUNTED: tuple[State, ...] = ("degraded", "not generated")


def as_json(ledger: Ledger) -> bytes:
    """The whole ledger."""
    whole: Json = {
        "format": _FORMAT,
        **_operations(line for document in ledger.documents() for line in document.operations),
        "constructs": {**counts(ledger)},
        "sdks": {sdk.name: [_document(each) for each in sdk.documents] for sdk in ledger.sdks},
    }
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()


def counts(ledger: Ledger) -> Mapping[str, int]:
    """How many constructs are in each state."""
    states: tuple[State, ...] = ("generated", *_LISTED)
    return {state: number for state in states if (number := ledger.count(state))}


def as_problems(ledger: Ledger) -> Iterator[Problem]:
    """What is degraded as notes, and what is not generated as warnings."""
    for document in ledger.documents():
        for entry in document.coverage.entries:
            if entry.state in _REPORTED:
                code, severity = _REPORTED[entry.state]
                yield Problem(code, entry.origin, f"{entry.construct}: {entry.told}", severity=severity)


def summary(ledger: Ledger) -> str:
    """One line for people."""
    every = [line for document in ledger.documents() for line in document.operations]
    lines = [line for line in every if not line.is_shared]
    told = [
        f"{sum(1 for line in own if line.name)} of {len(own)} {plural if len(own) != 1 else kind}"
        for kind, plural in _KINDS.items()
        if (own := [line for line in lines if line.declared.kind == kind]) or kind == "operation"
    ]
    if shared := len(every) - len(lines):
        told[-1] += f" (and {shared} that other documents declare too)"
    given_up = [(state, number) for state in _COUNTED if (number := ledger.count(state))]
    for index, (state, number) in enumerate(given_up):
        noun = "" if index else " construct" if number == 1 else " constructs"
        told.append(f"{number}{noun} {state}")
    return ", ".join(told) + (" (specwright coverage lists them)." if given_up else ".")


def _operations(lines: Iterable[OperationLine]) -> Mapping[str, Json]:
    """How many of each kind are declared and generated."""
    listed = list(lines)
    counts: dict[str, Json] = {}
    for kind, plural in _KINDS.items():
        own = [line for line in listed if line.declared.kind == kind]
        shared = sum(1 for line in own if line.is_shared)
        if own or kind == "operation":
            generated = sum(1 for line in own if line.name)
            told: dict[str, Json] = {"shared": shared} if shared else {}
            counts[plural] = {"declared": len(own) - shared, "generated": generated, **told}
    return counts


def _document(document: VersionLedger) -> Json:
    coverage = document.coverage
    listed: dict[str, Json] = {
        key: _grouped(coverage, state, word)
        for state, (key, word) in _LISTED.items()
        if any(entry.state == state for entry in coverage.entries)
    }
    return {
        "file": coverage.file,
        "version": document.namespace,
        **_operations(document.operations),
        "constructs": _counts(coverage),
        **listed,
        **({"extensions": dict(coverage.extensions)} if coverage.extensions else {}),
        "listing": [_line(coverage, each) for each in document.operations],
    }


def _counts(coverage: Coverage) -> Json:
    by_kind = groupby(coverage.counts, key=lambda count: count[0])
    return {kind: {state: number for _, state, number in counts} for kind, counts in by_kind}


def _grouped(coverage: Coverage, state: State, word: str) -> Json:
    groups: dict[tuple[str, str], list[Json]] = {}
    for entry in coverage.entries:
        if entry.state == state:
            groups.setdefault((entry.construct, entry.told), []).append(_place(coverage, entry.origin))
    return [{"construct": name, word: told, "at": places} for (name, told), places in groups.items()]


def _line(coverage: Coverage, line: OperationLine) -> Json:
    declared = line.declared
    told: dict[str, Json] = {"name": line.name} if line.name else {"name": None, "reason": line.told}
    place = _place(coverage, declared.shown)
    owner: dict[str, Json] = {"of": declared.registered_by, "callback": declared.name} if declared.registered_by else {}
    return {"kind": declared.kind, "method": declared.method, "path": declared.path, **owner, **told, "at": place}


def _place(coverage: Coverage, origin: Origin) -> str:
    """A place as a `$ref` in the document would name it."""
    return f"#{origin.pointer}" if origin.file == coverage.file else f"{origin.file}#{origin.pointer}"
