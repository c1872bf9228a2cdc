"""A way to authorize is another one: its type, where the key goes, or where OpenID is found."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specwright.diff.changes import NOTHING, Effect, Finding
from specwright.diff.effects import behaviour, renamed
from specwright.diff.pairs import SchemePair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import was_and_is
from specwright.ir import ApiKey, Http, MutualTls, OAuth2, OpenId, Scheme
from specwright.python.schemes import parameters_of

__all__ = ["RULE"]


_MEMBERS = (("location", "place"), ("key", "key"), ("scheme", "HTTP scheme"), ("url", "OpenID address"))


def _look(pair: SchemePair) -> Iterator[Finding]:
    if pair.both:
        old, new = pair.both
        if type(old) is not type(new):
            sentence = f"{pair.place.start} is {code(_kind(new))} now, not {code(_kind(old))}."
            yield Finding(sentence, "type", _effect(pair))
            return
        for member, called in _MEMBERS:
            was, now = getattr(old, member, None), getattr(new, member, None)
            if was != now:
                told = was_and_is(json.dumps(was), json.dumps(now))
                yield Finding(f"The {called} of {pair.place.text} {told}.", member, _effect(pair))


def _kind(scheme: Scheme) -> str:
    return {ApiKey: "apiKey", Http: "http", OAuth2: "oauth2", OpenId: "openIdConnect", MutualTls: "mutualTLS"}[
        type(scheme)
    ]


def _effect(pair: SchemePair) -> Effect:
    """The credential goes to the new place by itself, if it is still called the same."""
    old, new = (parameters_of((side,)).get(side.name, "") for side in pair.both or ())
    if old == new:
        return behaviour(f"`Client({new}=…)` sends it the new way by itself.") if new else NOTHING
    return renamed(f"Client({old}=…)", f"Client({new}=…)") if old and new else NOTHING


RULE = rule("scheme-changed", "a security scheme is another one", always("breaking"), SchemePair, _look)
