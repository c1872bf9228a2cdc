"""Webhooks: what each request that the API sends is called.

In: the IR's webhooks, and the names of its operations. Out: a `WebhookName` for each, by its key.

A webhook is called by its own name: `newPet` is `webhooks.new_pet`. A callback stands below the operation that
registers it: `onData` of `client.streams.create` is `callbacks.streams.create.on_data`; so it can share a name with
nothing but a callback of the same operation. Those that would share one get their HTTP method, then their own
spelling, then their address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specwright.ir import Webhook
from specwright.names.clashes import exact, spelled, told_apart
from specwright.names.operations import OperationName
from specwright.names.reserved import BELOW, WEBHOOKS, safe
from specwright.names.words import snake

__all__ = ["WebhookName", "name_webhooks"]


@dataclass(frozen=True, slots=True, order=True)
class WebhookName:
    """The module that has it, where it stands there, and its own name."""

    module: str
    below: tuple[str, ...]
    own: str

    @property
    def dotted(self) -> str:
        """The name as a user writes it."""
        return ".".join((self.module, *self.below, self.own))


def name_webhooks(webhooks: tuple[Webhook, ...], operations: Mapping[str, OperationName]) -> Mapping[str, WebhookName]:
    """The name of each, by its key."""
    return told_apart({each.key: _wanted(each, operations) for each in webhooks})


def _wanted(webhook: Webhook, operations: Mapping[str, OperationName]) -> tuple[WebhookName, ...]:
    """The names that it would take, the plainest first."""
    owner = operations[webhook.registered_by] if webhook.registered_by else None
    module, below = ("callbacks", (*owner.resource, owner.method)) if owner else ("webhooks", ())
    below = (*(safe(step, WEBHOOKS | BELOW) for step in below[:1]), *below[1:])
    plain = safe(snake(webhook.name), WEBHOOKS | BELOW)
    longer = f"{plain.rstrip('_')}_{webhook.operation.method.lower()}"
    addressed = f"{longer}_{snake(webhook.operation.path)}"
    place = f"{webhook.name} {webhook.operation.path}"
    owns = (plain, longer, spelled(plain, webhook.name), spelled(longer, webhook.name), addressed, exact(longer, place))
    return tuple(WebhookName(module, below, own) for own in owns)
