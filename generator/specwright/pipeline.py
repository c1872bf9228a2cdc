"""The order of the stages, written once.

In: a configuration. Out: every file in memory, the ledger of what became of each construct, and the warnings.

    load -> overlay -> upgrade -> validate -> resolve -> build -> merge -> name -> plan -> render -> cover -> emit

A document goes on to the next stage when the one before found no error in it; `reading` takes it as far as the IR. A
run goes on to `name` when every document got that far; so it reports all that is wrong in all of them, and never makes
half an output.

Who wants to know what a run is at hands in `tell`: what is being worked on, which one it is, of how many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from specwright.build import apply_rules
from specwright.cache import NO_CACHE, Cache
from specwright.config import Config, SdkConfig, Source
from specwright.coverage import (
    FILE_NAME,
    Ledger,
    Part as DocumentPart,
    SdkLedger,
    as_json,
    compare,
    shared_entries,
    version_entries,
)
from specwright.grounds import Grounds, Stand, stands_of
from specwright.history import read_histories
from specwright.i18n import Locale
from specwright.i18n.locales import load_locales
from specwright.names import Names, Pins
from specwright.pins import Applied, Ledger as Pinned, apply_pins, read_pins
from specwright.problems import Problem, Refused, has_errors
from specwright.reading import Reading, reading_of
from specwright.sdk import Sdk
from specwright.targets import TARGETS
from specwright.versions import Part, arrange, declared_twice

__all__ = [
    "Outcome", "Reading", "Tell", "generate", "read_apis", "read_ledger", "read_names", "read_problems", "read_sdks",
]  # fmt: skip

Tell: TypeAlias = Callable[[str, int, int], None]


def _untold(_what: str, _number: int, _total: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run makes: files by path below the output folder, the files that documents referred to, and warnings.

    `names` is the names ledger with what is new in it, where there is one; `grounds` are what each file stands on.
    """

    files: Mapping[str, bytes]
    ledger: Ledger
    references: tuple[Source, ...]
    warnings: tuple[Problem, ...]
    names: bytes | None = None
    grounds: Grounds = field(default_factory=Grounds)


def generate(
    config: Config, targets: tuple[str, ...] = (), jobs: int = 1, tell: Tell = _untold, cache: Cache = NO_CACHE
) -> Outcome:
    """Run every stage but the last one."""
    readings = read_apis(config, jobs, tell, cache)
    wanted = [target for target in TARGETS if not targets or target.name in targets]
    files: dict[str, bytes] = {}
    ledgers: list[SdkLedger] = []
    warnings = [problem for reading in readings.values() for problem in reading.problems]
    stands: dict[str, Stand] = {}
    number = 0
    applied = _applied(config, readings, read_pins(config), lambda sdk: load_locales(sdk, config.root)).held()
    warnings += applied.problems
    histories = read_histories(config)
    for arranged in (replace(sdk, cache=cache, history=histories.get(sdk.distribution, ())) for sdk in applied.sdks):
        warnings += [problem for version in arranged.versions for problem in declared_twice(version)]
        written: dict[str, Mapping[str, frozenset[str]]] = {}
        for target in wanted:
            number += 1
            folder = target.folder(arranged, alone=len(config.sdks) == 1)
            tell(f"rendering {folder}", number, len(config.sdks) * len(wanted))
            rendered = target.render(arranged, jobs)
            written[target.name] = target.written(arranged, rendered)
            told = stands_of(arranged, target.name, rendered)
            stands.update({f"{folder}/{path}": stand for path, stand in told.items()})
            files.update({f"{folder}/{path}": content for path, content in rendered.items()})
        ledgers.append(_ledger(arranged, readings, written))
    opened = {each.shown: each for reading in readings.values() for each in reading.references}
    ledger = Ledger(tuple(ledgers))
    files[FILE_NAME] = as_json(ledger)
    stands[FILE_NAME] = Stand("", "", tuple(sorted(readings)))
    parts = {part.file: part for reading in readings.values() for part in reading.parts}
    references = tuple(opened[key] for key in sorted(opened))
    grounds = Grounds(parts, stands)
    return Outcome(dict(sorted(files.items())), ledger, references, tuple(warnings), applied.content, grounds)


def read_ledger(config: Config, tell: Tell = _untold) -> Ledger:
    """What becomes of every construct, as far as it can be told without rendering anything."""
    readings = read_apis(config, 1, tell)
    applied = _applied(config, readings, read_pins(config)).held()
    return Ledger(tuple(_ledger(sdk, readings, {}) for sdk in applied.sdks))


def read_sdks(config: Config, tell: Tell = _untold) -> tuple[Sdk, ...]:
    """Every distribution with its versions and their names, nothing of it rendered."""
    return read_names(config, tell)(read_pins(config)).held().sdks


