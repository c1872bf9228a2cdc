"""Placement: in which module each model lives, so that one that is equal in several places exists once.

In: the versions. Out: a `Placement`: the homes (a module, its models as canonical components, its imports), and where
each space finds each of its models. A space is a version, or one document of a version that has several.

Two models are the same when their names, their schemas and everything that they refer to are. They live in a module
named after the spaces that share them (`_models/v3_v2026_03.py`); a model of one space lives beside its version
(`v3/_models.py`, `v3/_models/crm_contacts.py`). A home refers only to homes that at least the same spaces share, so
imports never run in a circle, and a space loads nothing that it does not need.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeAlias, cast

from specwright.flatten import as_object
from specwright.ir import Ref
from specwright.python.canonical import RUNTIME_TYPES, Schema, references, schema_of
from specwright.python.directions import Directions, directions_of, eased, unasked
from specwright.python.former import former_properties
from specwright.python.reach import reachable
from specwright.python.touches import EXTRAS, EXTRAS_NAME
from specwright.python.views import Renamed
from specwright.sdk import Sdk, Version

__all__ = ["Home", "Placement", "Space", "place_models", "spaces_of"]

_LONGEST_NAME = 60


Space: TypeAlias = tuple[str, str]
"""A version's namespace, and the name of one of its documents, empty where it has only one."""


@dataclass(frozen=True, slots=True)
class Home:
    """One module of models: its dotted path, its components, its imports, and the names of its properties.

    `second` are the second names that it gives to components, `unasked` the properties that a caller need not give, as
    `Class.name`, `former` the names of properties before, by class.
    """

    module: str
    schemas: Mapping[str, Schema]
    imports: Mapping[str, str]
    aliases: Mapping[str, str]
    second: Mapping[str, str] = field(default_factory=dict[str, str])
    unasked: tuple[str, ...] = ()
    former: Mapping[str, tuple[Renamed, ...]] = field(default_factory=dict[str, tuple[Renamed, ...]])


@dataclass(frozen=True, slots=True)
class Placement:
    """All homes by module, and for each space the module of each public name."""

    homes: tuple[Home, ...]
    found: Mapping[Space, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class _Component:
    space: Space
    name: str
    schema: Schema
    aliases: tuple[tuple[str, str], ...]
    uses: tuple[str, ...]
    second_of: str = ""
    unasked: tuple[str, ...] = ()
    former: tuple[Renamed, ...] = ()


def place_models(sdk: Sdk) -> Placement:
    """Find every model's home."""
    components = {(each.space, each.name): each for version in sdk.versions for each in _components(version)}
    keys = _keys(components)
    sharing: dict[str, list[Space]] = {}
    for space, name in components:
        sharing.setdefault(keys[space, name], []).append(space)
    module = {place: _module(sharing[keys[place]]) for place in components}
    members: dict[str, dict[str, _Component]] = {}
    for place, component in components.items():
        members.setdefault(module[place], {}).setdefault(component.name, component)
    found: dict[Space, dict[str, str]] = {space: {} for version in sdk.versions for space in spaces_of(version)}
    for (space, name), home in module.items():
        found[space][name] = home
    return Placement(tuple(_home(home, members[home], found) for home in sorted(members)), found)


def spaces_of(version: Version) -> tuple[Space, ...]:
    """The spaces of a version: itself, or its documents."""
    return tuple((version.namespace, each) for each in sorted(set(version.names.spaces.values()))) or (
        (version.namespace, ""),
    )


def _home(module: str, members: Mapping[str, _Component], found: Mapping[Space, Mapping[str, str]]) -> Home:
    listed = [members[name] for name in sorted(members)]
    imports = {used: found[each.space][used] for each in listed for used in each.uses}
    return Home(
        module=module,
        schemas={each.name: each.schema for each in listed if not each.second_of},
        imports={name: imports[name] for name in sorted(imports) if imports[name] != module},
        aliases={alias: to for each in listed for alias, to in each.aliases},
        second={each.name: each.second_of for each in listed if each.second_of},
        unasked=tuple(place for each in listed for place in each.unasked),
        former={each.name: each.former for each in listed if each.former},
    )


def _module(spaces: list[Space]) -> str:
    if len(spaces) == 1:
        namespace, name = spaces[0]
        return ".".join(part for part in (namespace, "_models", name) if part)
    name = "_".join(part for space in spaces for part in space if part)
    return f"_models.{name if len(name) <= _LONGEST_NAME else 'shared_' + sha256(name.encode()).hexdigest()[:16]}"


def _components(version: Version) -> tuple[_Component, ...]:
    names = version.names.types
    plain = {key: written.rpartition(".")[2] for key, written in names.items()}
    ways = directions_of(version)
    return tuple(
        _component(version, key, plain, ways)
        for key in sorted(reachable(version), key=lambda each: _place(version, each))
    )


def _place(version: Version, key: str) -> tuple[str, str]:
    return version.names.spaces.get(key, ""), version.names.models[key]


def _component(version: Version, key: str, types: Mapping[str, str], ways: Directions) -> _Component:
    model = version.models[key]
    whole = as_object(model.shape, version.models)
    schema = eased(schema_of(model, version.models, types), whole, received=key in ways.received)
    inside, name = _place(version, key)
    space = (version.namespace, inside)
    if isinstance(model.shape, Ref):
        return _Component(space, name, {"$ref": types[key]}, (), (types[key],), types[key])
    fields = whole.fields if whole and "properties" in schema else ()
    aliases = tuple((f"{name}.{each.name}", version.names.properties[each.origin]) for each in fields)
    if EXTRAS in cast("Schema", schema.get("properties", {})):
        aliases += ((f"{name}.{EXTRAS}", EXTRAS_NAME),)
    uses = tuple(sorted(references(schema) - RUNTIME_TYPES.keys()))
    free = tuple(f"{name}.{dict(aliases)[f'{name}.{each}']}" for each in unasked(whole, sent=key in ways.sent))
    return _Component(space, name, schema, aliases, uses, unasked=free, former=former_properties(version, name, fields))


def _keys(components: Mapping[tuple[Space, str], _Component]) -> Mapping[tuple[Space, str], str]:
    """A digest of each component and of all that it reaches: refined until another round tells no two more apart."""
    keys = {
        place: _digest(json.dumps([each.name, each.schema, each.aliases, each.unasked, _told(each.former)]))
        for place, each in components.items()
    }
    told_apart = 0
    while told_apart < len(set(keys.values())):
        told_apart = len(set(keys.values()))
        keys = {
            place: _digest(keys[place] + "".join(keys[each.space, used] for used in each.uses))
            for place, each in components.items()
        }
    return keys


def _told(former: tuple[Renamed, ...]) -> list[str]:
    return [each.message for each in former]


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
