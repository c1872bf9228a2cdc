"""One document through the generator, and what comes out through Python.

In: a document and a folder. Out: a partial `Result` in a file there, written anew after each step, so that what a step
breaks leaves the steps before it; the package stays beside it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Final

from specwright.config import Config, ad_hoc
from specwright.emit import Inputs, write
from specwright.pipeline import generate
from specwright.problems import Problem, Refused
from specwright.report import print_problems

from .checking import Package
from .declared import declared
from .emitted import emitted
from .finding import Found
from .raw import Library, mapping
from .result import Result, to_json
from .tripping import trips_of

__all__ = ["Asked", "digest_of", "output_of", "package_of", "packages_in", "partial_file", "warm_up", "work"]

_SOURCE: Final = Path(__file__).parents[2] / "generator"
_SMALL: Final = {
    "openapi": "3.1.0",
    "info": {"title": "Warm", "version": "1"},
    "servers": [{"url": "https://warm.test"}],
    "paths": {"/a": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {
        "type": "object", "properties": {"a": {"enum": ["b", "c"]}}}}}}}}}},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What to do with each document: which targets, how many values for each schema, and how long to try them.

    No targets are all of them.
    """

    targets: tuple[str, ...]
    trips: int
    seconds: float


def package_of(digest: str) -> str:
    """The package that a document becomes: one name for each, so that many can be checked at once."""
    return f"d_{digest}"


def digest_of(package: str) -> str:
    """The digest that a package is named after."""
    return package.removeprefix("d_")


def packages_in(folder: Path, digest: str) -> tuple[Package, ...]:
    """The package that was made in a folder."""
    return tuple(Package(package_of(digest), sources) for sources in sorted(folder.glob("output/python/*/src")))


def partial_file(folder: Path) -> Path:
    """Where a process keeps what it has found so far."""
    return folder / "partial.json"


def output_of(folder: Path) -> Path:
    """Where a document's output is kept."""
    return folder / "output"


def warm_up() -> None:
    """Load every library that a run loads, so that the processes to come find them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spec = folder / "warm.json"
        spec.write_text(json.dumps(_SMALL), "utf-8")
        _written(ad_hoc((spec,), folder / "output", None), ())


def work(found: Found, package: str, folder: Path, asked: Asked) -> None:
    """Every step of one document, in the folder that it was found below: its references may lead anywhere in there."""
    os.chdir(found.folder)
    path = found.path
    shutil.rmtree(output_of(folder), ignore_errors=True)
    partial_file(folder).unlink(missing_ok=True)
    operations = declared(path) or ()
    result = replace(_generated(path, package, folder, asked.targets), declared=len(operations))
    _keep(folder, result)
    if result.kind == "crashed" and not asked.targets:
        # What another target would have made is told all the same.
        shutil.rmtree(output_of(folder), ignore_errors=True)
        if _generated(path, package, folder, ("python",)).kind != "generated":
            return
    elif result.kind != "generated":
        return
    sources = next(output_of(folder).glob("python/*/src"), None)
    if sources is None:
        return
    result = emitted(result, sources, package, operations)
    _keep(folder, result)
    if asked.trips and result.imported:
        _keep(folder, replace(result, trips=trips_of(path, package, asked.trips, asked.seconds)))


def _keep(folder: Path, result: Result) -> None:
    partial_file(folder).write_bytes(to_json(result))


def _generated(path: Path, package: str, folder: Path, targets: tuple[str, ...]) -> Result:
    began = time.perf_counter()
    config = ad_hoc((path,), output_of(folder), package)
    try:
        _written(config, targets)
    except Refused as refused:
        return _refused(refused.problems, config.root)
    except MemoryError as error:
        return Result("stopped", f"MemoryError: {_place(error.__traceback__)}")
    except Exception as error:  # noqa: BLE001 - whatever a stage throws is what is looked for
        traceback.print_exc()
        reason = " ".join(str(error).split())[:200]
        return Result("crashed", f"{type(error).__name__}: {reason}: {_place(error.__traceback__)}")
    return _measured(output_of(folder), time.perf_counter() - began)


def _written(config: Config, targets: tuple[str, ...]) -> None:
    """All that `specwright generate` does but for the digests, which need the documents a second time."""
    write(config.output, generate(config, targets).files, Inputs(()), shown="output")


def _refused(problems: Sequence[Problem], root: Path) -> Result:
    errors = [problem for problem in problems if problem.severity == "error"]
    codes = tuple(sorted({problem.code for problem in errors}))
    first = print_problems(errors[:1], root, "text").strip()
    return Result("refused", first[:300], codes)


def _measured(output: Path, seconds: float) -> Result:
    files = [path for path in output.rglob("*") if path.is_file()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in files)
    return Result("generated", seconds=seconds, megabytes=peak, files=len(files), size=size, ledger=_ledger(output))


def _ledger(output: Path) -> dict[str, int]:
    """How many constructs the ledger has in each state."""
    data = mapping(Library().document(output / "coverage.json"))
    return {key: value for key, value in mapping(data.get("constructs")).items() if isinstance(value, int)}


def _place(found: TracebackType | None) -> str:
    """The innermost line of the generator's own that an error went through."""
    own = [
        f"{Path(frame.filename).relative_to(_SOURCE / 'specwright')}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(found)
        if Path(frame.filename).is_relative_to(_SOURCE)
    ]
    return own[-1] if own else "outside"
