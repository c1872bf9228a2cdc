"""The part of a document that stands on an operation's page is a document of its own: valid, whole, nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias, cast

import pytest
import yaml
from reading import committed_pages, docs_of, fences_of
from skeletons import without_prose

from specwright.config import read_config
from specwright.load import load
from specwright.overlay import apply_overlay
from specwright.validate import validate
from trees import ROOT

Node: TypeAlias = dict[str, object]

# Other languages' slices differ in prose alone, as `test_languages.py` says.
PAGES = {
    path: text
    for path, text in committed_pages().items()
    if path.startswith("en/") and path.endswith(".md") and fences_of(text, "yaml")
}
CASES = sorted(path.parent for path in (ROOT / "tests" / "cases" / "generate").glob("*/spec.yaml"))
KEPT = ("openapi", "info", "servers")


def documents() -> dict[str, Node]:
    """This repository's documents, mended by their overlays, by version."""
    found: dict[str, Node] = {}
    for source in read_config(ROOT / "specwright.toml").sdks[0].sources:
        document = load(source.path, source.shown)
        if source.overlay:
            document = apply_overlay(document, load(source.overlay, source.overlay_shown))
        found[source.version] = cast("Node", document.data)
    return found


DOCUMENTS = documents()


def slice_on(text: str) -> Node:
    return cast("Node", yaml.safe_load(fences_of(text, "yaml")[0]))


def problems_of(text: str, folder: Path) -> list[str]:
    path = folder / "slice.yaml"
    path.write_text(fences_of(text, "yaml")[0], encoding="utf-8")
    return [each.message for each in validate(load(path, path.name)) if each.severity == "error"]


def refs_in(node: object, name: str = "") -> Iterator[str]:
    """Every reference; what is quoted (an example, a default value) is no part of the document."""
    if isinstance(node, dict):
        quoted = () if name in ("responses", "properties") else ("example", "examples", "default", "enum")
        for key, each in cast("Node", node).items():
            if key == "$ref" and isinstance(each, str):
                yield each
            elif key not in quoted:
                yield from refs_in(each, key)
    elif isinstance(node, list):
        for each in cast("list[object]", node):
            yield from refs_in(each)


def at(document: Node, ref: str) -> object:
    found: object = document
    for step in ref.removeprefix("#/").split("/"):
        found = cast("Node", found)[step.replace("~1", "/").replace("~0", "~")]
    return found


def reached(document: Node) -> set[str]:
    """Every reference that the paths and webhooks of a document lead to."""
    found: set[str] = set()
    waiting = [ref for part in ("paths", "webhooks") for ref in refs_in(document.get(part, {}), part)]
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            waiting += refs_in(at(document, ref))
    return found


def held(document: Node) -> set[str]:
    """Every component of a document but its security schemes."""
    components = cast("dict[str, Node]", document.get("components", {}))
    return {
        f"#/components/{kind}/{name}" for kind, each in components.items() for name in each if kind != "securitySchemes"
    }


def test_every_operation_has_a_slice() -> None:
    paths = [item for document in DOCUMENTS.values() for item in cast("Node", document["paths"]).values()]
    assert len(PAGES) == sum(len(cast("Node", item)) for item in paths)


@pytest.mark.parametrize("path", PAGES)
def test_a_slice_is_valid(path: str, tmp_path: Path) -> None:
    assert problems_of(PAGES[path], tmp_path) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_slice_holds_what_the_operation_reaches_as_the_document_has_it_and_nothing_more(path: str) -> None:
    cut = slice_on(PAGES[path])
    version = str(cast("Node", cut["info"])["version"])
    document = next(each for each in DOCUMENTS.values() if cast("Node", each["info"])["version"] == version)
    assert held(cut) == reached(cut)
    for ref in reached(cut):
        assert in_order(without_prose(at(cut, ref))) == in_order(without_prose(at(document, ref)))
    ((route, item),) = cast("dict[str, Node]", cut["paths"]).items()
    ((method, operation),) = item.items()
    whole = cast("dict[str, Node]", document["paths"])[route][method]
    assert in_order(without_prose(operation)) == in_order(without_prose(whole))
    used = {name for uses in cast("list[Node]", cast("Node", operation).get("security", [])) for name in uses}
    assert set(cast("Node", cast("Node", cut["components"])["securitySchemes"])) == used
    assert {key: without_prose(cut[key]) for key in KEPT} == {key: without_prose(document[key]) for key in KEPT}


def in_order(node: object, key: str = "") -> object:
    """The same with lists sorted that have no order of their own."""
    if isinstance(node, dict):
        return {name: in_order(each, name) for name, each in cast("Node", node).items()}
    if isinstance(node, list):
        listed = [in_order(each) for each in cast("list[object]", node)]
        return sorted(listed, key=repr) if key in ("required", "tags", "security") else listed
    return node


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_slice_of_a_case_is_valid_and_whole(case: Path, tmp_path: Path) -> None:
    for path, text in docs_of(case).items():
        if path.endswith(".md") and fences_of(text, "yaml"):
            assert problems_of(text, tmp_path) == [], path
            cut = slice_on(text)
            assert held(cut) == {ref for ref in reached(cut) if ref.startswith("#/components/")}, path
