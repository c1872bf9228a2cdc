"""Nearness: the files in which a client can turn up, as far as imports tell.

In: the files, and the names of the generated packages. Out: the files that name a package, and all that import one of
these. Others come to be near when a client, or something of a near file, is handed to them.

Why: most files of a large program have nothing to do with the API. Of these only the outermost lines are read, and the
words of what looks like a call.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from specwright.scopes.reading.files import Library, Source
from specwright.scopes.reading.kinds import (
    Bound,
    Class,
    Function,
    Held,
    Instance,
    Kind,
    Resource,
    ResourceClass,
    Returning,
    Row,
    Table,
    Type,
)

__all__ = ["brings_near", "near_files"]


def near_files(library: Library, packages: Iterable[str]) -> set[str]:
    """The files that name one of the packages, and those that import them, directly or not."""
    importers: dict[str, list[str]] = {}
    for shown, source in library.sources.items():
        for file in _imported(library, source):
            importers.setdefault(file, []).append(shown)
    named = re.compile(rf"\b({'|'.join(map(re.escape, sorted(packages)))})\b")
    waiting = [shown for shown, source in library.sources.items() if named.search(source.text)]
    near: set[str] = set()
    while waiting:
        file = waiting.pop()
        if file not in near:
            near.add(file)
            waiting += importers.get(file, [])
    return near


def brings_near(kind: Kind, near: set[str]) -> bool:
    """Whether a value that comes to a file makes it worth reading."""
    return any(_brings(each, near) for each in kind)


def _brings(each: Type, near: set[str]) -> bool:
    match each:
        case Resource() | ResourceClass():
            return True
        case Function() | Class() | Instance():
            return each.place[0] in near
        case Held() | Table() | Returning():
            return brings_near(each.kind, near)
        case Bound():
            return _brings(each.owner, near)
        case Row():
            return any(brings_near(kind, near) for kind in each.kinds)
        case _:
            return False


def _imported(library: Library, source: Source) -> Iterator[str]:
    """The files that a file imports, wherever in it; of a package the modules that are named too."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names = [(alias.name, 0) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            home = node.module or ""
            inside = (f"{home}.{alias.name}".lstrip(".") for alias in node.names)
            names = [(home, node.level), *((name, node.level) for name in inside)]
        else:
            continue
        for name, level in names:
            for part in _packages(name):
                file = library.relative(part, level, source) if level else library.absolute(part, source)
                if file:
                    yield file


def _packages(name: str) -> Iterator[str]:
    """`a.b.c` runs `a`, `a.b` and `a.b.c`."""
    parts = name.split(".")
    return (".".join(parts[:length]) for length in range(1, len(parts) + 1))
