"""`$dynamicRef` as a plain reference, where it is one.

In: a document. Out: the same with each `$dynamicRef` as a `$ref`, and a warning for each that means another schema
depending on who refers to it.

Why so: with one anchor of its name a dynamic reference is a plain one. With several it takes the outermost one on the
way by which a value was reached, which no type of a schema can say. Then the anchor nearest to it is taken, or any
value where that is a mere stand-in (`not: {}`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from specwright.load.identities import Identities, identities_of, mentions
from specwright.load.pointers import join, lookup
from specwright.load.shape import Document, Json
from specwright.problems import Origin, Problem

__all__ = ["without_dynamic"]

_KEY = "$dynamicRef"
_SAYS_NOTHING = frozenset({"$anchor", "$comment", "$dynamicAnchor", "description", "not", "title"})


def without_dynamic(document: Document) -> Document:
    """The document with plain references alone; the very same where it has no others."""
    if not mentions(document.data, (_KEY,)):
        return document
    settling = _Settling(document, identities_of(document.data, document.path.resolve().as_uri()))
    data = settling.settled(document.data, "")
    assert isinstance(data, dict)
    return replace(document, data=data).having(settling.problems)


@dataclass(slots=True)
class _Settling:
    document: Document
    identities: Identities
    problems: list[Problem] = field(default_factory=list[Problem])

    def settled(self, node: Json, pointer: str) -> Json:
        """The value and all below it."""
        if isinstance(node, list):
            return [self.settled(each, join(pointer, index)) for index, each in enumerate(node)]
        if not isinstance(node, dict):
            return node
        made = {key: self.settled(each, join(pointer, key)) for key, each in node.items()}
        written = node.get(_KEY)
        if isinstance(written, str) and "$ref" not in node:
            del made[_KEY]
            made |= self._plain(written, pointer)
        return made

    def _plain(self, written: str, pointer: str) -> Mapping[str, Json]:
        name = written.rpartition("#")[2]
        if len(self.identities.named(name)) < 2:
            return {"$ref": written}
        nearest = self.identities.anchor(self.identities.resource_at(pointer), name, pointer)
        target = lookup(self.document.data, nearest) if nearest is not None else None
        is_known = isinstance(target, dict) and bool(set(target) - _SAYS_NOTHING)
        message = f'"{written}" means another schema depending on who refers to it, which no type can say.'
        hint = "The nearest is taken." if is_known else "Any value is taken."
        origin = Origin(self.document.file, join(pointer, _KEY))
        self.problems.append(Problem("dynamic-ref", origin, message, hint, "warning"))
        return {"$ref": f"#{nearest}"} if is_known else {}
