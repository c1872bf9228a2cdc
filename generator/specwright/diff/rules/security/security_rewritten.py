"""The alternatives of an operation are other ones, and the same credentials suffice."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.crediting import securities
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule
from specwright.diff.sufficing import gained, is_open, lost

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    old, new = securities(pair)
    if set(old) != set(new) and is_open(old) == is_open(new) and not lost(old, new) and not gained(old, new):
        sentence = f"The alternatives of authorization of {pair.place.text} are listed in another way."
        yield Finding(f"{sentence} The same credentials suffice.")


RULE = rule("security-rewritten", "alternatives are listed otherwise", always("internal"), OperationPair, _look)
