"""Chains: code that looks like a call of an operation on a value whose type is not known.

In: an attribute that led to nothing. Out: a gap, where its words are those of an operation.

Why names count here and nowhere else: a name is no proof that something is called, but reason enough to say that
nothing was read there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from specwright.scopes.reading.kinds import Foreign, Kind
from specwright.scopes.reading.world import Frame, spot_of

__all__ = ["look_at", "look_at_words"]

_ALONE = 3
_CLIENT = ("client", "sdk", "api")


def look_at(frame: Frame, node: ast.Attribute, values: Kind) -> None:
    """Tell of an attribute of an unknown value, if an operation is called so."""
    # What comes from a library is hardly ours, unless it says so.
    is_foreign = bool(values) and all(isinstance(value, Foreign) for value in values)
    look_at_words(frame, node, _words(node), strange=is_foreign)


def look_far(frame: Frame, node: ast.AST) -> None:
    """The same for code in which no client can turn up, unless somebody hands it one whose code is not read."""
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Load):
            look_at_words(frame, part, _words(part), strange=True)


def look_at_words(frame: Frame, node: ast.expr, words: list[str], *, strange: bool) -> None:
    """Tell of words that are those of an operation; of a strange value only if they leave little doubt."""
    for parts in frame.world.surface.names.get((words[-2], words[-1]), ()) if len(words) > 1 else ():
        whole = len(words) > len(parts) and tuple(words[-len(parts) :]) == parts
        before = words[: -len(parts)] if whole else words[:-1]
        telling = len(parts) >= _ALONE or before[-1].lower().strip("_").endswith(_CLIENT)
        if (whole and (telling or not strange)) or (len(words) == 2 and not whole and not strange):
            message = (
                f"this looks like {'.'.join(parts)}, and what `{'.'.join(before)}` is cannot be told from the code. "
                "Annotate it where it comes from."
            )
            frame.findings.gap(spot_of(frame, node), "unknown-type", message)
            return


def _words(node: ast.expr) -> list[str]:
    """`a.b().c[0].d` is a, b, c, d."""
    return list(reversed(list(_backwards(node))))


def _backwards(node: ast.expr) -> Iterator[str]:
    while True:
        match node:
            case ast.Attribute():
                yield node.attr
                node = node.value
            case ast.Name():
                yield node.id
                return
            case ast.Call():
                node = node.func
            case ast.Subscript() | ast.Await():
                node = node.value
            case _:
                yield "(…)"
                return
