"""Pages: one operation as a page in one language.

In: an SDK, one of its versions, an operation and a voice. Out: an `OperationPage`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from specwright.docs import paths
from specwright.docs.access import products_of, scheme_views_of, scope_sets
from specwright.docs.curl import curl
from specwright.docs.errors import error_views, repeats
from specwright.docs.incoming import callback_links
from specwright.docs.json_samples import json_sample, json_text
from specwright.docs.labels import label
from specwright.docs.renaming import renamed_calls
from specwright.docs.requests import async_program, program
from specwright.docs.slices import slice_of
from specwright.docs.tables import parameter_rows, table_of
from specwright.docs.views import AnswerView, BodyView, LinkView, OperationPage, Section
from specwright.i18n import Said, Voice
from specwright.ir import Content, Operation, Response
from specwright.markdown import unlinked
from specwright.media import kind_of, preferred
from specwright.sdk import Sdk, Version

__all__ = ["answer_view", "body_views", "language_links", "operation_page", "sections_of", "title_of"]


def operation_page(sdk: Sdk, version: Version, operation: Operation, voice: Voice) -> OperationPage:
    """The page of an operation."""
    here = paths.operation_page(voice.locale.tag, version, operation)
    body = operation.body
    return OperationPage(
        path=here,
        title=title_of(version, operation, voice),
        said=voice.say(operation.description, operation.origin, "description"),
        method=operation.method,
        route=operation.path,
        call=f"client.{version.names.operations[operation.key].dotted}",
        version=version.api.version,
        languages=language_links(sdk, here, voice),
        versions=_other_versions(sdk, version, operation, here, voice),
        up=paths.link(here, paths.index(voice.locale.tag, version)),
        products=products_of(version, operation, voice),
        scopes=scope_sets(version, operation, voice),
        schemes=scheme_views_of(sdk, version, operation, here, voice),
        sections=tuple(sections_of(version, operation, voice)),
        body_said=voice.say(body.description, body.origin, "description") if body else Said(""),
        body_required=bool(body and body.required),
        bodies=_chosen(body_views(version, body.contents, voice, "body", everything=False), "content_type")
        if body
        else (),
        answers=tuple(_answered(answer_view(version, each, voice)) for each in operation.responses),
        errors=error_views(operation, voice),
        repeats=repeats(operation),
        curl=curl(sdk, version, operation),
        program=program(sdk, version, operation),
        async_program=async_program(sdk, version, operation),
        callbacks=callback_links(version, operation, here, voice),
        slice=slice_of(version, operation, voice, kept=sdk.cache),
        deprecated=operation.deprecated,
        foreign=0,
        renamed=tuple(renamed_calls(version, operation)),
    )


def title_of(version: Version, operation: Operation, voice: Voice) -> Said:
    """What an operation is called: its summary, else its public name."""
    if operation.summary:
        said = voice.say(operation.summary, operation.origin, "summary")
        return Said(unlinked(said.text), said.foreign)
    return Said(version.names.operations[operation.key].dotted)


def language_links(sdk: Sdk, here: str, voice: Voice) -> tuple[LinkView, ...]:
    """The same page in every language."""
    below = here.partition("/")[2]
    return tuple(
        LinkView(Said(each.name), "" if each.tag == voice.locale.tag else paths.link(here, f"{each.tag}/{below}"))
        for each in sdk.locales
    )


def _other_versions(sdk: Sdk, version: Version, operation: Operation, here: str, voice: Voice) -> tuple[LinkView, ...]:
    name = version.names.operations[operation.key]
    found: list[LinkView] = []
    for other in sdk.versions:
        for each in other.api.operations:
            if other.names.operations[each.key] == name:
                url = "" if other is version else paths.link(here, paths.operation_page(voice.locale.tag, other, each))
                found.append(LinkView(Said(other.api.version), url))
    return tuple(found)


def sections_of(version: Version, operation: Operation, voice: Voice) -> Iterable[Section]:
    """The parameters by location."""
    titles = {
        "path": voice("Path parameters"),
        "query": voice("Query parameters"),
        "header": voice("Header parameters"),
        "cookie": voice("Cookie parameters"),
    }
    for location, title in titles.items():
        inside = [each for each in operation.parameters if each.location.removesuffix("string") == location]
        if inside:
            yield Section(title, parameter_rows(version, voice, inside, location))


def body_views(
    version: Version, contents: Iterable[Content], voice: Voice, section: str, *, everything: bool
) -> tuple[BodyView, ...]:
    """Each media type of a body, the preferred one first."""
    return tuple(_body(version, each, voice, section, everything=everything) for each in preferred(contents))


def _chosen(bodies: tuple[BodyView, ...], keyword: str) -> tuple[BodyView, ...]:
    """The same, each but the first with the argument that chooses it; a range names nothing to choose."""
    named = (replace(each, choice=f'{keyword}="{each.media_type}"') for each in bodies[1:])
    return (*bodies[:1], *(replace(each, choice="") if "*" in each.media_type else each for each in named))


def _answered(view: AnswerView) -> AnswerView:
    """An answer that can be asked for; an error comes in the media type that the server chooses."""
    is_good = view.status.startswith("2") or view.status == "default"
    return replace(view, contents=_chosen(view.contents, "accept")) if is_good else view


def _body(version: Version, content: Content, voice: Voice, section: str, *, everything: bool) -> BodyView:
    shape = content.shape
    if shape is None:
        return BodyView(content.media_type, "", None, "")
    value = json_sample(version, shape, content.example, everything=everything)
    return BodyView(
        media_type=content.media_type,
        type=label(shape, version.models),
        table=table_of(version, voice, shape, section),
        sample=json_text(value) if kind_of(content) == "json" else "",
    )


def answer_view(version: Version, response: Response, voice: Voice) -> AnswerView:
    """What one status brings."""
    title = voice("Any other status") if response.status == "default" else response.status
    return AnswerView(
        status=response.status,
        title=title,
        said=voice.say(response.description, response.origin, "description"),
        headers=parameter_rows(version, voice, response.headers, f"response-{response.status}.headers"),
        contents=body_views(version, response.contents, voice, f"response-{response.status}", everything=True),
    )
