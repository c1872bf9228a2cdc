"""Credentials suffice for an operation that did not."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.crediting import known_as, securities, told
from specwright.diff.pairs import OperationPair
from specwright.diff.ruling import always, rule
from specwright.diff.sufficing import gained

__all__ = ["RULE"]


def _look(pair: OperationPair) -> Iterator[Finding]:
    for ways in gained(*securities(pair)):
        yield Finding(f"{pair.place.start} takes {told(ways)} now.", known_as(ways))


RULE = rule("security-gained", "credentials suffice that did not", always("additive"), OperationPair, _look)
