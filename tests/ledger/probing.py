"""Probing: a small document with one construct more, and what that changes in what is generated.

In: a `Probe`. Out: the row that the ledger finds for the construct, and the text that the construct adds to the package
and to the pages. The part of the document that each page quotes is left out: it shows everything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from specwright.config import ad_hoc
from specwright.coverage.rows import Row
from specwright.coverage.spots import spots_of
from specwright.coverage.table import row_of
from specwright.load import Json, load
from specwright.load.pointers import split
from specwright.pipeline import generate
from specwright.validate.survey import survey
from specwright.validate.version import Version

__all__ = ["OPERATION", "PARAMETER", "THING", "Probe", "added", "row_for"]

OPERATION = "/paths/~1items~1{id}/post"
PARAMETER = f"{OPERATION}/parameters/1"
THING = "/components/schemas/Thing"
_TEXT: Json = {"type": "string"}
_BASE: dict[str, Json] = {
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.example"}],
    "paths": {
        "/items/{id}": {
            "post": {
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": _TEXT},
                    {"name": "word", "in": "query", "schema": _TEXT},
                ],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": f"#{THING}"}}}},
                "responses": {
                    "200": {"description": "", "content": {"application/json": {"schema": {"$ref": f"#{THING}"}}}}
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "properties": {
                    "list": {"type": "array", "items": _TEXT},
                    "number": {"type": "number"},
                    "part": {"type": "object", "properties": {"inner": _TEXT}},
                    "text": _TEXT,
                },
            }
        },
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    },
}
_QUOTED = re.compile(r"```yaml\n.*?```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Probe:
    """A construct and its proof.

    The construct is `value` at `pointer`, in a document that also holds `beside`; `field` is `""` where the row is
    about a thing and not about a field of one. `shows` is text that the construct adds to the package or the pages;
    without it the construct adds nothing at all to the package. `at` is where the thing is, if `pointer` is elsewhere.
    """

    kind: str
    field: str
    pointer: str
    value: Json
    shows: str = ""
    version: Version = "3.1"
    beside: Mapping[str, Json] = field(default_factory=dict[str, Json])
    at: str | None = None

    @property
    def name(self) -> str:
        """What a failing test is called."""
        return f"{self.kind} {self.field}".strip() + f" {json.dumps(self.value)[:40]}"


def row_for(probe: Probe) -> Row | None:
    """The row that the ledger finds."""
    with TemporaryDirectory() as folder:
        document = load(_written(Path(folder), _edited(probe, whole=True)), "spec.json")
    above = probe.pointer.rpartition("/")[0] if probe.field else probe.pointer
    holder = above if probe.at is None else probe.at
    for _, spot in spots_of(survey(document, probe.version), probe.version):
        if (spot.kind, spot.origin.pointer) == (probe.kind, holder):
            return row_of(spot, probe.field)
    raise AssertionError(f"nothing of this kind is at {holder}")


def added(probe: Probe, target: Literal["python", "docs"]) -> str:
    """The lines that are there with the construct and not without it."""
    before, after = (_files(json.dumps(_edited(probe, whole=whole)), target) for whole in (False, True))
    return "\n".join(
        line for path in sorted(after) for line in after[path].splitlines() if line not in _lines(before.get(path, ""))
    )


@cache
def _lines(text: str) -> frozenset[str]:
    return frozenset(text.splitlines())


@cache
def _files(text: str, target: str) -> Mapping[str, str]:
    with TemporaryDirectory() as folder:
        (Path(folder) / "spec.json").write_text(text)
        files = generate(ad_hoc((Path(folder) / "spec.json",), None, "shop"), (target,)).files
    kept = ((path, content.decode()) for path, content in files.items() if "/_runtime/" not in path)
    return {path: _QUOTED.sub("", content) for path, content in kept if _is_of_target(path)}


def _is_of_target(path: str) -> bool:
    return path.startswith(("python/", "docs/en/"))


def _written(folder: Path, data: Json) -> Path:
    (folder / "spec.json").write_text(json.dumps(data))
    return folder / "spec.json"


def _edited(probe: Probe, *, whole: bool) -> Json:
    data: dict[str, Json] = {"openapi": f"{probe.version}.0", **json.loads(json.dumps(_BASE))}
    edits = {**probe.beside, **({probe.pointer: probe.value} if whole else {})}
    for pointer, value in edits.items():
        _put(data, list(split(pointer)), deepcopy(value))
    return data


def _put(node: Json, steps: list[str], value: Json) -> None:
    *above, last = steps
    for step in above:
        if isinstance(node, dict):
            node = node.setdefault(step, {})
        elif isinstance(node, list):
            node = node[int(step)]
    if isinstance(node, dict):
        node[last] = value
    elif isinstance(node, list):
        node[int(last) :] = [value]
