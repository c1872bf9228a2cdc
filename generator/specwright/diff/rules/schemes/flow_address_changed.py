"""An OAuth 2.0 flow has another address."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.members import flows_of
from specwright.diff.pairs import SchemePair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import was_and_is

__all__ = ["RULE"]


_MEMBERS = (
    ("authorization_url", "authorizationUrl"), ("token_url", "tokenUrl"), ("refresh_url", "refreshUrl"),
)  # fmt: skip


def _look(pair: SchemePair) -> Iterator[Finding]:
    old, new = flows_of(pair)
    for kind in sorted(old.keys() & new.keys()):
        for member, keyword in _MEMBERS:
            was, now = getattr(old[kind], member), getattr(new[kind], member)
            if was != now:
                told = was_and_is(json.dumps(was) if was else None, json.dumps(now) if now else None)
                sentence = f"The {code(keyword)} of the flow {code(kind)} of {pair.place.text} {told}."
                yield Finding(sentence, f"{kind} {keyword}", behaviour("The SDK asks there by itself."))


RULE = rule("flow-address-changed", "an OAuth flow has another address", always("breaking"), SchemePair, _look)
