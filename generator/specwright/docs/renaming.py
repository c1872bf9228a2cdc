"""Renaming: the names of before that a page tells of.

In: a version, and an operation or a webhook. Out: each old name that still works, and the one of today: of the calls
and of their arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.docs.views import RenamedView
from specwright.ir import Operation, Webhook
from specwright.names import former_calls
from specwright.sdk import Version

__all__ = ["renamed_calls", "renamed_webhook"]


def renamed_calls(version: Version, operation: Operation) -> Iterator[RenamedView]:
    """The old names of an operation's methods and arguments."""
    names = version.names
    for call in former_calls(names, operation.key):
        yield RenamedView(f"client.{call.old.dotted}", f"client.{call.new.dotted}", call.since)
    for told, name in sorted(names.arguments[operation.key].items(), key=lambda each: each[1]):
        for old in names.former.arguments.get((operation.key, told), ()):
            yield RenamedView(old.name, name, old.since)


def renamed_webhook(version: Version, webhook: Webhook) -> Iterator[RenamedView]:
    """The old names of a webhook."""
    for old in version.names.former.webhooks.get(webhook.key, ()):
        yield RenamedView(old.name, version.names.webhooks[webhook.key].dotted, old.since)
