"""An account that could not use an operation or an API can."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.entitling import called, entitlements_of, needs
from specwright.diff.pairs import ApiPair, OperationPair
from specwright.diff.ruling import always, rule_of_two
from specwright.diff.wording import known_by, listed, listed_or

__all__ = ["RULE"]


def _look(pair: OperationPair | ApiPair) -> Iterator[Finding]:
    for kind, was, now in needs(*entitlements_of(pair)):
        names = sorted(now.keys() - was.keys()) if was else []
        if names:
            told = listed(called(now[name]) for name in names)
            yield Finding(f"{pair.place.start} comes with {told} too.", f"{kind} {known_by(names)}")
        if was and not now:
            told = listed_or(called(each) for each in was.values())
            yield Finding(f"{pair.place.start} does not need {told} any more.", f"{kind} {known_by(was)}")


RULE = rule_of_two(
    "entitlement-gained", "an account suffices that did not", always("additive"), (OperationPair, ApiPair), _look
)
