"""Fields that must be there and say nothing that anybody needs: they are added, and say nothing."""

from __future__ import annotations

from pathlib import PurePosixPath

from specwright.load import Json
from specwright.load.pointers import join, split
from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed

__all__ = ["mend", "mend_flow"]

_FLOW_URLS = ("authorizationUrl", "tokenUrl")


def mend(flawed: Flawed, problem: Problem) -> Actions:
    """An empty description, an empty mapping, the file's name for a title, any value for a parameter."""
    pointer = problem.origin.pointer
    updates: list[tuple[str, Json, str]] = []
    for defect in flawed.defects.get(pointer, ()):
        if not defect.keyword.startswith("required"):
            continue
        if "description" in defect.names and "responses" in split(pointer):
            updates.append(("description", "", "A response must have a description, be it an empty one."))
        elif "paths" in defect.names and not pointer:
            updates.append(("paths", {}, "A document must have paths, be they none."))
        elif "title" in defect.names and pointer == "/info":
            title = PurePosixPath(flawed.document.file).stem
            updates.append(("title", title, "A document must have a title; this is what its file is called."))
        elif "scopes" in defect.names:
            updates.append(("scopes", {}, "A flow must say which scopes there are, be they none."))
        elif "schema" in defect.names and "in" in flawed.fields(pointer):
            updates.append(("schema", {}, "Nothing is said of the values of this parameter, so it takes any."))
    return tuple(flawed.update(pointer, reason, {name: value}) for name, value, reason in updates)


def mend_flow(flawed: Flawed, problem: Problem) -> Actions:
    """An address of a flow, as the other versions of the API give it, or all other flows of this document."""
    pointer = problem.origin.pointer
    names = [name for each in flawed.defects.get(pointer, ()) for name in each.names if name in _FLOW_URLS]
    steps = split(pointer)
    is_flow = steps[:1] == ("securityDefinitions",) or "flows" in steps
    found = [(name, *_address(flawed, pointer, name)) for name in names if is_flow]
    return tuple(flawed.update(pointer, reason, {name: url}) for name, url, reason in found if url)


def _address(flawed: Flawed, pointer: str, name: str) -> tuple[str, str]:
    """The address, and whose it is; empty where none is known or more than one."""
    elsewhere = {
        each.file: url for each in flawed.others if isinstance(url := _lookup(each.data, join(pointer, name)), str)
    }
    if len(set(elsewhere.values())) == 1:
        file, url = next(iter(elsewhere.items()))
        return url, f"The flow does not say where this is; {file} does."
    section = "securityDefinitions" if flawed.is_swagger else "components/securitySchemes"
    urls = list(dict.fromkeys(_named(flawed.at("/" + section), name)))
    return (
        (urls[0], "The flow does not say where this is; every other flow of the document does.")
        if len(urls) == 1
        else ("", "")
    )


def _named(value: Json, name: str) -> list[str]:
    """Every text of this name below a value."""
    if not isinstance(value, dict):
        return []
    own = value.get(name)
    return [*([own] if isinstance(own, str) else []), *(text for each in value.values() for text in _named(each, name))]


def _lookup(data: Json, pointer: str) -> Json:
    for step in split(pointer):
        data = data.get(step) if isinstance(data, dict) else None
    return data
