"""The overlay file: made, or made longer, with everything that is in it kept as it stands, comments included.

In: the text of an overlay, and actions. Out: the longer text; nothing where it cannot be made without changing what is
there, as in an overlay written as JSON or with its actions on one line.

Why by text and not by loading and dumping: a person wrote the file, and what the loader does not keep would be gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from specwright.load.yaml_text import parse_yaml
from specwright.problems import Refused
from specwright.repair.actions import Action, as_data
from specwright.repair.printing import items_text

__all__ = ["extended"]


def extended(text: str, actions: Iterable[Action]) -> str | None:
    """The text with more actions at the end of its list."""
    added = list(actions)
    listed = _actions_of(text)
    if listed is None or listed.flow_style or not listed.value:
        return None
    lines = text.splitlines(keepends=True)
    last = _last_line(listed)
    before = "".join(lines[: last + 1])
    end = "\r\n" if "\r\n" in text else "\n"
    before += "" if before.endswith("\n") else end
    items = items_text(added, listed.start_mark.column).replace("\n", end)
    longer = before + items + "".join(lines[last + 1 :])
    return longer if _holds(text, longer, added) else None


def _actions_of(text: str) -> SequenceNode | None:
    try:
        whole = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(whole, MappingNode):
        return None
    pairs = cast("list[tuple[ScalarNode, Node]]", whole.value)
    return next((value for key, value in pairs if key.value == "actions" and isinstance(value, SequenceNode)), None)


def _last_line(node: Node) -> int:
    """The line that the last value in a node ends on."""
    while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(node, MappingNode) else last
    # A block of text ends where the next line begins.
    return node.end_mark.line - (node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line)


def _holds(text: str, longer: str, added: list[Action]) -> bool:
    """Whether the longer text means what the other did, and the actions."""
    try:
        old, new = parse_yaml(text, "").data, parse_yaml(longer, "").data
    except Refused:
        return False
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    actions = old.get("actions")
    listed = actions if isinstance(actions, list) else []
    return new == {**old, "actions": [*listed, *(as_data(each) for each in added)]}
