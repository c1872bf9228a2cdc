"""Webhooks: the modules `webhooks` and `callbacks` of a version.

In: an SDK and one of its versions. Out: a `WebhooksView` for each of the two that has something in it. A webhook is an
attribute of its module; a callback stands below the operation that registers it, as `callbacks.streams.create.on_data`
for `client.streams.create`.

What a payload is typed as is what the runtime makes of its body, of all its media types together. Parameters of a
webhook have no types in Python: the headers are in the receiver's hands already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specwright.ir import Content, Webhook
from specwright.media import kind_of, preferred
from specwright.names import pascal
from specwright.python.docstrings import operation_doc, wrapped
from specwright.python.former import former_webhooks
from specwright.python.operations import content_views
from specwright.python.signatures import class_of, scheme_of, secret_variable
from specwright.python.types import annotation
from specwright.python.views import ReceiverGroup, ReceiverView, WebhooksView
from specwright.sdk import Sdk, Version

__all__ = ["MODULES", "modules_of", "payload_type", "webhook_views"]

MODULES = ("callbacks", "webhooks")
"""The modules that there may be."""

_UNKNOWN = "UnknownWebhook"


def modules_of(version: Version) -> tuple[str, ...]:
    """Which of the modules a version has."""
    found = {name.module for name in version.names.webhooks.values()}
    return tuple(each for each in MODULES if each in found)


def webhook_views(sdk: Sdk, version: Version) -> Iterator[WebhooksView]:
    """Each module of the version."""
    for module in modules_of(version):
        yield _view(sdk, version, module)


def payload_type(version: Version, webhook: Webhook) -> str:
    """What `parse` gives."""
    body = webhook.operation.body
    types = dict.fromkeys(_type(version, each) for each in preferred(body.contents)) if body else {}
    return "Any" if "Any" in types else " | ".join(types) or "None"


def _type(version: Version, content: Content) -> str:
    written = annotation(content.shape, version.names.types)
    match kind_of(content):
        case "json" | "form":
            return written
        case "jsonlines":
            return f"builtins.list[{written}]"
        case "text":
            return "str"
        case "binary" | "multipart" | "events":
            return "bytes"


def _view(sdk: Sdk, version: Version, module: str) -> WebhooksView:
    names = version.names.webhooks
    inside = sorted(
        (each for each in version.api.webhooks if names[each.key].module == module), key=lambda each: names[each.key]
    )
    groups = tuple(_groups(version, inside))
    receivers = tuple(_receiver(version, each) for each in inside if not names[each.key].below)
    steps = tuple((below[0], _class_name(below)) for below in _places(version, inside) if len(below) == 1)
    choice = _choice(version) if module == "webhooks" else None
    whole = f"{version.api.title} {version.api.version}".strip()
    return WebhooksView(
        path="/".join(part for part in (version.namespace, f"{module}.py") if part),
        root=".." if version.namespace else ".",
        dots=".",
        doc=f"The {module} of {whole}: verified and read by `parse`.",
        kind=class_of(sdk.webhooks),
        scheme=scheme_of(sdk.webhooks),
        variable=secret_variable(sdk) if sdk.webhooks else "",
        groups=groups,
        steps=steps,
        receivers=receivers,
        choice=choice,
        chosen=_union(receivers),
        names=tuple(
            sorted([*(each.name for each in receivers), *(name for name, _ in steps), *(["parse"] if choice else [])])
        ),
        former=former_webhooks(version) if module == "webhooks" else (),
    )


def _union(receivers: Iterable[ReceiverView]) -> str:
    types = dict.fromkeys(each.type for each in receivers)
    return " | ".join([*types, _UNKNOWN]) if "Any" not in types else "Any"


def _choice(version: Version) -> tuple[str, str, tuple[tuple[str, str], ...]] | None:
    told = version.api.told_by
    if told is None:
        return None
    return told.location, told.name, tuple((mark, version.names.webhooks[key].own) for mark, key in told.marks)


def _places(version: Version, inside: Iterable[Webhook]) -> tuple[tuple[str, ...], ...]:
    """Every step of the way to callbacks, the deepest first, as a class must stand before its use."""
    belows = [version.names.webhooks[each.key].below for each in inside]
    found = {below[:depth] for below in belows for depth in range(1, len(below) + 1)}
    return tuple(sorted(found, key=lambda below: (-len(below), below)))


def _groups(version: Version, inside: list[Webhook]) -> Iterator[ReceiverGroup]:
    places = _places(version, inside)
    for place in places:
        own = [each for each in inside if version.names.webhooks[each.key].below == place]
        yield ReceiverGroup(
            name=_class_name(place),
            doc=f"The callbacks of `{'.'.join(place)}`.",
            steps=tuple((each[-1], _class_name(each)) for each in sorted(places) if each[:-1] == place),
            receivers=tuple(_receiver(version, each) for each in own),
        )


def _class_name(place: tuple[str, ...]) -> str:
    """A private class; the steps stay apart, so that two places never share one."""
    return "_" + "_".join(pascal(step) for step in place)


def _receiver(version: Version, webhook: Webhook) -> ReceiverView:
    name = version.names.webhooks[webhook.key]
    operation = webhook.operation
    return ReceiverView(
        name=name.own,
        full=name.dotted,
        type=payload_type(version, webhook),
        method=operation.method,
        contents=content_views(version, operation.body.contents) if operation.body else (),
        answers=tuple(each.status for each in operation.responses),
        address=operation.path if webhook.registered_by else "",
        doc=_doc(version, webhook),
    )


def _doc(version: Version, webhook: Webhook) -> str:
    operation = webhook.operation
    deprecated = "Deprecated by the API." if operation.deprecated else ""
    lead = f"`{operation.method}` of the webhook `{webhook.name}`."
    if webhook.registered_by:
        owner = version.names.operations[webhook.registered_by].dotted
        lead = f"`{operation.method}` to `{operation.path}`, which `client.{owner}` registers."
    told = [f"{each.status}: {' '.join(each.description.split())}".rstrip(": ") for each in operation.responses]
    answers = "\n".join(["Answer with:", *(f"    {wrapped(each, '        ')}" for each in told)]) if told else ""
    about = operation.body.description if operation.body and not operation.description else ""
    return "\n\n".join(part for part in (deprecated, operation_doc(operation), wrapped(about), lead, answers) if part)
