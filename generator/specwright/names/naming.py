"""Naming: the kinds of names, one after the other.

In: the IR, and the names that are pinned. Out: `Names`.

Why pins are applied as soon as a kind is named: what is named after a pinned operation, such as its inline models, is
then named after the name that users know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from specwright.flatten import all_body_fields, as_object, final
from specwright.ir import Api, Field, Model, Object, Operation, Origin
from specwright.names.clashes import exact, spelled, told_apart
from specwright.names.following import followed, moved
from specwright.names.holding import Holding
from specwright.names.models import name_models
from specwright.names.operations import OperationName, is_usable, name_operations, name_pagers
from specwright.names.pins import PAGER, Pins, Place
from specwright.names.places import Places
from specwright.names.reserved import ARGUMENTS, PROPERTIES, safe
from specwright.names.schemes import argument_of
from specwright.names.values import FormerNames, Names, Placed
from specwright.names.webhooks import WebhookName, name_webhooks
from specwright.names.words import snake

__all__ = ["name"]

_NONE: Mapping[str, str] = MappingProxyType({})


def name(
    api: Api, spaces: Mapping[str, str] = _NONE, homes: Mapping[str, str] = _NONE, pins: Pins | None = None
) -> Names:
    """The names of everything in the API; with pins, even none, those by place too.

    Where it has several documents, `spaces` are their names by file, and `homes` those of the operations' documents.
    """
    found = _named(api, spaces, homes, pins)
    if pins is None or found.placed is None:
        return found
    there = moved(pins, found.placed.rules, found.placed.ids)
    if not there:
        return found
    again = _named(api, spaces, homes, followed(pins, there))
    assert again.placed is not None, "there are pins"
    return replace(again, placed=replace(again.placed, moved=there))


def _named(api: Api, spaces: Mapping[str, str], homes: Mapping[str, str], pins: Pins | None) -> Names:
    holding, places = Holding(pins), Places(api, spaces)
    models = {model.id: model for model in api.models}
    operations = _operations(name_operations(api.operations, homes), holding)
    pagers = holding.over(name_pagers(api.operations, operations), _of_pager)
    webhooks = _webhooks(name_webhooks(api.webhooks, operations), holding)
    named, inside = name_models(api, operations, webhooks), _NONE
    if spaces:
        named, inside = _in_spaces(api, operations, webhooks, spaces)
    of_model = {key: places.of_model(model) for key, model in models.items() if pins is not None}
    named = holding.over(named, of_model.__getitem__)
    written = {key: f"{inside[key]}.{each}" if key in inside else each for key, each in named.items()}
    wholes = [(model, whole) for model in api.models if (whole := as_object(model.shape, models))]
    properties = {key: each for _, whole in wholes for key, each in _property_names(whole.fields).items()}
    of_property = _places_of(wholes if pins is not None else (), places)
    properties = holding.over(properties, of_property.__getitem__)
    arguments = _arguments(api.operations, models, holding)
    holding.over({each.name: own for each in api.schemes if (own := argument_of(each))}, _of_scheme)
    listed = {(key, told): each for key, own in arguments.items() for told, each in own.items()}
    former = FormerNames(
        operations=holding.former(operations, _of_operation),
        pagers=holding.former(pagers, _of_pager),
        models=holding.former(named, of_model.__getitem__),
        properties=holding.former(properties, of_property.__getitem__),
        arguments=holding.former(listed, lambda pair: _of_argument(*pair)),
        webhooks=holding.former(webhooks, _of_webhook),
    )
    ids = {each.key: each.id for each in api.operations if is_usable(each.id)}
    return Names(
        operations=operations,
        pagers=pagers,
        models=named,
        types={key: written[final(key, models)] for key in named},
        properties=properties,
        arguments=arguments,
        webhooks=webhooks,
        spaces=inside,
        former=former,
        placed=Placed(holding.rules, holding.names, of_model, of_property, ids, pins) if pins is not None else None,
    )


def _operations(rules: Mapping[str, OperationName], holding: Holding) -> Mapping[str, OperationName]:
    held = holding.over({key: each.dotted for key, each in rules.items()}, _of_operation)
    parts = {key: each.split(".") for key, each in held.items()}
    return {key: OperationName(tuple(resource), method) for key, (*resource, method) in parts.items()}


def _webhooks(rules: Mapping[str, WebhookName], holding: Holding) -> Mapping[str, WebhookName]:
    held = holding.over({key: each.dotted for key, each in rules.items()}, _of_webhook)
    parts = {key: each.split(".") for key, each in held.items()}
    return {key: WebhookName(module, tuple(below), own) for key, (module, *below, own) in parts.items()}


def _arguments(
    operations: Iterable[Operation], models: Mapping[str, Model], holding: Holding
) -> Mapping[str, Mapping[str, str]]:
    return {
        each.key: holding.over(_argument_names(each, all_body_fields(each, models)), partial(_of_argument, each.key))
        for each in operations
    }


def _of_operation(key: str) -> Place:
    return Place("operations", key)


def _of_pager(key: str) -> Place:
    return Place("operations", key, PAGER)


def _of_scheme(name: str) -> Place:
    return Place("schemes", name)


def _of_webhook(key: str) -> Place:
    return Place("webhooks", key)


def _of_argument(key: str, told: str) -> Place:
    location, _, wire = told.partition(":")
    return Place("operations", key, (location, wire))


def _places_of(wholes: Iterable[tuple[Model, Object]], places: Places) -> Mapping[Origin, Place]:
    found: dict[Origin, Place] = {}
    for model, field in ((model, field) for model, whole in wholes for field in whole.fields):
        found.setdefault(field.origin, places.of_property(model, field))
    return found


def _in_spaces(
    api: Api, operations: Mapping[str, OperationName], webhooks: Mapping[str, WebhookName], spaces: Mapping[str, str]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The name of each model inside its document's space, and that space."""
    of_file: dict[str, list[Model]] = {}
    for model in api.models:
        of_file.setdefault(model.home or model.origin.file, []).append(model)
    named: dict[str, str] = {}
    for file, models in of_file.items():
        files = {model.origin.file for model in models}
        inside = tuple(each for each in api.operations if each.origin.file in files)
        received = tuple(each for each in api.webhooks if each.operation.origin.file in files)
        part = replace(api, origin=Origin(file), operations=inside, webhooks=received, models=tuple(models))
        named.update(name_models(part, operations, webhooks))
    return named, {model.id: spaces[file] for file, models in of_file.items() for model in models}


def _property_names(fields: Iterable[Field]) -> Mapping[Origin, str]:
    """Names of an object's properties; where two would be one, both show their own spelling."""
    return told_apart({field.origin: _candidates(field.name, safe(snake(field.name), PROPERTIES)) for field in fields})


def _argument_names(operation: Operation, fields: tuple[Field, ...]) -> Mapping[str, str]:
    """Names of an operation's arguments; where two of different locations would be one, both say their location."""
    places = [*((each.location, each.name) for each in operation.parameters), *(("body", each.name) for each in fields)]
    plain = {place: safe(snake(place[1]), ARGUMENTS) for place in places}
    locations: dict[str, set[str]] = {}
    for location, wire in places:
        locations.setdefault(plain[location, wire], set()).add(location)
    return told_apart(
        {
            f"{location}:{wire}": _candidates(wire, own, *([f"{location}_{own}"] if len(locations[own]) > 1 else []))
            for (location, wire), own in plain.items()
        }
    )


def _candidates(wire: str, *names: str) -> tuple[str, ...]:
    return (*names, spelled(names[-1], wire), exact(names[-1], wire))
