"""General: what a document says of all its operations at once, where its API has other documents too.

In: the documents' IR. Out: servers and tags of the API; an operation with what its own document alone says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from specwright.ir import Api, Operation, Server, Tag

__all__ = ["general_servers", "general_tags", "with_its_own"]


def general_servers(apis: Iterable[Api]) -> tuple[Server, ...]:
    """What most documents name; of two that are as many, the first by its address."""
    count = Counter(api.servers for api in apis)
    return min(count, key=lambda servers: (-count[servers], tuple(each.url for each in servers)))


def general_tags(apis: Iterable[Api]) -> tuple[Tag, ...]:
    """Every tag once, with the first description that there is."""
    found: dict[str, Tag] = {}
    for tag in (tag for api in apis for tag in api.tags):
        if tag.name not in found or not found[tag.name].description:
            found[tag.name] = tag
    return tuple(found[name] for name in sorted(found))


def with_its_own(operation: Operation, api: Api, servers: tuple[Server, ...]) -> Operation:
    """The operation with its document's servers, where they are not the API's, and entitlements."""
    own = operation.servers or (api.servers if api.servers != servers else ())
    return replace(operation, servers=own, entitlements=operation.entitlements or api.entitlements)
