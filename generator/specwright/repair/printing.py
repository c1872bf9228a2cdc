"""Actions as the text of an overlay: a file of its own, or items that are added to one.

In: actions. Out: YAML as a person would write it: folded reasons, two spaces, lines of a bearable length.
"""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from yaml.nodes import ScalarNode

from specwright.load import Json
from specwright.repair.actions import Action, as_data

__all__ = ["items_text", "overlay_text"]

_WIDTH = 116


class _Dumper(yaml.SafeDumper):
    """Writes lists below their key, indented, and long text folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True


class _Folded(str):
    """A text that is written as a paragraph."""

    __slots__ = ()


def _folded(_dumper: yaml.SafeDumper, text: _Folded) -> ScalarNode:
    return ScalarNode("tag:yaml.org,2002:str", str(text), style=">")


_Dumper.add_representer(_Folded, _folded)


def overlay_text(title: str, actions: Iterable[Action]) -> str:
    """A whole overlay."""
    head = {"overlay": "1.0.0", "info": {"title": f"Mends {title}", "version": "1.0.0"}}
    return f"{_dumped(head)}actions:\n{items_text(actions, 2)}"


def items_text(actions: Iterable[Action], indent: int) -> str:
    """The items of a list of actions, so far from the left."""
    text = "".join(_dumped([_readable(action)]) for action in actions)
    return "".join(f"{' ' * indent}{line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _readable(action: Action) -> dict[str, Json]:
    data = as_data(action)
    reason = str(data["description"])
    return {**data, "description": _Folded(reason) if len(reason) > _WIDTH - 20 else reason}


def _dumped(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
