"""Judging: what the calls of a program need, package by package.

In: contracts, a `Reading`, and what the caller has and uses. Out: a `Judgement`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specwright.scopes.choosing import Choice, Need, choose
from specwright.scopes.contract import Contract, Entry
from specwright.scopes.reading import Called, Gap, Reading, Use

__all__ = ["Held", "Judgement", "Verdict", "judge", "schemes_named"]


@dataclass(frozen=True, slots=True)
class Held:
    """What the caller has: scopes, if told, and the schemes to use, if fixed."""

    scopes: frozenset[str] | None = None
    schemes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the calls of one package need; `arguments` are the client's, by scheme."""

    contract: Contract
    needs: tuple[Need, ...]
    choices: tuple[Choice, ...]
    arguments: Mapping[str, str]

    @property
    def is_met(self) -> bool:
        """Whether a credential does for all calls with the scopes that there are."""
        return not self.choices or any(not each.missing and not each.unserved for each in self.choices)


@dataclass(frozen=True, slots=True)
class Judgement:
    """All packages that are called; `extra` are scopes that the caller has and no package's calls need."""

    files: int
    verdicts: tuple[Verdict, ...]
    gaps: tuple[Gap, ...]
    held: Held
    extra: tuple[tuple[str, str], ...] = ()


def judge(contracts: Iterable[Contract], reading: Reading, held: Held) -> Judgement:
    """What the calls need, and how it compares with what there is."""
    found: dict[str, list[Use]] = {}
    for use in reading.uses:
        found.setdefault(use.called.package, []).append(use)
    verdicts = tuple(_verdict(each, found[each.package], held) for each in contracts if each.package in found)
    extras = [dict(verdict.choices[0].extra) for verdict in verdicts if verdict.choices]
    # Calls of no credential at all need no scope either.
    every = [*extras, *([dict.fromkeys(held.scopes or (), "no call accepts it")] if not extras else [])]
    shared = sorted(set(every[0]).intersection(*every)) if every else []
    return Judgement(reading.files, verdicts, reading.gaps, held, tuple((scope, every[0][scope]) for scope in shared))


def schemes_named(contracts: Iterable[Contract], word: str) -> tuple[str, ...]:
    """The schemes of that name, or those that the client's argument of that name is for."""
    arguments = [each.arguments for contract in contracts for each in contract.releases]
    found = {name for own in arguments for name, argument in own.items() if word in (name, argument)}
    used = {
        use.scheme for contract in contracts for each in contract.releases for entry in each.entries
        for uses in entry.security for use in uses
    }  # fmt: skip
    return tuple(sorted(found | ({word} & used)))


def _verdict(contract: Contract, uses: list[Use], held: Held) -> Verdict:
    entries: dict[Called, tuple[str, Entry]] = {}
    for release in contract.releases:
        for entry in release.entries:
            entries[Called(contract.package, release.namespace, entry.name)] = (release.version, entry)
    by_called: dict[Called, list[Use]] = {}
    for use in uses:
        by_called.setdefault(use.called, []).append(use)
    is_alone = len({called.namespace for called in by_called}) == 1
    needs = tuple(
        Need(called.name if is_alone else f"{called.namespace} {called.name}", *entries[called], tuple(own))
        for called, own in sorted(by_called.items())
    )
    arguments = {name: argument for each in contract.releases for name, argument in each.arguments.items()}
    return Verdict(contract, needs, choose(needs, held.schemes, held.scopes), arguments)
