"""Strict type checks of many packages at once.

In: packages by their source folders. Out: for each what mypy and basedpyright found.

Why one runtime for a batch: every package brings the same runtime, and checking it again for each would be most of the
work. Inside a batch a package's runtime is stubs that show the one beside it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from .raw import Data, mapping
from .result import Typed

__all__ = ["Package", "mypy", "pyright"]

Faults: TypeAlias = Mapping[str, list[str]]
_RUNTIME: Final = "_runtime"
_SHARED: Final = "shared_runtime"
_BATCH: Final = 6_000_000
_SECONDS: Final = 1800
_SHOWN: Final = 5
_LONGEST: Final = 250
_STUBS: Final = {"reportMissingModuleSource": "none"}  # of the stubs that stand for a runtime
_MYPY_LINE: Final = re.compile(r"^(?P<package>\w+)/(?P<told>[^:]+:\d+: error: .*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package's name, and the folder that holds it."""

    name: str
    sources: Path

    @property
    def size(self) -> int:
        """The bytes of its own modules."""
        own = (path for path in (self.sources / self.name).rglob("*.py") if _RUNTIME not in path.parts)
        return sum(path.stat().st_size for path in own)


class _FailedError(Exception):
    """A checker came to no verdict."""


def mypy(packages: Sequence[Package], cache: Path) -> Iterator[tuple[Package, Typed]]:
    """What `mypy --strict` finds in each."""

    def run(folder: Path, names: Sequence[str]) -> Faults:
        named = [word for name in names for word in ("-p", name)]
        told = _told(folder, "mypy", "--strict", "--python-version=3.11", "--cache-dir", str(cache), *named)
        faults: dict[str, list[str]] = {}
        for line in _MYPY_LINE.finditer(told):
            faults.setdefault(line["package"], []).append(line["told"])
        if not faults and "Success" not in told:
            raise _FailedError(told[-_LONGEST:])
        return faults

    return _in_batches(packages, run)


def pyright(packages: Sequence[Package]) -> Iterator[tuple[Package, Typed]]:
    """What basedpyright finds in each, as strict as Pyright is."""

    def run(folder: Path, names: Sequence[str]) -> Faults:
        settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": list(names), **_STUBS}
        (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
        told = _told(folder, "basedpyright", "--pythonpath", sys.executable, "--outputjson")
        return _of_report(told, folder)

    return _in_batches(packages, run)


def _of_report(told: str, folder: Path) -> Faults:
    try:
        report: Data = json.loads(told)
    except ValueError:
        raise _FailedError(told[-_LONGEST:]) from None
    listed = mapping(report).get("generalDiagnostics")
    faults: dict[str, list[str]] = {}
    for each in map(mapping, listed if isinstance(listed, list) else []):
        place = Path(str(each.get("file"))).relative_to(folder)
        start = mapping(mapping(each.get("range")).get("start")).get("line")
        line = int(start) + 1 if isinstance(start, int) else 0
        inside = "/".join(place.parts[1:])
        faults.setdefault(place.parts[0], []).append(f"{inside}:{line}: {each.get('rule')}: {each.get('message')}")
    return faults


def _in_batches(
    packages: Sequence[Package], run: Callable[[Path, Sequence[str]], Faults]
) -> Iterator[tuple[Package, Typed]]:
    for batch in _batches(packages):
        yield from _checked(batch, run)


def _batches(packages: Sequence[Package]) -> Iterator[list[Package]]:
    """As many packages together as a checker can hold."""
    batch: list[Package] = []
    size = 0
    for package in packages:
        if batch and size + package.size > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(package)
        size += package.size
    if batch:
        yield batch


def _checked(batch: list[Package], run: Callable[[Path, Sequence[str]], Faults]) -> Iterator[tuple[Package, Typed]]:
    """One batch; where the checker itself fails, its halves, down to the package that it fails on."""
    try:
        with TemporaryDirectory() as name:
            folder = Path(name).resolve()
            _laid_out(batch, folder)
            faults = run(folder, [package.name for package in batch])
    except (_FailedError, subprocess.TimeoutExpired) as failed:
        if len(batch) == 1:
            yield batch[0], Typed(1, (f"no verdict: {str(failed)[:_LONGEST]}",))
        else:
            yield from _checked(batch[: len(batch) // 2], run)
            yield from _checked(batch[len(batch) // 2 :], run)
        return
    if shared := faults.get(_SHARED):
        raise RuntimeError(f"the runtime itself is at fault: {shared[0]}")
    for package in batch:
        found = faults.get(package.name, [])
        yield package, Typed(len(found), tuple(each[:_LONGEST] for each in found[:_SHOWN]))


def _laid_out(batch: Sequence[Package], folder: Path) -> None:
    for package in batch:
        own, runtime = folder / package.name, package.sources / package.name / _RUNTIME
        copytree(package.sources / package.name, own, ignore=ignore_patterns("__pycache__", _RUNTIME))
        copytree(runtime, folder / _SHARED, ignore=ignore_patterns("__pycache__"), dirs_exist_ok=True)
        for path in sorted(runtime.rglob("*.py")):
            module = path.relative_to(runtime).with_suffix("")
            stub = own / _RUNTIME / module.with_suffix(".pyi")
            stub.parent.mkdir(parents=True, exist_ok=True)
            dotted = ".".join((_SHARED, *module.parts)).removesuffix(".__init__")
            stub.write_text(f"from {dotted} import *\n", "utf-8")
    (folder / _SHARED / "py.typed").touch()


def _told(folder: Path, *arguments: str) -> str:
    command = (sys.executable, "-m", *arguments)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False)
    return done.stdout or done.stderr
