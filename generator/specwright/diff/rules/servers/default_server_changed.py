"""Without a `base_url` the SDK calls another address."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ApiPair
from specwright.diff.places import code, versionless
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ApiPair) -> Iterator[Finding]:
    if pair.both and pair.both[0].api.servers and pair.both[1].api.servers:
        old, new = (side.api.servers[0].url for side in pair.both)
        if versionless(old) != versionless(new):
            effect = behaviour(f"`Client()` calls {code(new)}, not {code(old)}.", breaks=True)
            yield Finding(f"The first server is {code(new)} now, not {code(old)}.", effect=effect)


RULE = rule("default-server-changed", "the first server is another one", always("internal"), ApiPair, _look)
