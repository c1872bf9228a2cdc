"""Narrowness: of scopes that would do as well, the one that opens least, as far as its name says.

In: the names of scopes. Out: what each costs; the last place makes every choice the same each time.

A name that says `sensitive` opens more than one that does not. One that says that it reads opens less than one that
writes; a name that says neither mostly does both, and one that says `admin` or `all` does everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from specwright.scopes.least import Cost

__all__ = ["costs_of"]

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\*")
_SENSITIVE = frozenset({"confidential", "personal", "pii", "private", "secret", "sensitive"})
_READ = frozenset({"get", "list", "read", "readonly", "reader", "view", "viewer"})
_WRITE = frozenset({
    "append", "book", "create", "delete", "edit", "execute", "insert", "modify", "post", "publish", "remove", "run",
    "send", "update", "upload", "write", "writer",
})  # fmt: skip
_ALL = frozenset({"*", "admin", "administrator", "all", "any", "full", "manage", "manager", "owner", "root", "super"})


def costs_of(scopes: Iterable[str]) -> Mapping[str, Cost]:
    """One scope more, how sensitive it says to be, how far it says to reach, and its place by name."""
    reach = {scope: _reach(scope) for scope in scopes}
    ordered = sorted(reach, key=lambda scope: (reach[scope], scope))
    return {scope: (1, *reach[scope], index) for index, scope in enumerate(ordered)}


def _reach(scope: str) -> tuple[int, int]:
    words = {word.lower() for word in _WORD.findall(scope)}
    sensitive = sum(word in _SENSITIVE for word in words)
    if words & _ALL:
        return sensitive, 3
    if words & _WRITE:
        return sensitive, 1
    return sensitive, 0 if words & _READ else 2
