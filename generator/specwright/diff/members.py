"""Members: what a pair holds by name.

In: a pair. Out: its members on both sides, by the names that tell them apart.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.diff.pairs import FieldPair, ModelPair, SchemePair, ServerPair
from specwright.ir import Flow, OAuth2, Scheme, Server, ServerVariable

__all__ = ["flows_of", "keywords_of", "scopes_of", "variables_of"]


def flows_of(pair: SchemePair) -> tuple[Mapping[str, Flow], Mapping[str, Flow]]:
    """The OAuth 2.0 flows of both sides; none where a side is another kind of scheme."""
    return (_flows(pair.old), _flows(pair.new)) if _is_oauth(pair.old) and _is_oauth(pair.new) else ({}, {})


def _is_oauth(scheme: Scheme | None) -> bool:
    return isinstance(scheme, OAuth2)


def _flows(scheme: Scheme | None) -> Mapping[str, Flow]:
    return {each.kind: each for each in scheme.flows} if isinstance(scheme, OAuth2) else {}


def scopes_of(flows: Mapping[str, Flow]) -> Mapping[str, str]:
    """The scopes that any of the flows declares, with what they are for."""
    return {name: text for flow in flows.values() for name, text in flow.scopes}


def variables_of(pair: ServerPair) -> tuple[Mapping[str, ServerVariable], Mapping[str, ServerVariable]]:
    """The parts of an address that are left to its users, on both sides; none where a side has no such address."""
    return (_variables(pair.both[0]), _variables(pair.both[1])) if pair.both else ({}, {})


def _variables(server: Server) -> Mapping[str, ServerVariable]:
    return {each.name: each for each in server.variables}


def keywords_of(pair: FieldPair | ModelPair) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What keywords that the IR does not hold say of both sides, by their path; none where a side is missing."""
    if not pair.both:
        return {}, {}
    old, new = pair.sides.unread
    return old.get(pair.both[0].origin, {}), new.get(pair.both[1].origin, {})
