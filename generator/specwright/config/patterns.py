"""Patterns: which documents an entry of `specs` means.

In: a pattern, and the folder that it starts from. Out: sources by name, or problems.

A pattern such as `specs/{version}/scheduler-meetings-v{version}.json` collects the versions of one SDK; `{version}`
stands for one folder or part of a name, and reads the same wherever it stands; a `v` before it is not doubled
(`v3/name-v3.json`). `*` stands for anything within one folder or name. Overlays lie beside their documents and are none
themselves.

Any other word in braces names the documents of one version: `{product}/{api}/{version}/*.json` puts all of a version's
documents into one namespace, each with its own models (`models.crm_contacts` for `CRM/Contacts`). An entry that begins
with `!` takes away what it means from all the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from specwright.config.values import Source

__all__ = ["NOT", "OVERLAY", "fault_of", "is_inside", "looked_in", "matching", "source_of", "unlike"]

NOT = "!"
"""What an entry begins with that takes documents away."""

OVERLAY = ".overlay.yaml"
"""What the overlay beside a document ends with, in place of the document's own ending."""

_VERSION = "version"
_STAR = "_star"
_WORD = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_PART = re.compile(r"(\{[a-z][a-z0-9_]*\}|\*)")


def fault_of(pattern: str) -> str:
    """What is wrong with a pattern by itself; nothing where nothing is."""
    if not is_inside(pattern):
        return "must be a path below the folder of the configuration"
    if re.search(r"[{}?\[\]]|\*\*", _WORD.sub("", pattern)):
        return "may hold {version}, names in braces such as {api}, and *, and no other sign of a pattern"
    slips = (word for word in _WORD.findall(pattern) if word != _VERSION and get_close_matches(word, [_VERSION]))
    return next((f"holds {{{word}}} and not {{version}}, which may be meant" for word in slips), "")


def is_inside(path: str) -> bool:
    """Whether this is a path that does not lead out of the folder that it starts from."""
    return bool(path) and not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


def matching(pattern: str, root: Path) -> tuple[Source, ...]:
    """The files of a pattern by name, each with what its words and stars stood for."""
    wanted = _expression(pattern)
    found = ((path, wanted.fullmatch(path.relative_to(root).as_posix())) for path in _files(pattern, root))
    words = [word for word in dict.fromkeys(_WORD.findall(pattern)) if word != _VERSION]
    return tuple(_source(path, root, match.groupdict(), words) for path, match in found if match)


def unlike(pattern: str, root: Path) -> tuple[str, ...]:
    """The files that would match if `{version}` did not read differently in the parts of their path."""
    wanted = _expression(pattern)
    names = (path.relative_to(root).as_posix() for path in _files(pattern, root))
    return tuple(name for name in names if not wanted.fullmatch(name))


def looked_in(pattern: str, root: Path) -> Iterator[Path]:
    """The folders whose names decide what a pattern means, and which overlays lie beside that."""
    parts = PurePosixPath(_WORD.sub("*", pattern.removeprefix(NOT))).parts
    for depth, part in enumerate(parts, 1):
        if "*" in part or depth == len(parts):
            above = "/".join(parts[: depth - 1])
            yield from sorted(root.glob(above)) if above else [root]


def _source(path: Path, root: Path, found: Mapping[str, str], words: Iterable[str]) -> Source:
    stars = tuple(text for name, text in found.items() if name.startswith(_STAR))
    plain = source_of(path, root, found.get(_VERSION, ""))
    return replace(plain, named=tuple(found[word] for word in words), stars=stars)


def source_of(path: Path, root: Path, version: str = "") -> Source:
    """One document, with the overlay beside it."""
    whole = path.resolve()
    shown = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()
    beside = whole.with_name(f"{whole.stem}{OVERLAY}")
    return Source(whole, shown, version, beside if beside.is_file() else None)


def _files(pattern: str, root: Path) -> list[Path]:
    found = root.glob(_WORD.sub("*", pattern))
    return sorted(path for path in found if path.is_file() and not path.name.endswith(OVERLAY))


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_parts(pattern)))


def _parts(pattern: str) -> Iterator[str]:
    """The pattern as a regular expression; a word that stands again reads the same, a version with or without `v`."""
    seen: set[str] = set()
    for index, part in enumerate(_PART.split(PurePosixPath(pattern).as_posix())):
        word = part.strip("{}") if _WORD.fullmatch(part) else ""
        if word in seen:
            yield "(?:(?P=version)|(?P=bare))" if word == _VERSION else f"(?P={word})"
        elif word:
            yield "(?P<version>v?(?P<bare>[^/]+?))" if word == _VERSION else f"(?P<{word}>[^/]+?)"
        else:
            yield f"(?P<{_STAR}{index}>[^/]*)" if part == "*" else re.escape(part)
        seen |= {word} - {""}
