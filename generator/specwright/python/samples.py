"""Samples: a call of each operation as a user would write it.

In: a version. Out: `Sample`s with the required arguments filled in, and what they need imported.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Iterator

from specwright.flatten import body_fields
from specwright.ir import Operation
from specwright.media import kind_of
from specwright.python.bodies import sent_content
from specwright.python.files import is_file
from specwright.python.members import fills_itself
from specwright.python.sample_values import FILE, sample_value
from specwright.python.views import Sample
from specwright.sdk import Version

__all__ = ["call_of", "first_sample", "imports_of", "samples", "with_client"]

_STANDARD = (("datetime", ("UTC", "date", "datetime")), ("pathlib", ("Path",)), ("uuid", ("UUID",)))


def samples(version: Version) -> tuple[Sample, ...]:
    """One sample for each operation, by public name."""
    names = version.names.operations
    ordered = sorted(version.api.operations, key=lambda each: names[each.key])
    return tuple(
        Sample(each.summary.rstrip(".:") or _spoken(names[each.key].method), call_of(version, each)) for each in ordered
    )


def _spoken(method: str) -> str:
    words = method.strip("_").replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def first_sample(version: Version) -> str:
    """What the README begins with: a listing where there is one, else the shortest thing to get, inside `with`."""
    by_ease = sorted(
        version.api.operations, key=lambda each: (not each.paging, each.method != "GET", len(call_of(version, each)))
    )
    if not by_ease:
        return "    pass"
    call = call_of(version, by_ease[0])
    if not by_ease[0].paging:
        return f"    print({call})"
    method, pager = version.names.operations[by_ease[0].key].method, version.names.pagers[by_ease[0].key]
    return f"    for item in {call.replace(f'.{method}(', f'.{pager}(', 1)}:\n        print(item)"


def imports_of(codes: Iterable[str], package: str) -> tuple[str, ...]:
    """The imports that samples need, beside the client's."""
    trees = [ast.parse(textwrap.dedent(code)) for code in codes]
    used = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}
    lines = [
        f"from {module} import {', '.join(name for name in names if name in used)}"
        for module, names in _STANDARD
        if used & set(names)
    ]
    return (*lines, *([f"from {package} import models"] if "models" in used else []))


def with_client(imports: tuple[str, ...], package: str) -> tuple[str, ...]:
    """The imports of a sample that makes a client too, laid out as a user would."""
    models = f"from {package} import models"
    standard = [each for each in imports if each != models]
    client = f"from {package} import Client{', models' if models in imports else ''}"
    return (*standard, *([""] if standard else []), client)


def call_of(version: Version, operation: Operation) -> str:
    """The call of an operation, its required arguments filled in."""
    names = version.names.arguments[operation.key]
    path = [each for each in operation.parameters if each.location == "path"]
    inside = sorted(path, key=lambda each: operation.path.find("{" + each.name + "}"))
    given = [sample_value(version, each.shape, each.example) for each in inside]
    given += [
        f"{names[f'{each.location}:{each.name}']}={sample_value(version, each.shape, each.example)}"
        for each in operation.parameters
        if each.required and each.location != "path"
    ]
    if operation.body and operation.body.required:
        given += _body(version, operation)
    return f"client.{version.names.operations[operation.key].dotted}({', '.join(given)})"


def _body(version: Version, operation: Operation) -> Iterator[str]:
    names = version.names.arguments[operation.key]
    content = sent_content(operation)
    fields = body_fields(operation, version.models)
    for each in fields:
        if each.required and not fills_itself(each):
            held = FILE if is_file(each.shape, version.models) else sample_value(version, each.shape, each.example)
            yield f"{names[f'body:{each.name}']}={held}"
    if fields or content is None:
        return
    match kind_of(content):
        case "binary" | "events":
            yield f"body={FILE}"
        case "text":
            yield 'body="text"'
        case "multipart":
            yield "body={}"
        case "jsonlines":
            yield f"body=[{sample_value(version, content.shape, None)}]"
        case "json" | "form":
            yield f"body={sample_value(version, content.shape, content.example)}"
