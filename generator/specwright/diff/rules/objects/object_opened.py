"""An object may have properties beyond those that it names."""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.changes import Finding
from specwright.diff.pairs import ShapePair
from specwright.diff.ruling import always, rule
from specwright.ir import Object, Scalar

__all__ = ["RULE"]


#
# Why this breaks nobody: whoever reads an object skips what is not known, and the SDK keeps it.
def _look(pair: ShapePair) -> Iterator[Finding]:
    match pair.old and pair.old.shape, pair.new and pair.new.shape:
        case Object() as old, Object() as new if old.extra == Scalar("never") != new.extra:
            yield Finding(f"{pair.place.start} may have further properties now.")
        case _:
            pass


RULE = rule("object-opened", "an object may have further properties", always("additive"), ShapePair, _look)
