"""Schemes: the security schemes of several documents as those of one API.

In: each document's IR and the name that tells it from the others. Out: the schemes by name, and each document's IR with
the names that its schemes have now.

Documents that declare the same scheme list the scopes that they use of it: together these are the scheme's scopes.
Where they mean different things by one name (another header, another token endpoint), each one's scheme gets the
document's name too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from specwright.ir import Api, Flow, OAuth2, Operation, Origin, Scheme, Security

__all__ = ["merged_schemes"]


def merged_schemes(apis: Mapping[str, Api]) -> tuple[tuple[Scheme, ...], Mapping[str, Api]]:
    """The schemes of all documents, and the documents with their uses of them."""
    declared = [(key, scheme) for key, api in apis.items() for scheme in api.schemes]
    meanings: dict[str, set[Scheme]] = {}
    for _, scheme in declared:
        meanings.setdefault(scheme.name, set()).add(_meaning(scheme))
    told = {key: _names(key, api, meanings) for key, api in apis.items()}
    together: dict[str, list[Scheme]] = {}
    for key, scheme in declared:
        name = told[key][scheme.name]
        together.setdefault(name, []).append(replace(scheme, name=name))
    schemes = tuple(_together(together[name]) for name in sorted(together))
    return schemes, {key: _with_schemes(api, told[key], schemes) for key, api in apis.items()}


def _meaning(scheme: Scheme) -> Scheme:
    """The scheme without what may differ from one document to the next."""
    plain = replace(scheme, origin=Origin(""), description="")
    if not isinstance(plain, OAuth2):
        return plain
    return replace(plain, flows=tuple(Flow(each.kind, "", each.token_url) for each in plain.flows))


def _names(key: str, api: Api, meanings: Mapping[str, set[Scheme]]) -> Mapping[str, str]:
    return {each.name: each.name if len(meanings[each.name]) == 1 else f"{each.name}_{key}" for each in api.schemes}


def _together(same: Sequence[Scheme]) -> Scheme:
    description = next((each.description for each in same if each.description), "")
    first = replace(same[0], description=description)
    if not isinstance(first, OAuth2):
        return first
    listed = [flow for each in same if isinstance(each, OAuth2) for flow in each.flows]
    return replace(first, flows=tuple(_flow(kind, listed) for kind in dict.fromkeys(flow.kind for flow in listed)))


def _flow(kind: str, listed: Iterable[Flow]) -> Flow:
    same = [flow for flow in listed if flow.kind == kind]
    scopes: dict[str, str] = {}
    for name, meaning in (scope for flow in same for scope in flow.scopes):
        scopes[name] = scopes.get(name) or meaning
    return replace(same[0], scopes=tuple(sorted(scopes.items())))


def _with_schemes(api: Api, names: Mapping[str, str], schemes: tuple[Scheme, ...]) -> Api:
    operations = tuple(_with_names(each, names) for each in api.operations)
    return replace(api, schemes=schemes, operations=operations)


def _with_names(operation: Operation, names: Mapping[str, str]) -> Operation:
    security: Security = tuple(
        tuple(replace(use, scheme=names.get(use.scheme, use.scheme)) for use in uses) for uses in operation.security
    )
    return replace(operation, security=security) if security != operation.security else operation
