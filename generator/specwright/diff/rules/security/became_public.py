"""An operation needs no credentials any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.crediting import securities
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule
from specwright.diff.sufficing import is_open

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    old, new = securities(pair)
    if is_open(new) and not is_open(old):
        yield Finding(f"{pair.place.start} needs no authorization any more.")


RULE = rule("became-public", "an operation needs no credentials any more", always("additive"), OperationPair, _look)
