"""Sweep folders of documents and print a table.

In: folders, and what to look at. Out: Markdown on standard output, a line for each document on standard error as it
is done; exit code 1 where a document crashed the generator or was stopped, for that is never the document's fault.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from benchmarks.workers import ROOT

from .checking import mypy, pyright
from .finding import Found, find
from .forks import Ended, Job, run_each
from .result import Result, from_json, to_json
from .table import Row, failures, line, summary
from .working import Asked, digest_of, package_of, packages_in, partial_file, warm_up, work

_CACHE: Final = ROOT / ".cache" / "sweep"
_SOURCES: Final = ("generator", "templates", "benchmarks/sweep")


def main() -> int:
    """Find, work, tell."""
    asked = _arguments()
    documents = list(find([folder.resolve() for folder in asked.folders], asked.only))
    wanted = Asked(tuple(asked.target), asked.round_trip, asked.timeout / 2)
    cache = asked.cache.resolve() / _stamp(wanted)
    rows = [(found, _kept(cache / found.digest)) for found in documents]
    missing = [found for found, result in rows if result is None]
    print(f"{len(documents)} documents, {len(missing)} to do", file=sys.stderr)
    done = dict(_worked(missing, cache, wanted, asked.jobs, asked.timeout, asked.memory))
    results: list[Row] = [(found, result or done[found.digest]) for found, result in rows]
    if asked.types:
        results = _typed(results, cache)
    if asked.json:
        told = [
            {"collection": found.collection, "shown": found.shown, "digest": found.digest, "result": asdict(result)}
            for found, result in results
        ]
        asked.json.write_text(json.dumps(told, indent=1, ensure_ascii=False), "utf-8")
    print(summary(results))
    print(failures(results), end="")
    return int(any(result.kind in ("crashed", "stopped") for _, result in results))


def _worked(
    missing: Sequence[Found], cache: Path, wanted: Asked, at_once: int, seconds: float, megabytes: int
) -> Iterator[tuple[str, Result]]:
    """The result of every document that has none yet, by its digest."""
    if not missing:
        return
    warm_up()
    by_digest = {found.digest: found for found in missing}
    jobs = (_job(found, cache / found.digest, wanted) for found in by_digest.values())
    for ended in run_each(jobs, at_once, seconds, megabytes):
        found = by_digest[ended.name]
        result = _settled(cache / found.digest, ended)
        print(line(found, result), file=sys.stderr)
        yield found.digest, result


def _typed(rows: Sequence[Row], cache: Path) -> list[Row]:
    """The results with what the type checkers say of each package that has not been checked yet."""
    unchecked = [
        found for found, result in rows if result.imported and not (result.mypy.asked and result.pyright.asked)
    ]
    packages = [package for found in unchecked for package in packages_in(cache / found.digest, found.digest)]
    print(f"{len(packages)} packages to check", file=sys.stderr)
    told = {found.digest: result for found, result in rows}
    for package, typed in mypy(packages, cache / "mypy"):
        digest = digest_of(package.name)
        told[digest] = replace(told[digest], mypy=typed)
        print(f"mypy: {package.name}: {typed.errors} errors", file=sys.stderr)
    for package, typed in pyright(packages):
        digest = digest_of(package.name)
        told[digest] = replace(told[digest], pyright=typed)
        _result_file(cache / digest).write_bytes(to_json(told[digest]))
        print(f"basedpyright: {package.name}: {typed.errors} errors", file=sys.stderr)
    return [(found, told[found.digest]) for found, _ in rows]


def _job(found: Found, folder: Path, wanted: Asked) -> Job:
    work_on_it = partial(work, found, package_of(found.digest), folder, wanted)
    return Job(found.digest, work_on_it, folder / "log.txt")


def _settled(folder: Path, ended: Ended) -> Result:
    """What the process found, and how it ended if that was not well."""
    partial = partial_file(folder)
    found = from_json(partial.read_bytes()) if partial.is_file() else None
    if ended.code != 0 or found is None:
        why = f"after {ended.seconds:.0f} s" if ended.late else f"code {ended.code}, peak {ended.megabytes:.0f} MB"
        found = Result("stopped", why) if found is None else replace(found, unfinished=why)
    _result_file(folder).write_bytes(to_json(found))
    return found


def _kept(folder: Path) -> Result | None:
    file = _result_file(folder)
    return from_json(file.read_bytes()) if file.is_file() else None


def _result_file(folder: Path) -> Path:
    """Only what a process came to the end of stands there, so that a sweep that was ended goes on where it was."""
    return folder / "result.json"


def _stamp(wanted: Asked) -> str:
    """A digest of all that decides a result beside the document."""
    digest = sha256(repr(wanted).encode() + sys.version.encode())
    for folder in _SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sweep", description="Sweep folders of documents.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR", help="a folder, or one document")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="documents whose names fit, such as '3.1*'")
    parser.add_argument("--target", action="append", default=[], help="only this target; may be given again")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="documents at once")
    parser.add_argument("--timeout", type=float, default=300, metavar="SECONDS", help="for each document")
    parser.add_argument("--memory", type=int, default=8000, metavar="MB", help="for each document")
    parser.add_argument("--round-trip", type=int, default=0, metavar="N", help="values for each schema, at least")
    parser.add_argument("--types", action="store_true", help="run mypy and basedpyright, both strict")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every result there too")
    parser.add_argument("--cache", type=Path, default=_CACHE, metavar="DIR", help="where results are kept")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
