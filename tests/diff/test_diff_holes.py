"""Whatever in the IR can differ, a rule sees: every field of every class is changed once, and that is a change."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from diff_versions import version_of, versions_in
from ir_edits import classes, edited, others, sites
from test_diff_cases import CASES

from specwright.diff import compare
from specwright.ir import Ref
from specwright.names import name
from specwright.sdk import Version
from trees import ROOT

GENERATED = ("deprecated", "paging-last-item", "paging-next-url", "paging-link-header", "paging-offset", "paging-page")
PLACES = ("origin",)
"""Fields that say where a thing stands, and not what it is."""

UNSEEN: Mapping[str, str] = {
    "Api.losses": "what the SDK cannot say of a document is told by the coverage ledger",
    "Model.home": "in which document a type stands",
    "Object.required": "names beyond the properties stand in parts of `allOf` alone, and mean what another part has",
    "Paging.item": "the type of what a listing holds, which its answer tells",
    "Paging.page": "the type of the answer",
    "Webhook.operation": "what is in it is looked at, and the whole is never missing",
}
"""Fields that no rule looks at, and why."""


@cache
def versions() -> tuple[Version, ...]:
    """Versions that have something of everything."""
    here = Path.cwd()
    found: list[Version] = []
    for case in CASES:
        os.chdir(case)
        found += versions_in(case)
    for case in (ROOT / "tests" / "cases" / "generate" / each for each in GENERATED):
        os.chdir(case)
        found += [version_of(spec) for spec in sorted(case.glob("spec.*"))]
    os.chdir(here)
    return tuple(found)


@cache
def found() -> Mapping[type[Any], list[tuple[Version, Any, object]]]:
    """Values of each class, each with the version that it stands in and the way to it."""
    listed: dict[type[Any], list[tuple[Version, Any, object]]] = {}
    for version in versions():
        for steps, value in sites(version.api):
            listed.setdefault(type(value), []).append((version, steps, value))
    return listed


def changes(kind: type[Any], field: str) -> Iterator[bool]:
    """Whether a change of the field is noticed, for one value after the other and for all that it may be instead."""
    for version, steps, value in found().get(kind, ()):
        for other in version.models if isinstance(value, Ref) else others(value, field):
            try:
                api = edited(version.api, steps, field, other)
                new = replace(version, api=api, names=name(api))
                yield bool(compare(version, new))
            except (AssertionError, AttributeError, KeyError, TypeError, ValueError):
                continue  # no document would have become this


def test_everything_of_the_ir_is_in_the_versions_that_are_changed() -> None:
    assert {each.__name__ for each in classes()} - {each.__name__ for each in found()} == {"Loss"}


FIELDS = [
    (kind, field.name)
    for kind in classes()
    for field in fields(kind)
    if kind.__name__ != "Loss" and field.name not in PLACES
]


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda each: each if isinstance(each, str) else each.__name__)
def test_a_field_of_the_ir_that_differs_is_a_change(kind: type[Any], field: str) -> None:
    is_seen = any(changes(kind, field))
    assert is_seen != (f"{kind.__name__}.{field}" in UNSEEN)


def test_no_exemption_is_of_what_is_gone() -> None:
    assert set(UNSEEN) <= {f"{kind.__name__}.{field}" for kind, field in FIELDS}
