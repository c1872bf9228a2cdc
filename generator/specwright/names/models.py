"""Models: a component keeps its name, an inline schema is named from where it stands.

In: the IR, and the names of its operations. Out: a PascalCase name for each model, by the model's id.

An inline schema's name is its owner's and the steps to it: property `reminder` of `BookingRequest` is
`BookingRequestReminder`, its list's item `BookingRequestReminderItem`, a map's value `…Value`, a union's branch
`…Option1`, the choice among all that build upon it `…Choice`. In an operation the owner is the resource and the
method: a parameter `type` of `meeting_links.list` is `MeetingLinksListType`, a body `…Request`, an answer `…Response`;
of a webhook `newPet` they are `NewPetWebhookRequest` and `NewPetWebhookResponse`. In a file of its own the owner is the
file, unless the schema has a name there.

The document's own components hold their names; whatever else would take one of those takes its whole path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from specwright.ir import Api, Origin, Parameter
from specwright.names.clashes import spelled, told_apart
from specwright.names.operations import OperationName
from specwright.names.reserved import CLASS_NAMES
from specwright.names.webhooks import WebhookName
from specwright.names.words import pascal

__all__ = ["is_component", "name_models"]

_COMPONENTS = ("components", "schemas")
_KINDS: Mapping[str, str] = {"requestBodies": "Request", "responses": "Response"}
_STEP_NAMES: Mapping[str, str] = {
    "items": "Item",
    "additionalProperties": "Value",
    "requestBody": "Request",
    "itemSchema": "Item",
    "contentSchema": "Data",
    "not": "Not",
    "discriminator": "Choice",
}
_HOLDERS = frozenset({"properties", "schemas", "headers", "definitions", "$defs", "patternProperties"})
_SILENT = _HOLDERS | {"schema", "content", "parameters", "paths", "components"}
_BRANCHES: Mapping[str, str] = {"oneOf": "Option", "anyOf": "Option", "allOf": "Part", "prefixItems": "Item"}
_KEYWORDS = _SILENT | set(_STEP_NAMES) | set(_BRANCHES) | {"responses"}


def name_models(
    api: Api, operations: Mapping[str, OperationName], webhooks: Mapping[str, WebhookName]
) -> Mapping[str, str]:
    """The public name of every model."""
    received = {each.operation.origin: _receiver(webhooks[each.key]) for each in reversed(api.webhooks)}
    every = (*api.operations, *(each.operation for each in api.webhooks))
    places = _Places(
        api.origin.file,
        {each.origin: operations[each.key] for each in reversed(api.operations)} | received,
        {each.origin: each for operation in every for each in operation.parameters},
    )
    wanted = {model.id: _wanted(model.origin, places) for model in api.models}
    own = {model.id for model in api.models if model.origin.file == places.file and is_component(model.id)}
    components = told_apart({key: names for key, names in wanted.items() if key in own})
    others = {key: names for key, names in wanted.items() if key not in own}
    return {**components, **told_apart(others, frozenset(components.values()))}


def _receiver(name: WebhookName) -> OperationName:
    """A webhook as the owner of what it sends: `NewPetWebhookRequest`."""
    return OperationName(("_".join((*name.below, name.own)),), name.module.removesuffix("s"))


def is_component(key: str) -> bool:
    """Whether a model's id is that of a named component."""
    steps = _steps(key.partition("#")[2])
    return len(steps) == len(_COMPONENTS) + 1 and tuple(steps[:2]) == _COMPONENTS


@dataclass(frozen=True, slots=True)
class _Places:
    """The document itself, and what stands where."""

    file: str
    operations: Mapping[Origin, OperationName]
    parameters: Mapping[Origin, Parameter]
    says_status: bool = False


def _wanted(origin: Origin, places: _Places) -> tuple[str, ...]:
    """The names that a model would take, the plainest first."""
    short = _short(origin, places)
    clear = _short(origin, replace(places, says_status=True))
    stem = "" if origin.file == places.file else _stem(origin.file)
    steps = _steps(origin.pointer)
    spoken = ("property" if step == "properties" else step for step in steps)
    whole = stem + pascal(" ".join(step for step in spoken if step not in _SILENT) or "value")
    signs = spelled("", steps[-1]).replace("_", "").upper()
    digest = sha256(f"{origin.file}#{origin.pointer}".encode()).hexdigest()[:12]
    return tuple(_safe(name) for name in (short, clear, whole, whole + signs, f"{whole}X{digest}"))


def _short(origin: Origin, places: _Places) -> str:
    steps = _steps(origin.pointer)
    for depth in range(len(steps), 0, -1):
        name = places.operations.get(_above(origin, depth))
        if name:
            return pascal(" ".join((*name.resource[-1:], name.method))) + _tail(origin, depth, places)
    if steps[0] == "paths":
        return pascal(steps[1]) + _tail(origin, 2, places)
    if steps[0] == "components" and len(steps) > len(_COMPONENTS):
        kind = _KINDS.get(steps[1], "")
        head = pascal(steps[2])
        return head.removesuffix(kind) + kind + _tail(origin, 3, places)
    if steps[0] in ("definitions", "$defs"):
        return _tail(origin, 0, places)
    if not steps[0] or steps[0] in _KEYWORDS:
        return _stem(origin.file) + _tail(origin, 0, places)
    return pascal(steps[0]) + _tail(origin, 1, places)


def _tail(origin: Origin, start: int, places: _Places) -> str:
    """The steps below the owner, each by what it is to a reader."""
    steps = _steps(origin.pointer)
    parts: list[str] = []
    previous = ""
    for index in range(start, len(steps)):
        step = steps[index]
        literal = previous in _HOLDERS
        if literal:
            parts.append(pascal(step))
        elif previous == "parameters":
            parameter = places.parameters.get(_above(origin, index + 1))
            parts.append(pascal(parameter.name if parameter else step))
        elif previous == "responses":
            plain = step.startswith("2") and not places.says_status
            parts.append("Response" if plain else f"{step[:1].upper()}{step[1:]}Response")
        elif previous == "allOf" and index < len(steps) - 1:
            pass  # a part of its owner, not a thing of its own
        elif previous in _BRANCHES and step.isdigit():
            parts.append(f"{_BRANCHES[previous]}{int(step) + 1}")
        elif step in _STEP_NAMES:
            parts.append(_STEP_NAMES[step])
        elif step in ("oneOf", "anyOf") and index == len(steps) - 1:
            parts.append("Choice")
        previous = "" if literal else step
    return "".join(parts)


def _above(origin: Origin, depth: int) -> Origin:
    return Origin(origin.file, "/".join(origin.pointer.split("/")[: depth + 1]))


def _stem(file: str) -> str:
    return pascal(file.rpartition("/")[2].partition(".")[0])


def _safe(name: str) -> str:
    return f"{name}Model" if name in CLASS_NAMES else name


def _steps(pointer: str) -> list[str]:
    return [raw.replace("~1", "/").replace("~0", "~") for raw in pointer.split("/")[1:]] or [""]
