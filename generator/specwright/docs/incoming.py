"""Incoming: links to webhooks and callbacks, and what each is called.

In: a version, a page's path, and the voice of the page. Out: links.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.docs import paths
from specwright.docs.views import LinkView
from specwright.i18n import Said, Voice
from specwright.ir import Operation, Webhook
from specwright.markdown import unlinked
from specwright.python import MODULES
from specwright.sdk import Version

__all__ = ["callback_links", "link_groups", "sorted_webhooks", "webhook_title"]


def webhook_title(version: Version, webhook: Webhook, voice: Voice) -> Said:
    """What a webhook is called: its summary, else its public name."""
    operation = webhook.operation
    if operation.summary:
        said = voice.say(operation.summary, operation.origin, "summary")
        return Said(unlinked(said.text), said.foreign)
    return Said(version.names.webhooks[webhook.key].dotted)


def sorted_webhooks(version: Version, module: str) -> tuple[Webhook, ...]:
    """Those of one module, by public name."""
    names = version.names.webhooks
    inside = (each for each in version.api.webhooks if names[each.key].module == module)
    return tuple(sorted(inside, key=lambda each: names[each.key]))


def link_groups(version: Version, here: str, voice: Voice) -> Iterator[tuple[str, tuple[LinkView, ...]]]:
    """The webhooks and the callbacks of a version, where there are some."""
    titles = {"callbacks": voice("Callbacks"), "webhooks": voice("Webhooks")}
    for module in MODULES:
        links = tuple(_linked(version, each, here, voice) for each in sorted_webhooks(version, module))
        if links:
            yield titles[module], links


def callback_links(version: Version, operation: Operation, here: str, voice: Voice) -> tuple[LinkView, ...]:
    """The callbacks that an operation registers."""
    callbacks = sorted_webhooks(version, "callbacks")
    return tuple(_linked(version, each, here, voice) for each in callbacks if each.registered_by == operation.key)


def _linked(version: Version, webhook: Webhook, here: str, voice: Voice) -> LinkView:
    url = paths.link(here, paths.webhook_page(voice.locale.tag, version, webhook))
    return LinkView(webhook_title(version, webhook, voice), url, f"{webhook.operation.method} {webhook.name}")
