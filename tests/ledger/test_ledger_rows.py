"""What the ledger says of a construct is what is generated: each row has a probe that shows it."""

from __future__ import annotations

import pytest
from probes import PROBES
from probing import THING, Probe, added, row_for

from specwright.coverage.rows import Row
from specwright.coverage.table import ROWS
from specwright.validate.version import Version


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name)
def test_a_construct_comes_out_as_the_ledger_says(probe: Probe) -> None:
    row = row_for(probe)
    assert row is not None
    package = added(probe, "python")
    if probe.shows:
        assert probe.shows in f"{package}\n{added(probe, 'docs')}"
    else:
        assert package == ""
    if row.state in ("not shown", "not generated"):
        assert not probe.shows
    if row.state == "generated":
        assert probe.shows or (row.kind, row.field) in SAYS_NOTHING


# Constructs that are read, and of which nothing can be seen: they hold others, or say how to read them.
SAYS_NOTHING: frozenset[tuple[str, str]] = frozenset(
    {
        ("document", "$self"),
        ("document", "openapi"), ("document", "jsonSchemaDialect"), ("flow", "refreshUrl"), ("header", "explode"),
        ("header", "style"), ("parameter", "allowEmptyValue"), ("response", "links"),
        *(("schema", keyword) for keyword in ("$anchor", "$comment", "$defs", "$dynamicAnchor", "$id", "$schema")),
        ("schema", "definitions"), ("schema", "uniqueItems"),
    }
)  # fmt: skip


def test_every_row_has_a_probe_and_no_row_is_out_of_reach() -> None:
    shown = {row for row in map(row_for, PROBES) if row is not None}
    missing = [f"{row.kind} {row.field}: {row.state} {row.told}" for row in ROWS if row not in shown]
    assert missing == []


def test_no_two_rows_are_one() -> None:
    seen: dict[tuple[str, str], list[Row]] = {}
    for row in ROWS:
        seen.setdefault((row.kind, row.field), []).append(row)
    closed = [
        key for key, rows in seen.items() if rows[-1].when is not None or any(row.when is None for row in rows[:-1])
    ]
    assert closed == [], "the last row of a construct is about all that is left, and no other is"


def test_a_field_that_nobody_knows_is_not_read() -> None:
    versions: tuple[tuple[Version, bool], ...] = (("3.0", False), ("3.1", True))
    for version, known in versions:
        row = row_for(Probe("document", "webhooks", "/webhooks", {}, version=version))
        assert (row is not None and row.state == "generated") == known
    assert row_for(Probe("schema", "optional", f"{THING}/optional", True)) == Row(
        "schema", "optional", "not generated", "This version of OpenAPI has no such field here, so it is not read."
    )
    assert row_for(Probe("schema", "x-note", f"{THING}/x-note", "said by us")) is None