def read_names(config: Config, tell: Tell = _untold) -> Callable[[Pinned | None], Applied]:
    """The distributions as any names ledger would name them; the documents are read once."""
    readings = read_apis(config, 1, tell)
    return lambda ledger: _applied(config, readings, ledger)


def _applied(
    config: Config,
    readings: Mapping[str, Reading],
    ledger: Pinned | None,
    locales: Callable[[SdkConfig], tuple[Locale, ...]] = lambda _: (),
) -> Applied:
    def arranged(sdk: SdkConfig, pins: Mapping[str, Pins] | None) -> Sdk:
        return arrange(sdk, _parts(sdk, readings), locales(sdk), pins)

    return apply_pins(ledger, config.sdks, arranged)


def _ledger(
    sdk: Sdk, readings: Mapping[str, Reading], written: Mapping[str, Mapping[str, frozenset[str]]]
) -> SdkLedger:
    """What became of the documents of a package, every operation of theirs accounted for."""
    parts: list[DocumentPart] = []
    for version in sdk.versions:
        first, told = next(iter(version.documents)), version_entries(version)
        for file in version.documents:
            coverage = readings[file].coverage
            assert coverage is not None, "a document without coverage has been refused"
            names = {key: called for key, called in _called(version.names).items() if version.homes[key] == file}
            keys = {target: each[version.namespace] for target, each in written.items()}
            own = {
                target: frozenset(key for key in listed if version.homes.get(key, first) == file)
                for target, listed in keys.items()
            }
            facts = (*shared_entries(version, file), *told[file])
            parts.append(DocumentPart(version.namespace, coverage, names, own, facts))
    return compare(sdk.distribution, parts)


def read_apis(config: Config, jobs: int = 1, tell: Tell = _untold, cache: Cache = NO_CACHE) -> Mapping[str, Reading]:
    """Every document of the run as the IR, by its name; `Refused` with the problems of all where one has an error."""
    readings = _readings(config, jobs, tell, cache)
    problems = [problem for reading in readings.values() for problem in reading.problems]
    if has_errors(problems):
        raise Refused(problems)
    return readings


def read_problems(config: Config, tell: Tell = _untold, cache: Cache = NO_CACHE) -> tuple[Problem, ...]:
    """All that is wrong with the documents of the run, by themselves and with one another."""
    readings = _readings(config, 1, tell, cache)
    problems = tuple(problem for reading in readings.values() for problem in reading.problems)
    if has_errors(problems):
        return problems
    try:
        applied = _applied(config, readings, read_pins(config))
    except Refused as refused:
        return (*problems, *refused.problems)
    twice = (problem for sdk in applied.sdks for version in sdk.versions for problem in declared_twice(version))
    return (*problems, *twice, *applied.problems)


def _parts(sdk: SdkConfig, readings: Mapping[str, Reading]) -> list[Part]:
    found = [(source, readings[source.shown]) for source in sdk.sources]
    return [Part(source, each.api, each.document) for source, each in found if each.api and each.document]


def _called(names: Names) -> Mapping[str, str]:
    """The public name of everything that is called or received, by its key."""
    called = {key: each.dotted for key, each in names.operations.items()}
    return called | {key: each.dotted for key, each in names.webhooks.items()}


def _readings(config: Config, jobs: int, tell: Tell, cache: Cache) -> Mapping[str, Reading]:
    return _paged(config, _documents(config, jobs, tell, cache))


def _paged(config: Config, readings: Mapping[str, Reading]) -> Mapping[str, Reading]:
    """The documents with the pages that the configuration declares; what is wrong with it stands at the first one."""
    told = dict(readings)
    for sdk in config.sdks:
        apis = {source.shown: api for source in sdk.sources if (api := told[source.shown].api)}
        if not sdk.paging or len(apis) < len(sdk.sources):
            continue
        made, problems = apply_rules(apis, sdk.paging)
        for shown, api in made.items():
            told[shown] = replace(told[shown], api=api, problems=(*told[shown].problems, *problems))
            problems = ()
    return told


def _documents(config: Config, jobs: int, tell: Tell, cache: Cache) -> Mapping[str, Reading]:
    pairs = {source.shown: (source, sdk.entitlements) for sdk in config.sdks for source in sdk.sources}
    read = partial(reading_of, cache)
    if jobs > 1 and len(pairs) > 1:
        with ProcessPoolExecutor(min(jobs, len(pairs))) as pool:
            return _told(pairs, pool.map(read, *zip(*pairs.values(), strict=True)), tell)
    return _told(pairs, (read(source, rules) for source, rules in pairs.values()), tell)


def _told(names: Iterable[str], readings: Iterator[Reading], tell: Tell) -> Mapping[str, Reading]:
    """Each document's reading by its name, waited for one after the other."""
    waiting = tuple(names)
    read: dict[str, Reading] = {}
    for number, shown in enumerate(waiting, 1):
        tell(f"reading {shown}", number, len(waiting))
        read[shown] = next(readings)
    return read
