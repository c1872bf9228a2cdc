"""Written: the operations, webhooks and callbacks that have a page in every language.

In: an `Sdk` and the files of its documentation. Out: the keys of the operations (`GET /pets`) by the namespace of their
version.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.docs import paths
from specwright.sdk import Sdk

__all__ = ["written_pages"]


def written_pages(sdk: Sdk, files: Mapping[str, bytes]) -> Mapping[str, frozenset[str]]:
    """The operations with pages; two that would share one count as none."""
    found: dict[str, frozenset[str]] = {}
    for version in sdk.versions:
        pages = {
            each.key: [paths.operation_page(locale.tag, version, each) for locale in sdk.locales]
            for each in version.api.operations
        }
        pages |= {
            each.key: [paths.webhook_page(locale.tag, version, each) for locale in sdk.locales]
            for each in version.api.webhooks
        }
        listed = [page for own in pages.values() for page in own]
        shared = {page for page in listed if listed.count(page) > 1} if len(set(listed)) < len(listed) else set[str]()
        found[version.namespace] = frozenset(
            key for key, own in pages.items() if all(page in files and page not in shared for page in own)
        )
    return found
