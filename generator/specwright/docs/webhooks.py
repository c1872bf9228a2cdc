"""Webhooks: one request that the API sends, as a page in one language.

In: an SDK, one of its versions, a webhook or a callback, and a voice. Out: a `WebhookPage`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specwright.docs import paths
from specwright.docs.incoming import webhook_title
from specwright.docs.pages import answer_view, body_views, language_links, sections_of, title_of
from specwright.docs.renaming import renamed_webhook
from specwright.docs.slices import slice_of
from specwright.docs.views import LinkView, WebhookPage
from specwright.i18n import Said, Voice
from specwright.ir import Webhook
from specwright.load.pointers import join
from specwright.markdown import code
from specwright.problems import Origin
from specwright.python import receiver_of, secret_variable
from specwright.sdk import Sdk, Version

__all__ = ["webhook_page"]


def webhook_page(sdk: Sdk, version: Version, webhook: Webhook, voice: Voice) -> WebhookPage:
    """The page of a webhook or a callback."""
    here = paths.webhook_page(voice.locale.tag, version, webhook)
    operation = webhook.operation
    body = operation.body
    return WebhookPage(
        path=here,
        title=webhook_title(version, webhook, voice),
        said=voice.say(operation.description, operation.origin, "description"),
        sent=f"{operation.method} {webhook.name}",
        address=operation.path if webhook.registered_by else "",
        registered_by=_registered_by(version, webhook, here, voice),
        call=f"{version.names.webhooks[webhook.key].dotted}.parse",
        version=version.api.version,
        languages=language_links(sdk, here, voice),
        versions=_other_versions(sdk, version, webhook, here, voice),
        up=paths.link(here, paths.index(voice.locale.tag, version)),
        sections=tuple(sections_of(version, operation, voice)),
        body_said=voice.say(body.description, body.origin, "description") if body else Said(""),
        bodies=body_views(version, body.contents, voice, "body", everything=True) if body else (),
        notes=tuple(_notes(sdk, version, webhook, voice)),
        program=receiver_of(sdk, version, webhook),
        answers=tuple(answer_view(version, each, voice) for each in operation.responses),
        slice=_slice(version, webhook, voice),
        deprecated=operation.deprecated,
        foreign=0,
        renamed=tuple(renamed_webhook(version, webhook)),
    )


def _registered_by(version: Version, webhook: Webhook, here: str, voice: Voice) -> LinkView | None:
    owner = next((each for each in version.api.operations if each.key == webhook.registered_by), None)
    if owner is None:
        return None
    url = paths.link(here, paths.operation_page(voice.locale.tag, version, owner))
    return LinkView(title_of(version, owner, voice), url, f"client.{version.names.operations[owner.key].dotted}")


def _other_versions(sdk: Sdk, version: Version, webhook: Webhook, here: str, voice: Voice) -> tuple[LinkView, ...]:
    name = version.names.webhooks[webhook.key]
    found: list[LinkView] = []
    for other in sdk.versions:
        for each in other.api.webhooks:
            if other.names.webhooks[each.key] == name:
                url = "" if other is version else paths.link(here, paths.webhook_page(voice.locale.tag, other, each))
                found.append(LinkView(Said(other.api.version), url))
    return tuple(found)


def _notes(sdk: Sdk, version: Version, webhook: Webhook, voice: Voice) -> Iterator[str]:
    """What a reader of the sample must know."""
    yield voice(
        "Give the body exactly as it came, and all headers. What is not proven to come from the API raises a "
        "`WebhookVerificationError`, and nothing of it is read."
    )
    variable = code(secret_variable(sdk))
    if sdk.webhooks:
        told = voice("The secret of the signatures is `secret=`, or stands in the environment variable {variable}.")
        yield told.replace("{variable}", variable)
    else:
        yield voice(
            "The document does not say how this request is signed; the sample takes it for one of Standard Webhooks. "
            "`verify=` takes a `SignatureScheme` of another kind, a function of your own, or `UNVERIFIED`."
        )
    if version.api.told_by and not webhook.registered_by:
        told = voice("One address can take every webhook: {call} finds out which one has come.")
        yield told.replace("{call}", code("webhooks.parse"))


def _slice(version: Version, webhook: Webhook, voice: Voice) -> str:
    """A callback is part of its operation's document; a shared path item stands whole; `x-webhooks` are not OpenAPI."""
    if webhook.registered_by:
        owner = next(each for each in version.api.operations if each.key == webhook.registered_by)
        return slice_of(version, owner, voice)
    document = version.documents[version.homes[webhook.key]]
    listed = document.data.get("webhooks")
    if not isinstance(listed, dict):
        return ""
    item = listed.get(webhook.name)
    if not isinstance(item, dict) or "$ref" not in item:
        return slice_of(version, webhook.operation, voice, webhook.key)
    whole = Origin(document.file, join("/webhooks", webhook.name))
    return slice_of(version, replace(webhook.operation, origin=whole), voice, webhook.key)
