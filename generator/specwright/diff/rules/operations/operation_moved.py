"""An operation has another path or another HTTP method, its operationId tells."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import behaviour, call_of
from specwright.diff.pairs import OperationPair
from specwright.diff.places import code, shape_of_path
from specwright.diff.ruling import always, rule
from specwright.ir import Operation

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    if pair.both:
        old, new = pair.both
        if (old.method, shape_of_path(old.path)) != (new.method, shape_of_path(new.path)):
            was = code(f"{old.method} {old.path}")
            yield Finding(f"{was} is {code(f'{new.method} {new.path}')} now.", effect=_effect(pair, old, new))


def _effect(pair: OperationPair, old: Operation, new: Operation) -> Effect:
    """The call goes to the new place by itself, if it is still called the same."""
    called = call_of(pair.sides.new, new)
    same = called and called == call_of(pair.sides.old, old)
    return behaviour(f"{code(called)} goes to the new place by itself.") if same else NOTHING


RULE = rule("operation-moved", "an operation has another path or HTTP method", always("breaking"), OperationPair, _look)
