"""Patterns: which documents an entry of `specs` means.

In: a pattern, and the folder that it starts from. Out: sources by name, or problems.

A pattern such as `specs/{version}/scheduler-meetings-v{version}.json` collects the versions of one SDK; `{version}`
stands for one folder or part of a name, and reads the same wherever it stands; a `v` before it is not doubled
(`v3/name-v3.json`). `*` stands for anything within one folder or name. Overlays lie beside their documents and are none
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from specwright.config.values import Source

__all__ = ["fault_of", "matching", "source_of", "unlike"]

_OVERLAY = ".overlay.yaml"
_KNOWN = re.compile(r"\{version\}")


def fault_of(pattern: str) -> str:
    """What is wrong with a pattern by itself; nothing where nothing is."""
    if not pattern or PurePosixPath(pattern).is_absolute() or ".." in PurePosixPath(pattern).parts:
        return "must be a path below the folder of the configuration"
    if re.search(r"[{}?\[\]]|\*\*", _KNOWN.sub("", pattern)):
        return "may hold {version} and *, and no other sign of a pattern"
    return ""


def matching(pattern: str, root: Path) -> tuple[Source, ...]:
    """The files of a pattern by name, each with what `{version}` stood for."""
    wanted = _expression(pattern)
    found = ((path, wanted.fullmatch(path.relative_to(root).as_posix())) for path in _files(pattern, root))
    return tuple(source_of(path, root, match.groupdict().get("version", "")) for path, match in found if match)


def unlike(pattern: str, root: Path) -> tuple[str, ...]:
    """The files that would match if `{version}` did not read differently in the parts of their path."""
    wanted = _expression(pattern)
    names = (path.relative_to(root).as_posix() for path in _files(pattern, root))
    return tuple(name for name in names if not wanted.fullmatch(name))


def source_of(path: Path, root: Path, version: str = "") -> Source:
    """One document, with the overlay beside it."""
    whole = path.resolve()
    shown = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()
    beside = whole.with_name(f"{whole.stem}{_OVERLAY}")
    return Source(whole, shown, version, beside if beside.is_file() else None)


def _files(pattern: str, root: Path) -> list[Path]:
    found = root.glob(_KNOWN.sub("*", pattern))
    return sorted(path for path in found if path.is_file() and not path.name.endswith(_OVERLAY))


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_parts(pattern)))


def _parts(pattern: str) -> Iterator[str]:
    """The pattern as a regular expression; later versions are the first one, with or without its `v`."""
    first = True
    for part in re.split(r"(\{version\}|\*)", PurePosixPath(pattern).as_posix()):
        if part == "{version}":
            yield "(?P<version>v?(?P<bare>[^/]+?))" if first else "(?:(?P=version)|(?P=bare))"
            first = False
        else:
            yield "[^/]*" if part == "*" else re.escape(part)
