"""A property of a form is written in another way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from specwright.diff.changes import Finding
from specwright.diff.effects import behaviour
from specwright.diff.pairs import ContentPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule
from specwright.diff.wording import listed
from specwright.ir import Encoding

__all__ = ["RULE"]


def _look(pair: ContentPair) -> Iterator[Finding]:
    if pair.both:
        old, new = ({each.property: each for each in side.encodings} for side in pair.both)
        for name in sorted(old.keys() | new.keys()):
            was, now = old.get(name, Encoding(name)), new.get(name, Encoding(name))
            ways = [each.name for each in fields(Encoding) if getattr(was, each.name) != getattr(now, each.name)]
            if ways:
                sentence = f"The property {code(name)} of {pair.place.text} is written in another way: {listed(ways)}."
                yield Finding(sentence, name, behaviour("The SDK writes it the new way by itself."))


RULE = rule("encoding-changed", "a property of a form is written otherwise", always("breaking"), ContentPair, _look)
