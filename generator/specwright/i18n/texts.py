"""Texts: every piece of prose in an API that its pages show, with the place that a catalogue knows it by.

In: an `Api`. Out: `Unit`s in the order of the document. A unit's context is its place without the file and without the
version in a path, so that a text that is the same in several versions is translated once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specwright.ir import Api, Body, Model, OAuth2, Object, Operation, Parameter, Response, Scheme
from specwright.load.pointers import join
from specwright.names import is_version
from specwright.problems import Origin

__all__ = ["Unit", "context_of", "units"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate: its context, the text, and where it stands."""

    context: str
    text: str
    origin: Origin


def context_of(origin: Origin, *steps: str) -> str:
    """The place of a text as catalogues write it: a pointer, any version in its path as `{version}`."""
    parts = join(origin.pointer, *steps).split("/")
    return "/".join(_without_version(part) for part in parts)


def units(api: Api) -> Iterator[Unit]:
    """Every text of the API that is not empty, each once."""
    seen: set[tuple[str, str]] = set()
    for origin, step, text in _texts(api):
        context = context_of(origin, *step)
        if text and (context, text) not in seen:
            seen.add((context, text))
            yield Unit(context, text, Origin(origin.file, join(origin.pointer, *step)))


_Text = tuple[Origin, tuple[str, ...], str]


def _texts(api: Api) -> Iterator[_Text]:
    yield Origin(api.origin.file, "/info"), ("title",), api.title
    yield Origin(api.origin.file, "/info"), ("description",), api.description
    for each in api.entitlements:
        yield Origin("", f"/entitlements/{each.kind}/{each.level}"), (), each.level_label
    for operation in api.operations:
        yield from _of_operation(operation)
    for webhook in api.webhooks:
        yield from _of_operation(webhook.operation)
    for scheme in api.schemes:
        yield from _of_scheme(scheme)
    for model in api.models:
        yield from _of_model(model)


def _of_operation(operation: Operation) -> Iterator[_Text]:
    yield operation.origin, ("summary",), operation.summary
    yield operation.origin, ("description",), operation.description
    yield from _described(operation.parameters)
    yield from _described([operation.body] if operation.body else [])
    yield from _described(operation.responses)
    for response in operation.responses:
        yield from _described(response.headers)


def _of_scheme(scheme: Scheme) -> Iterator[_Text]:
    yield scheme.origin, ("description",), scheme.description
    if isinstance(scheme, OAuth2):
        for flow in scheme.flows:
            for scope, meaning in flow.scopes:
                yield scheme.origin, ("flows", flow.kind, "scopes", scope), meaning


def _of_model(model: Model) -> Iterator[_Text]:
    yield model.origin, ("description",), model.description
    if isinstance(model.shape, Object):
        for field in model.shape.fields:
            yield field.origin, ("description",), field.description


def _described(each: Iterable[Parameter | Body | Response]) -> Iterator[_Text]:
    yield from ((one.origin, ("description",), one.description) for one in each)


def _without_version(part: str) -> str:
    """A step of a pointer; the path in it, if it is one, without its version."""
    if "~1" not in part:
        return part
    return "~1".join("{version}" if is_version(segment) else segment for segment in part.split("~1"))
