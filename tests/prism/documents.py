"""The documents that the package is generated from, as the generator itself reads them.

In: `specwright.toml`. Out: each document by its version, the overlay applied.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias, cast

from specwright.config import read_config
from specwright.load import load
from specwright.overlay import apply_overlay

__all__ = ["Node", "documents", "mockable", "operation_of", "resolved"]

ROOT = Path(__file__).parents[2]
Node: TypeAlias = dict[str, object]


@lru_cache(maxsize=1)
def documents() -> dict[str, Node]:
    """Each document by its version's module name, such as `v2026_09`."""
    found: dict[str, Node] = {}
    for source in read_config(ROOT / "specwright.toml").sdks[0].sources:
        document = load(source.path, source.shown)
        if source.overlay:
            document = apply_overlay(document, load(source.overlay, source.overlay_shown))
        found["v" + source.version.removeprefix("v").replace("-", "_")] = cast("Node", document.data)
    return found


def mockable(document: Node) -> Node:
    """The document with `*/*` called JSON: Prism answers a bad request with the error model, and cannot write `*/*`."""
    return cast("Node", json.loads(json.dumps(document).replace('"*/*": ', '"application/json": ')))


def operation_of(document: Node, path: str, method: str) -> Node:
    """An operation of a document."""
    paths = cast("dict[str, Node]", document["paths"])
    return cast("Node", paths[path][method.lower()])


def resolved(document: Node, node: object) -> Node:
    """A node, or what its `$ref` leads to."""
    found = cast("Node", node)
    while "$ref" in found:
        target = document
        for step in str(found["$ref"]).removeprefix("#/").split("/"):
            target = cast("Node", target[step.replace("~1", "/").replace("~0", "~")])
        found = target
    return found
