"""Mentioned: which other files a document refers to, told from its text alone.

In: text, and a way to read files by name. Out: names of files, as they are seen from the folder of the side.

Why from the text: a document of a git revision is taken out with what it refers to before anything can be loaded, and
a version that is as it was is not loaded at all. A name too many costs a look; so every name that a reference may be is
taken.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import unquote

__all__ = ["closure", "mentioned"]

_REFERENCE = re.compile(r"""\$(?:ref|dynamicRef|recursiveRef)["']?\s*:\s*(?:"([^"#]+)|'([^'#]+)|([^\s"'#,}]+))""")
_ENDINGS = (".json", ".yaml", ".yml")
_FILE = re.compile(r"""["'\s:]([^\s"'#<>{}]+\.(?:json|ya?ml))(?=["'#\s,}]|$)""", re.IGNORECASE)


def mentioned(file: str, text: str) -> tuple[str, ...]:
    """The files that a document may refer to, by their names, without those that lie outside of all folders."""
    plain = text.replace("\\/", "/")
    # Most documents name no file, and to look for an ending takes a hundredth of what looking for a name takes.
    low = plain.lower()
    patterns = (_REFERENCE, _FILE) if any(each in low for each in _ENDINGS) else (_REFERENCE,)
    found = [each[each.lastindex or 0].strip() for pattern in patterns for each in pattern.finditer(plain)]
    folder = posixpath.dirname(file)
    names = (posixpath.normpath(posixpath.join(folder, unquote(each))) for each in found if "://" not in each)
    return tuple(dict.fromkeys(name for name in names if not name.startswith(("..", "/")) and name != file))


def closure(files: Iterable[str], read: Callable[[Iterable[str]], Mapping[str, bytes]]) -> dict[str, bytes]:
    """The files and all that they refer to, by name; `read` leaves out what is not there."""
    found: dict[str, bytes] = {}
    waiting, seen = tuple(files), set[str]()
    while waiting:
        seen.update(waiting)
        come = read(waiting)
        found.update(come)
        named = (each for name in come for each in mentioned(name, come[name].decode("utf-8", errors="replace")))
        waiting = tuple(dict.fromkeys(each for each in named if each not in seen))
    return dict(sorted(found.items()))
