"""Format: Python as ruff writes it, in modules and in the fences of Markdown.

In: files by path. Out: the same files, the Python among them with unused imports gone, imports sorted and lines laid
out. The runtime is copied as it is, so it is not touched.

Why `__init__.py` goes by another name meanwhile: ruff takes an unused import there for one to show.

Why one folder and two calls: starting ruff costs more than its work. The settings are given here, so that no
configuration of the user's decides a byte.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from ruff import find_ruff_bin  # type: ignore[import-untyped]

from specwright.cache import NO_CACHE, Cache

__all__ = ["LINE_LENGTH", "format_python"]

LINE_LENGTH = 120
_FENCE_LENGTH = 88
_FENCE = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_SORTED = ("--config", "lint.isort.combine-as-imports=true", "--config", "lint.isort.split-on-trailing-comma=false")
_LINT = ("check", "--fix-only", "--exit-zero", "--select=F401,I", "--unsafe-fixes", *_SORTED)
_FORMAT = ("format", "--config", "format.skip-magic-trailing-comma=true")


def format_python(files: Mapping[str, str], cache: Cache = NO_CACHE) -> Mapping[str, str]:
    """The files, their Python formatted."""
    modules = {name: text for name, text in files.items() if name.endswith(".py") and "/_runtime/" not in name}
    fences = dict(_fences(files))
    done = {**_kept(cache, modules, LINE_LENGTH, (_LINT, _FORMAT)), **_kept(cache, fences, _FENCE_LENGTH, (_FORMAT,))}
    return {name: done.get(name) or _with_fences(name, text, done) for name, text in files.items()}


def _fences(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, text in files.items():
        if name.endswith(".md"):
            yield from ((f"{name}/{index}.py", match.group()) for index, match in enumerate(_FENCE.finditer(text)))


def _with_fences(name: str, text: str, done: Mapping[str, str]) -> str:
    if not name.endswith(".md"):
        return text
    found = iter(range(len(_FENCE.findall(text))))
    return _FENCE.sub(lambda _: done[f"{name}/{next(found)}.py"], text)


def _kept(cache: Cache, files: Mapping[str, str], length: int, steps: tuple[tuple[str, ...], ...]) -> Mapping[str, str]:
    """The files as an earlier run formatted them; those that none did, in one go.

    A file's name counts, because the folder above it says which imports are its package's own.
    """
    keys = {name: repr((name if _LINT in steps else "", length, steps, text)) for name, text in files.items()}
    known = {
        key: found.decode() for key in dict.fromkeys(keys.values()) if (found := cache.get("format", key)) is not None
    }
    wanted = {keys[name]: name for name in files if keys[name] not in known}
    made = _formatted({name: files[name] for name in wanted.values()}, length, steps)
    for key, name in wanted.items():
        known[key] = made[name]
        cache.put("format", key, made[name].encode())
    return {name: known[key] for name, key in keys.items()}


def _formatted(files: Mapping[str, str], length: int, steps: tuple[tuple[str, ...], ...]) -> Mapping[str, str]:
    if not files:
        return files
    with tempfile.TemporaryDirectory(prefix="specwright-") as folder:
        places = {name: Path(folder, name.replace("__init__.py", "_init_.py")) for name in sorted(files)}
        for name, path in places.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], "utf-8", newline="\n")
        for arguments in steps:
            _ruff(folder, (*arguments, "--line-length", str(length)))
        return {name: path.read_text("utf-8") for name, path in places.items()}


def _ruff(folder: str, arguments: tuple[str, ...]) -> None:
    settings = ("--isolated", "--no-cache", "--quiet", "--target-version=py311")
    command = [find_ruff_bin(), *arguments, *settings, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        message = f"ruff refused generated code: {done.stderr or done.stdout}"
        raise AssertionError(message)
