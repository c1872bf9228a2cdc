"""What stands at a path is told by the way to it, never by what a name looks like."""

from __future__ import annotations

import pytest

from specwright.validate.fields import Kind
from specwright.validate.position import position_of


@pytest.mark.parametrize(
    ("path", "kind", "rest"),
    [
        ("", "document", ""),
        ("info title", "document", "info title"),
        ("paths", "document", "paths"),
        ("paths /a", "path item", ""),
        ("paths /a get summary", "operation", "summary"),
        ("paths /a get callbacks done {$url} post tags 0", "operation", "tags 0"),
        ("paths /a get parameters 0 schema title", "schema", "title"),
        ("components schemas title", "schema", ""),
        ("components schemas A properties title", "schema", ""),
        ("components schemas A properties title title", "schema", "title"),
        ("components schemas A items", "schema", ""),
        ("components schemas A items 1", "schema", ""),
        ("components schemas A items title", "schema", "title"),
        ("components examples", "components", "examples"),
        ("components examples title", "example", ""),
    ],
)
def test_a_path_leads_to_the_deepest_thing_and_what_is_left(path: str, kind: Kind, rest: str) -> None:
    assert position_of(steps(path)) == (kind, steps(rest))


def steps(path: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdigit() else step for step in path.split())
