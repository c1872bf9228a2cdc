"""The operationId is another one, beyond a version in it.

Why one that holds a path counts for none: it says again where the operation stands, and names nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import OperationPair
from specwright.diff.places import code, versionless
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both:
        old, new = (versionless(side.id) for side in pair.both)
        if old != new and not all(map(_is_path, (old, new))):
            yield Finding(f"The operationId of {pair.place.text} {_told(pair.both[0].id, pair.both[1].id)}.")


def _is_path(text: str) -> bool:
    return text.count("/") > 1


def _told(old: str, new: str) -> str:
    if not old or not new:
        return f"is {code(new)}; it had none" if new else f"is gone; it was {code(old)}"
    return f"is {code(new)} now, not {code(old)}"


RULE = rule("operation-id-changed", "an operation has another operationId", always("internal"), OperationPair, _look)
