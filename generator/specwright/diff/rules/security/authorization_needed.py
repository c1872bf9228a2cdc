"""An operation that anybody could call needs credentials."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.crediting import securities, told
from specwright.diff.effects import behaviour
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule
from specwright.diff.sufficing import every, is_open

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    old, new = securities(pair)
    if is_open(old) and not is_open(new):
        effect = behaviour("A client without credentials is refused.", breaks=True)
        needed = "; or ".join(told(ways) for ways in every(new))
        yield Finding(f"{pair.place.start} needs authorization now: {needed}.", effect=effect)


RULE = rule("authorization-needed", "an operation needs credentials now", always("breaking"), OperationPair, _look)
