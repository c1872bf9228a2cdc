"""Sharing: declarations that stand in several documents of one version, and are generated once.

In: a version and one of its documents. Out: an entry for each declaration of the document that gave way to another's.
"""

from __future__ import annotations

from specwright.coverage.ledger import Entry
from specwright.sdk import Version

__all__ = ["shared_entries"]

_KINDS = ("operation", "webhook", "callback")  # by how many names lead to it, as the IR's keys have them


def shared_entries(version: Version, file: str) -> tuple[Entry, ...]:
    """What became of the document's declarations that another document makes too."""
    return tuple(
        Entry(_KINDS[each.key.count(" > ")], "shared", _told(each.by, is_same=each.is_same), each.origin)
        for each in version.given_way
        if each.file == file
    )


def _told(by: str, *, is_same: bool) -> str:
    return f"It is generated from {by}, which declares it {'the same way' if is_same else 'in another way'}."
