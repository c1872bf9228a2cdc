"""Webhooks: the requests that the API sends, and what tells one from another when it arrives.

In: a `RawWebhook`; then all of them and the models by id. Out: a `Webhook`; a `Telling`, or `None` where nothing in the
contract tells them apart.

The rule: every webhook declares the same required header, or every payload has the same required property, with values
that no other webhook has. Callbacks need none: each is sent to an address that the caller chose.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from specwright.build.operations import build_operation
from specwright.build.schemas import SchemaReader
from specwright.flatten import as_object, final
from specwright.ir import Enum, Field, Model, Parameter, Ref, Scheme, Shape, Telling, Union, Webhook
from specwright.media import kind_of, preferred
from specwright.resolve import RawWebhook
from specwright.rules import EntitlementRule

__all__ = ["build_webhook", "find_telling"]

_USUAL = ("type", "event", "eventType", "event_type")  # of several properties that would do
_Values = Mapping[str, frozenset[str]]


def build_webhook(
    raw: RawWebhook, reader: SchemaReader, schemes: tuple[Scheme, ...], rules: tuple[EntitlementRule, ...]
) -> Webhook:
    """One request that the API sends."""
    method, path = raw.registered_by or ("", "")
    operation = build_operation(raw.operation, reader, schemes, rules)
    return Webhook(raw.name, operation, f"{method.upper()} {path}" if raw.registered_by else "")


def find_telling(webhooks: tuple[Webhook, ...], models: Mapping[str, Model]) -> Telling | None:
    """What tells these webhooks apart, if there are several and something does."""
    listed = [each for each in webhooks if not each.registered_by]
    if len(listed) < 2:
        return None
    return _told(listed, "header", _of_headers, models) or _told(listed, "body", _of_payload, models)


def _told(
    listed: list[Webhook],
    location: str,
    values_of: Callable[[Webhook, Mapping[str, Model]], _Values],
    models: Mapping[str, Model],
) -> Telling | None:
    """The first name, the usual ones before others, whose values are of one webhook each."""
    found = {each.key: values_of(each, models) for each in listed}
    shared = set[str].intersection(*(set(values) for values in found.values()))
    for name in sorted(shared, key=lambda each: (each not in _USUAL, each)):
        pairs = [(value, key) for key, values in found.items() for value in sorted(values[name])]
        if len({value for value, _ in pairs}) == len(pairs):
            return Telling("header" if location == "header" else "body", name, tuple(sorted(pairs)))
    return None


def _of_headers(webhook: Webhook, models: Mapping[str, Model]) -> _Values:
    headers = (each for each in webhook.operation.parameters if each.location == "header" and each.required)
    return {each.name.lower(): values for each in headers if (values := _enumerated(each, models))}


def _of_payload(webhook: Webhook, models: Mapping[str, Model]) -> _Values:
    """The values of each property that every object which may arrive must have."""
    body = webhook.operation.body
    content = next(iter(preferred(body.contents)), None) if body else None
    if content is None or content.shape is None or kind_of(content) != "json":
        return {}
    objects = list(_objects(content.shape, models, frozenset()))
    if not objects:
        return {}
    names = set[str].intersection(*(set(each) for each in objects))
    return {name: frozenset[str]().union(*(each[name] for each in objects)) for name in sorted(names)}


def _objects(shape: Shape, models: Mapping[str, Model], seen: frozenset[str]) -> Iterator[_Values]:
    """The telling properties of each object that a shape may be; nothing of them where it may be no object."""
    if isinstance(shape, Ref) and shape.target not in seen and isinstance(models[shape.target].shape, Ref | Union):
        yield from _objects(models[shape.target].shape, models, seen | {shape.target})
        return
    if isinstance(shape, Union):
        for each in shape.branches:
            yield from _objects(each, models, seen)
        return
    whole = as_object(shape, models)
    fields = (each for each in whole.fields if each.required) if whole else ()
    yield {each.name: values for each in fields if (values := _enumerated(each, models))}


def _enumerated(each: Parameter | Field, models: Mapping[str, Model]) -> frozenset[str]:
    """The texts that it may be; none where it may be anything."""
    shape = models[final(each.shape.target, models)].shape if isinstance(each.shape, Ref) else each.shape
    if not isinstance(shape, Enum) or shape.type != "string":
        return frozenset()
    return frozenset(json.loads(value) for value in shape.values)
