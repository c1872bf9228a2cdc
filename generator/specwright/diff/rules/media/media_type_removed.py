"""A body or an answer does not come in a media type any more."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.effects import retyped
from specwright.diff.pairs import ContentPair
from specwright.diff.parts import returned
from specwright.diff.ruling import always, rule

__all__ = ["RULE"]


def _look(pair: ContentPair) -> Iterator[Finding]:
    if pair.gone:
        yield Finding(f"{pair.place.start} is gone.", effect=retyped(*returned(pair), breaks=True))


RULE = rule("media-type-removed", "a body or an answer lost a media type", always("breaking"), ContentPair, _look)
