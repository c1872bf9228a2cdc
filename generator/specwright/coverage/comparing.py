"""Comparing: the operations that documents declare with those that were written.

In: the documents of a package, each with its coverage, the names of its operations and what each target wrote. Out: an
`SdkLedger`; or `Refused`, where a target wrote other operations than those that are declared and no row says why.

Why a refusal: an operation that vanishes is a fault of the generator, and nobody would see it in the output. Nothing is
written then, and the problem names the operation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from specwright.coverage.ledger import Coverage, Declared, Entry, OperationLine, SdkLedger, VersionLedger
from specwright.load.pointers import join, split
from specwright.problems import Origin, Problem, Refused

__all__ = ["Part", "compare"]

# Which targets write operations of a kind.
_WRITERS: Mapping[str, tuple[str, ...]] = {
    "operation": ("python", "docs"),
    "webhook": ("python", "docs"),
    "callback": ("python", "docs"),
}
_HINT = "This is a fault of the generator, so nothing is written. Please report it with the document."


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a package.

    `names` are the public names by the key of an operation (`GET /pets`), `written` the keys that each target wrote.
    `facts` are entries that later stages add, such as an operation that another document of the version declares too.
    """

    namespace: str
    coverage: Coverage
    names: Mapping[str, str]
    written: Mapping[str, frozenset[str]]
    facts: tuple[Entry, ...] = ()


def compare(name: str, parts: Iterable[Part]) -> SdkLedger:
    """The ledger of a package."""
    documents: list[VersionLedger] = []
    problems: list[Problem] = []
    for part in parts:
        lines = tuple(_lines(part))
        problems += _differences(part, lines)
        documents.append(VersionLedger(part.namespace, _with_facts(part.coverage, part.facts), lines))
    if problems:
        raise Refused(problems)
    return SdkLedger(name, tuple(documents))


def _lines(part: Part) -> Iterator[OperationLine]:
    reasons = {entry.origin: entry.told for entry in part.coverage.entries if entry.state == "not generated"}
    shared = {fact.origin: fact.told for fact in part.facts if fact.state == "shared"}
    reasons |= shared
    for declared in part.coverage.declared:
        told = next((reasons[place] for place in _ways_up(declared.origin) if place in reasons), "")
        name = "" if told else part.names.get(declared.key, "")
        yield OperationLine(declared, name, told, is_shared=declared.origin in shared)


def _ways_up(origin: Origin) -> Iterator[Origin]:
    """The place itself and those above it."""
    steps = split(origin.pointer)
    for length in range(len(steps), -1, -1):
        yield Origin(origin.file, join("", *steps[:length]))


def _differences(part: Part, lines: tuple[OperationLine, ...]) -> Iterator[Problem]:
    """What is declared and not written, and what is written and not declared."""
    wanted = {line.declared.key: line.declared for line in lines if not line.told}
    for key, declared in wanted.items():
        targets = [
            target for target, keys in part.written.items() if key not in keys and target in _WRITERS[declared.kind]
        ]
        if targets or key not in part.names:
            yield _lost(declared, " and ".join(targets) or "the package")
    told = {line.declared.key for line in lines if line.told}
    for target, keys in part.written.items():
        for key in sorted(keys - set(wanted) - told):
            message = f"{key} is in {target}, and the document does not declare it."
            yield Problem("operation-undeclared", Origin(part.coverage.file), message, _HINT)


def _lost(declared: Declared, where: str) -> Problem:
    return Problem("operation-lost", declared.shown, f"{declared.key} is missing from {where}.", _HINT)


def _with_facts(coverage: Coverage, facts: tuple[Entry, ...]) -> Coverage:
    if not facts:
        return coverage
    shown = {each.origin: each.shown for each in coverage.declared}
    told = [replace(fact, origin=shown.get(fact.origin, fact.origin)) for fact in facts]
    counts = Counter({(kind, state): number for kind, state, number in coverage.counts})
    for fact in facts:
        kind = "schema keyword" if fact.construct.startswith("schema ") else fact.construct
        counts[kind, fact.state] += 1
        counts[kind, "generated"] -= 1 if counts[kind, "generated"] else 0
    return replace(
        coverage,
        counts=tuple((kind, state, counts[kind, state]) for kind, state in sorted(counts) if counts[kind, state]),
        entries=tuple(sorted((*coverage.entries, *told))),
    )
