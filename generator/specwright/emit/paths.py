"""Which paths may be written at all: those that stay inside the output folder on every system that may check it out.

In: the relative paths of a run's files. Out: one problem for each that could leave the folder, or that two systems
read differently.

Why Windows' rules hold everywhere: the output is committed, and a name that one system cannot check out breaks the
whole clone. Case and Unicode form are compared folded for the same reason: `Pets.md` and `pets.md` are one file on
macOS and Windows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from specwright.problems import Origin, Problem

__all__ = ["folded", "folders_above", "path_problems"]

MAX_NAME_BYTES = 255
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*|$)", re.IGNORECASE)


def path_problems(paths: Iterable[str], *, shown: str) -> tuple[Problem, ...]:
    """Everything that is wrong with these paths, in their sorted order."""
    ordered = sorted(paths)
    problems = [
        Problem(
            "unsafe-path", Origin(shown), f"{path!a} cannot be written: {reason}.", hint="Rename what it is made from."
        )
        for path in ordered
        if (reason := _unsafe(path))
    ]
    return (*problems, *_clashes(ordered, shown))


def folders_above(path: str) -> Iterator[str]:
    """Every folder that a path lies in, the outermost first."""
    parts = path.split("/")
    for depth in range(1, len(parts)):
        yield "/".join(parts[:depth])


def folded(path: str) -> str:
    """The path as a file system reads it that tells neither case nor Unicode form apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _unsafe(path: str) -> str:
    if path.startswith("/"):
        return "it is absolute"
    for name in path.split("/"):
        if name in {"", ".", ".."}:
            return f"{name!r} is not a name"
        if _FORBIDDEN.search(name) or name.endswith((" ", ".")):
            return f"{name!a} holds a character that not every system allows there"
        if _DEVICE.match(name):
            return f"{name!r} is a device on Windows"
        if len(name.encode()) > MAX_NAME_BYTES:
            return f"a name is longer than {MAX_NAME_BYTES} bytes"
    return ""


def _clashes(ordered: list[str], shown: str) -> Iterator[Problem]:
    spelled: dict[str, tuple[str, str]] = {}
    for path in ordered:
        places = (*((folder, "folder") for folder in folders_above(path)), (path, "file"))
        reason = next((reason for place, kind in places if (reason := _clash(spelled, place, kind))), "")
        if reason:
            yield Problem("path-clash", Origin(shown), f"{reason}.", hint="Rename what one of them is made from.")


def _clash(spelled: dict[str, tuple[str, str]], place: str, kind: str) -> str:
    """What is wrong with a place that has been named before; a good one is noted."""
    if folded(place) not in spelled:
        spelled[folded(place)] = (place, kind)
        return ""
    first, first_kind = spelled[folded(place)]
    if first != place:
        return f"{first!a} and {place!a} are one file on systems that do not tell case apart"
    if first_kind != kind:
        return f"{place!a} would be a file and a folder"
    return f"{place!a} would be written twice" if kind == "file" else ""
