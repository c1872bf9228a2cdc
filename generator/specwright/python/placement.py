"""Placement: in which module each model lives, so that one that is equal in several versions exists once.

In: the versions. Out: a `Placement`: the homes (a module, its models as canonical components, its imports), and where
each version finds each of its models.

Two models are the same when their names, their schemas and everything that they refer to are. They live in a module
named after the versions that share them (`_models/v3_v2026_03.py`); a model of one version lives beside that version
(`v3/_models.py`). A home refers only to homes that at least the same versions share, so imports never run in a circle.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from specwright.flatten import as_object
from specwright.ir import Ref
from specwright.python.canonical import RUNTIME_TYPES, Schema, references, schema_of
from specwright.python.reach import reachable
from specwright.sdk import Sdk, Version

__all__ = ["Home", "Placement", "place_models"]

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Home:
    """One module of models: its dotted path, its components, its imports, and the names of its properties.

    `second` are the second names that it gives to components.
    """

    module: str
    schemas: Mapping[str, Schema]
    imports: Mapping[str, str]
    aliases: Mapping[str, str]
    second: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Placement:
    """All homes by module, and for each version's namespace the module of each public name."""

    homes: tuple[Home, ...]
    found: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class _Component:
    namespace: str
    name: str
    schema: Schema
    aliases: tuple[tuple[str, str], ...]
    uses: tuple[str, ...]
    second_of: str = ""


def place_models(sdk: Sdk) -> Placement:
    """Find every model's home."""
    components = {(each.namespace, each.name): each for version in sdk.versions for each in _components(version)}
    keys = _keys(components)
    sharing: dict[str, list[str]] = {}
    for namespace, name in components:
        sharing.setdefault(keys[namespace, name], []).append(namespace)
    module = {place: _module(sharing[keys[place]]) for place in components}
    members: dict[str, dict[str, _Component]] = {}
    for place, component in components.items():
        members.setdefault(module[place], {}).setdefault(component.name, component)
    found: dict[str, dict[str, str]] = {version.namespace: {} for version in sdk.versions}
    for (namespace, name), home in module.items():
        found[namespace][name] = home
    return Placement(tuple(_home(home, members[home], found) for home in sorted(members)), found)


def _home(module: str, members: Mapping[str, _Component], found: Mapping[str, Mapping[str, str]]) -> Home:
    listed = [members[name] for name in sorted(members)]
    imports = {used: found[each.namespace][used] for each in listed for used in each.uses}
    return Home(
        module=module,
        schemas={each.name: each.schema for each in listed if not each.second_of},
        imports={name: imports[name] for name in sorted(imports) if imports[name] != module},
        aliases={alias: to for each in listed for alias, to in each.aliases},
        second={each.name: each.second_of for each in listed if each.second_of},
    )


def _module(namespaces: list[str]) -> str:
    if len(namespaces) == 1:
        return ".".join(part for part in (namespaces[0], "_models") if part)
    name = "_".join(namespaces)
    return f"_models.{name if len(name) <= _LONGEST_NAME else 'shared_' + sha256(name.encode()).hexdigest()[:16]}"


def _components(version: Version) -> tuple[_Component, ...]:
    names = version.names.models
    return tuple(_component(version, key) for key in sorted(reachable(version), key=lambda each: names[each]))


def _component(version: Version, key: str) -> _Component:
    model = version.models[key]
    schema = schema_of(model, version.models, version.names.types)
    whole = as_object(model.shape, version.models)
    name = version.names.models[key]
    if isinstance(model.shape, Ref):
        of = version.names.types[key]
        return _Component(version.namespace, name, {"$ref": of}, (), (of,), of)
    fields = whole.fields if whole and "properties" in schema else ()
    aliases = tuple((f"{name}.{each.name}", version.names.properties[each.origin]) for each in fields)
    return _Component(
        version.namespace, name, schema, aliases, tuple(sorted(references(schema) - RUNTIME_TYPES.keys()))
    )


def _keys(components: Mapping[tuple[str, str], _Component]) -> Mapping[tuple[str, str], str]:
    """A digest of each component and of all that it reaches: refined until another round tells no two more apart."""
    keys = {place: _digest(json.dumps([each.name, each.schema, each.aliases])) for place, each in components.items()}
    told_apart = 0
    while told_apart < len(set(keys.values())):
        told_apart = len(set(keys.values()))
        keys = {
            place: _digest(keys[place] + "".join(keys[each.namespace, used] for used in each.uses))
            for place, each in components.items()
        }
    return keys


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
