"""Models: a component keeps its name, an inline schema is named from where it stands.

In: the IR, and the names of its operations. Out: a PascalCase name for each model, by the model's id.

An inline schema's name is its owner's and the steps to it: property `reminder` of `BookingRequest` is
`BookingRequestReminder`, its list's item `BookingRequestReminderItem`, a map's value `…Value`, a union's branch
`…Option1`. In an operation the owner is the resource and the method: a parameter `type` of `meeting_links.list` is
`MeetingLinksListType`, a body `…Request`, an answer `…Response`.

Why a clash lengthens every name in it: see `operations.py`. Inline schemas give way to components, and take their
whole path.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from specwright.ir import Api, Model
from specwright.names.operations import OperationName
from specwright.names.reserved import CLASS_NAMES
from specwright.names.words import pascal

__all__ = ["name_models"]

_COMPONENTS = ("components", "schemas")
_STEP_NAMES: Mapping[str, str] = {
    "items": "Item",
    "additionalProperties": "Value",
    "requestBody": "Request",
    "not": "Not",
}
_SILENT = frozenset({"properties", "schema", "content", "parameters", "headers", "paths", "components", "schemas"})
_BRANCHES: Mapping[str, str] = {"oneOf": "Option", "anyOf": "Option", "allOf": "Part", "prefixItems": "Item"}


def name_models(api: Api, operations: Mapping[str, OperationName]) -> Mapping[str, str]:
    """The public name of every model."""
    short = {model.id: _short(model, api, operations) for model in api.models}
    taken = Counter(short.values())
    chosen = {key: name if taken[name] == 1 or is_component(key) else _whole(key) for key, name in short.items()}
    again = Counter(chosen.values())
    return {key: _safe(name if again[name] == 1 else _exact(key, name)) for key, name in chosen.items()}


def is_component(key: str) -> bool:
    """Whether a model's id is that of a named component."""
    steps = _steps(key.partition("#")[2])
    return len(steps) == len(_COMPONENTS) + 1 and tuple(steps[:2]) == _COMPONENTS


def _short(model: Model, api: Api, operations: Mapping[str, OperationName]) -> str:
    steps = _steps(model.origin.pointer)
    if steps[0] == "paths" and model.origin.file == api.origin.file:
        pointer = "/" + "/".join(model.origin.pointer.split("/")[1:4])
        name = operations.get(pointer)
        owner = pascal(" ".join((*name.resource[-1:], name.method))) if name else pascal(steps[1])
        return owner + _tail(steps[3 if name else 2 :], _parameter_names(pointer, api))
    return _tail(steps, {}) or pascal(model.origin.file.rpartition("/")[2].partition(".")[0])


def _parameter_names(pointer: str, api: Api) -> Mapping[str, str]:
    """Parameters by their index in the operation, so that their order shows in no name."""
    found = next((each for each in api.operations if each.origin.pointer == pointer), None)
    return {
        each.origin.pointer.rpartition("/")[2]: each.name
        for each in (found.parameters if found else ())
        if each.origin.pointer.startswith(f"{pointer}/parameters/")
    }


def _tail(steps: list[str], parameters: Mapping[str, str]) -> str:
    parts: list[str] = []
    previous = ""
    for index, step in enumerate(steps):
        literal = previous in ("properties", "schemas", "headers")
        if literal:
            parts.append(pascal(step))
        elif previous == "parameters":
            parts.append(pascal(parameters.get(step, step)))
        elif previous == "responses":
            parts.append("Response" if step.startswith("2") else f"{pascal(step)}Response")
        elif previous in _BRANCHES and step.isdigit():
            parts.append(f"{_BRANCHES[previous]}{int(step) + 1}")
        elif step in _STEP_NAMES:
            parts.append(_STEP_NAMES[step])
        elif step in ("oneOf", "anyOf") and index == len(steps) - 1:
            parts.append("Choice")
        previous = "" if literal else step
    return "".join(parts)


def _whole(key: str) -> str:
    """Every step of the place, none left silent."""
    return pascal(" ".join(step for step in _steps(key.partition("#")[2]) if step not in _SILENT))


def _exact(key: str, name: str) -> str:
    """Two places of the same words differ in punctuation or case alone; their own signs tell them apart."""
    marks = "".join(f"{ord(sign):x}" for sign in key.rpartition("/")[2] if not (sign.isascii() and sign.islower()))
    return f"{name}X{marks}" if marks else name


def _safe(name: str) -> str:
    return f"{name}Model" if name in CLASS_NAMES else name


def _steps(pointer: str) -> list[str]:
    return [raw.replace("~1", "/").replace("~0", "~") for raw in pointer.split("/")[1:]] or [""]
