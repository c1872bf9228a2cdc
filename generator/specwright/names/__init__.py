"""Name: every public name, decided once, from the place of the thing alone.

In: the IR. Out: `Names`. Targets ask here and never invent a name of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from specwright.flatten import all_body_fields, as_object, final
from specwright.ir import Api, Field, Model, Operation, Origin
from specwright.names.clashes import exact, spelled, told_apart
from specwright.names.models import is_component, name_models
from specwright.names.operations import OperationName, is_version, name_operations, name_pagers
from specwright.names.reserved import ARGUMENTS, PROPERTIES, RESOURCE_CLASSES, safe
from specwright.names.webhooks import WebhookName, name_webhooks
from specwright.names.words import pascal, snake

__all__ = [
    "ARGUMENTS",
    "RESOURCE_CLASSES",
    "Names",
    "OperationName",
    "WebhookName",
    "is_component",
    "is_version",
    "name",
    "pascal",
    "safe",
    "snake",
]


_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Names:
    """Public names: operations, their pagers and their arguments by operation key, models by id, properties by place.

    An operation's arguments are by `location:wire`. `types` is what a use of a model is written as: a model that is
    nothing but a reference is a second name of what it refers to. `spaces` are the documents' names that models go by
    where a version has several documents; there a use is written with it (`crm_contacts.Contact`).
    """

    operations: Mapping[str, OperationName]
    pagers: Mapping[str, str]
    models: Mapping[str, str]
    types: Mapping[str, str]
    properties: Mapping[Origin, str]
    arguments: Mapping[str, Mapping[str, str]]
    webhooks: Mapping[str, WebhookName]
    spaces: Mapping[str, str] = field(default_factory=dict[str, str])


def name(api: Api, spaces: Mapping[str, str] = _NONE, homes: Mapping[str, str] = _NONE) -> Names:
    """The names of everything in the API.

    Where it has several documents, `spaces` are their names by file, and `homes` those of the operations' documents.
    """
    models = {model.id: model for model in api.models}
    operations = name_operations(api.operations, homes)
    webhooks = name_webhooks(api.webhooks, operations)
    named, inside = name_models(api, operations, webhooks), _NONE
    if spaces:
        named, inside = _in_spaces(api, operations, webhooks, spaces)
    written = {key: f"{inside[key]}.{each}" if key in inside else each for key, each in named.items()}
    objects = [whole for model in api.models if (whole := as_object(model.shape, models))]
    return Names(
        operations=operations,
        pagers=name_pagers(api.operations, operations),
        models=named,
        types={key: written[final(key, models)] for key in named},
        properties={key: each for whole in objects for key, each in _property_names(whole.fields).items()},
        arguments={each.key: _argument_names(each, all_body_fields(each, models)) for each in api.operations},
        webhooks=webhooks,
        spaces=inside,
    )


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
