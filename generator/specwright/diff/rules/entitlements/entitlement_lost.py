"""An account that could use an operation or an API cannot any more."""

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
        names = sorted(was.keys() - now.keys()) if now else []
        if names:
            told = listed(called(was[name]) for name in names)
            yield Finding(f"{pair.place.start} does not come with {told} any more.", f"{kind} {known_by(names)}")
        if now and not was:
            told = listed_or(called(each) for each in now.values())
            yield Finding(f"{pair.place.start} needs {told} now.", f"{kind} {known_by(now)}")


RULE = rule_of_two(
    "entitlement-lost", "an account does not suffice any more", always("breaking"), (OperationPair, ApiPair), _look
)
