"""Inheriting: what answers the path of an operation that is gone.

In: an operation, and the version without it. Out: the operation whose path holds that one's: `/objects/{type}` holds
`/objects/contacts`.

Why the two are no pair: a wider path may be the same operation made general, or another one that happens to be there.
A reader can tell, so it is said and the operation counts as gone all the same.
"""

from __future__ import annotations

from specwright.diff.places import code, versionless
from specwright.ir import Operation
from specwright.sdk import Version

__all__ = ["and_its_heir"]


def and_its_heir(gone: Operation, version: Version) -> str:
    """A sentence about what answers its path now; nothing where nothing does."""
    heirs = [each for each in version.api.operations if each.method == gone.method and _holds(each.path, gone.path)]
    if not heirs:
        return ""
    narrowest = min(heirs, key=lambda each: (each.path.count("{"), each.path))
    return f" Its path is answered by {code(f'{narrowest.method} {narrowest.path}')}."


def _holds(path: str, other: str) -> bool:
    parts, others = versionless(path).split("/"), versionless(other).split("/")
    if len(parts) != len(others) or "{" not in path:
        return False
    return all(part == one or (part[:1] == "{" and part[-1:] == "}") for part, one in zip(parts, others, strict=True))
