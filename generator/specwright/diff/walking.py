"""Walking: every pair of two versions, each once.

In: two versions. Out: pairs, and the operations that each concerns by their public names.

Why a pair of named types is walked once for each direction: many operations share one type, and a change of it is one
change. What is narrowed breaks those who send it, and what is widened those who get it, so the direction counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from specwright.diff.belongings import types_gone
from specwright.diff.matching import match_operations, matched, several_versions
from specwright.diff.operations import operation_parts, server_pairs
from specwright.diff.pairs import ApiPair, ModelPair, OperationPair, Pair, SchemePair, Sides, WebhookPair
from specwright.diff.places import Place, code, versionless
from specwright.diff.shapes import Node, Use, model_pairs
from specwright.diff.unread import unread_in
from specwright.ir import Operation, Webhook
from specwright.sdk import Version

__all__ = ["walk"]

_Owner: TypeAlias = str | Node


@dataclass(slots=True)
class _Found:
    """What the walk has come by: the pairs of each owner, and the named types that each uses."""

    pairs: dict[_Owner, list[Pair]] = field(default_factory=dict["_Owner", "list[Pair]"])
    uses: dict[_Owner, list[Node]] = field(default_factory=dict["_Owner", "list[Node]"])
    waiting: list[Use] = field(default_factory=list[Use])

    def take(self, owner: _Owner, items: Iterable[Pair | Use]) -> None:
        pairs, uses = self.pairs.setdefault(owner, []), self.uses.setdefault(owner, [])
        for item in items:
            if isinstance(item, Use):
                uses.append(item.node)
                self.waiting.append(item)
            else:
                pairs.append(item)


def walk(old: Version, new: Version) -> Iterator[tuple[Pair, tuple[str, ...]]]:
    """Every pair, with the operations and webhooks that use it."""
    sides, found = Sides(old, new, (unread_in(old), unread_in(new))), _Found()
    roots: list[str] = []
    for called, items in (*_operations(sides), *_webhooks(sides)):
        roots.append(called)
        found.take(called, items)
    while found.waiting:
        use = found.waiting.pop(0)
        if use.node not in found.pairs:
            found.take(use.node, model_pairs(sides, use))
    concerned = _concerned(roots, found.uses)
    yield from ((pair, ()) for pair in (*_whole(sides), *_types_gone(sides, found.pairs)))
    for owner, pairs in found.pairs.items():
        yield from ((pair, (owner,) if isinstance(owner, str) else concerned[owner]) for pair in pairs)


def _whole(sides: Sides) -> Iterator[Pair]:
    old, new = sides.old.api, sides.new.api
    whole = ApiPair(sides, Place("api", "the API"), "", sides.old, sides.new, (old.origin, new.origin))
    yield whole
    yield from server_pairs(sides, whole.place, whole.at, old.servers, new.servers)
    for was, now in matched(old.schemes, new.schemes, lambda each: each.name):
        one = was or now
        assert one, "a pair has a side"
        place = Place(f"scheme {one.name}", f"the security scheme {code(one.name)}")
        at = (was.origin if was else old.origin, now.origin if now else new.origin)
        yield SchemePair(sides, place, "", was, now, at)


def _types_gone(sides: Sides, walked: Iterable[_Owner]) -> Iterator[Pair]:
    """The named types that nothing on the new side stands for."""
    matched_types = {owner[0] for owner in walked if not isinstance(owner, str)}
    for model in types_gone(sides, matched_types):
        name = sides.old.names.types[model.id]
        at = (model.origin, sides.new.api.origin)
        yield ModelPair(sides, Place(name, name, is_type=True), "", model, None, at)


def _operations(sides: Sides) -> Iterator[tuple[str, Iterator[Pair | Use]]]:
    alike = frozenset(each.key for each in several_versions(sides.old, sides.new))
    for was, now in match_operations(sides.old, sides.new):
        pair = _operation_pair(sides, was, now, alike)
        version, one = (sides.new, now) if now else (sides.old, was)
        assert one, "a pair has a side"
        yield version.names.operations[one.key].dotted, _whole_operation(pair)


def _whole_operation(pair: OperationPair) -> Iterator[Pair | Use]:
    yield pair
    yield from operation_parts(pair, "request", "response")


def _operation_pair(
    sides: Sides, was: Operation | None, now: Operation | None, alike: frozenset[str] = frozenset()
) -> OperationPair:
    one = now or was
    assert one, "a pair has a side"
    plain = f"{one.method} {versionless(one.path)}"
    place = Place(one.key if one.key in alike else plain, code(f"{one.method} {one.path}"))
    at = (was.origin if was else sides.old.api.origin, now.origin if now else sides.new.api.origin)
    return OperationPair(sides, place, "", was, now, at)


def _webhooks(sides: Sides) -> Iterator[tuple[str, Iterator[Pair | Use]]]:
    listed = matched(sides.old.api.webhooks, sides.new.api.webhooks, lambda each: each.key, lambda each: each.name)
    for was, now in listed:
        version, one = (sides.new, now) if now else (sides.old, was)
        assert one, "a pair has a side"
        yield version.names.webhooks[one.key].dotted, _webhook(sides, was, now)


def _webhook(sides: Sides, was: Webhook | None, now: Webhook | None) -> Iterator[Pair | Use]:
    one = now or was
    assert one, "a pair has a side"
    kind = "callback" if one.registered_by else "webhook"
    owner = f" > {versionless(one.registered_by)}" if one.registered_by else ""
    place = Place(f"{kind} {one.name}{owner}", f"the {kind} {code(one.name)}")
    inner = _operation_pair(sides, was.operation if was else None, now.operation if now else None)
    yield WebhookPair(sides, place, "", was, now, inner.at)
    if inner.both:
        pair = OperationPair(sides, place, "", inner.old, inner.new, inner.at)
        yield pair
        yield from operation_parts(pair, "response", "request")


def _concerned(roots: Iterable[str], uses: Mapping[_Owner, list[Node]]) -> Mapping[_Owner, tuple[str, ...]]:
    """The operations from which each pair of named types is reached."""
    users: dict[_Owner, list[str]] = {}
    for root in roots:
        waiting, seen = list(uses[root]), set[Node]()
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                users.setdefault(node, []).append(root)
                waiting += uses[node]
    return {node: tuple(sorted(set(listed))) for node, listed in users.items()}
