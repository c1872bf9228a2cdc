"""Frame: the words of the pages around the specification's texts.

In: the templates of pages and the modules that fill them. Out: a catalogue of every text that they ask a `Voice` for:
`_("…")` and `_.count("…", "…", n)` in a template, `voice("…")` and `voice.count("…", "…", n)` in Python.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from babel.messages import Catalog
from jinja2 import Environment, nodes

from specwright.templates import template_root

__all__ = ["frame_template"]

_Found: TypeAlias = tuple[str, ...]


def frame_template() -> Catalog:
    """The catalogue of the frame, its texts sorted."""
    root = template_root() / "docs"
    found = {each for path in sorted(root.glob("*.jinja")) for each in _in_template(path.read_text("utf-8"))}
    modules = sorted((Path(__file__).parents[1] / "docs").glob("*.py"))
    found |= {each for path in modules for each in _in_module(path.read_text("utf-8"))}
    catalog = Catalog(project="specwright", version="1", fuzzy=False)
    for texts in sorted(found):
        catalog.add(texts if len(texts) > 1 else "".join(texts))
    return catalog


def _in_template(source: str) -> Iterator[_Found]:
    for call in Environment(autoescape=False).parse(source).find_all(nodes.Call):  # noqa: S701 - parsed, not rendered
        texts = tuple(each.value for each in call.args if isinstance(each, nodes.Const) and isinstance(each.value, str))
        match call.node:
            case nodes.Name(name="_") if len(texts) == 1:
                yield texts
            case nodes.Getattr(node=nodes.Name(name="_"), attr="count") if len(texts) > 1:
                yield texts
            case _:
                pass


def _in_module(source: str) -> Iterator[_Found]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        texts = tuple(
            each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )
        match node.func:
            case ast.Name(id="voice") | ast.Attribute(attr="voice") if len(texts) == 1:
                yield texts
            case ast.Attribute(value=ast.Name(id="voice") | ast.Attribute(attr="voice"), attr="count") if (
                len(texts) > 1
            ):
                yield texts
            case _:
                pass
