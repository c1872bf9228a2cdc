"""A tag is new or gone, or its description reads differently."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import documented
from specwright.diff.pairs import ApiPair
from specwright.diff.places import code
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ApiPair) -> Iterator[Finding]:
    old, new = ({each.name: each.description for each in side.api.tags} for side in (pair.sides.old, pair.sides.new))
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            yield Finding(f"The tag {code(name)} is {'new' if name in new else 'gone'}.", name)
        elif old[name] != new[name]:
            yield Finding(f"The description of the tag {code(name)} reads differently.", name, documented())


RULE = rule("tag-described", "a tag or its description changed", always("docs"), ApiPair, _look)
