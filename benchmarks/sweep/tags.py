"""What discriminators say of the schemas that they tell apart.

In: a document. Out: for each component that is a branch of a choice, the value that its tag has.

Why for the component itself too, wherever it stands: the discriminator speaks of its values, and a `Cat` that calls
itself something else is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .raw import Data, mapping

__all__ = ["tag_of_branch", "tags_in", "value_of_tag"]


def tags_in(document: Data) -> dict[str, dict[str, str]]:
    """The tags of every branch, by the last step of the reference to it."""
    found: dict[str, dict[str, str]] = {}
    for node in _nodes(document):
        for word in ("oneOf", "anyOf"):
            branches = node.get(word)
            for branch in branches if isinstance(branches, list) else []:
                for name, value in tag_of_branch(node, branch).items():
                    own = str(mapping(branch).get("$ref")).rpartition("/")[2]
                    found.setdefault(own, {}).setdefault(name, value)
    return found


def tag_of_branch(choice: Mapping[str, Data], branch: Data) -> dict[str, str]:
    """The tag that a discriminator gives a branch: by its mapping, else by the component's name."""
    tag = mapping(choice.get("discriminator"))
    name, reference = tag.get("propertyName"), mapping(branch).get("$ref")
    if not isinstance(name, str) or not isinstance(reference, str):
        return {}
    own = reference.rpartition("/")[2]
    names = [key for key, each in mapping(tag.get("mapping")).items() if str(each).rpartition("/")[2] == own]
    return {name: names[0] if names else own}


def value_of_tag(tag: str, types: tuple[str, ...] | None) -> Data:
    """The tag as a value of the property's type; `None` where it cannot be one."""
    if types is None or "string" in types:
        return tag
    plain = {"true": True, "false": False}.get(tag.lower())
    if "boolean" in types and plain is not None:
        return plain
    return int(tag) if "integer" in types and tag.removeprefix("-").isdecimal() else None


def _nodes(node: Data) -> Iterator[Mapping[str, Data]]:
    if isinstance(node, dict):
        yield node
    for each in node if isinstance(node, list) else mapping(node).values():
        yield from _nodes(each)
