"""What users know an entitlement as reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.entitling import called
from specwright.diff.pairs import ApiPair, OperationPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule_of_two
from specwright.ir import Api, Operation
from specwright.sdk import Version

__all__ = ["RULE"]


def _look(pair: OperationPair | ApiPair) -> Iterator[Finding]:
    sides = pair.both or ()
    old, new = (_labels(side.api if isinstance(side, Version) else side) for side in sides) if sides else ({}, {})
    for key in sorted(old.keys() & new.keys()):
        if old[key] != new[key]:
            told = f"{pair.place.text} needs is called {code(new[key])} now, not {code(old[key])}"
            yield Finding(f"What {told}.", key, documented())


def _labels(owner: Api | Operation) -> dict[str, str]:
    """What is known by other words than its own, by all that it is."""
    return {
        f"{each.kind} {each.name} {each.level}": called(each)
        for each in owner.entitlements
        if each.label or each.level_label
    }


RULE = rule_of_two(
    "entitlement-described", "an entitlement has other words", always("docs"), (OperationPair, ApiPair), _look
)
