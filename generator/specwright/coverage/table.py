"""The table of every construct: one line for each family of rows.

In: a spot, and the name of one of its fields. Out: the row that counts. A field that no row knows is a field that
OpenAPI does not know either, or an extension.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from specwright.coverage import of_documents, of_operations, of_schemas, of_security
from specwright.coverage.rows import Row
from specwright.coverage.spots import Spot
from specwright.validate.fields import is_of_version

__all__ = ["ROWS", "row_of"]

ROWS: Final[tuple[Row, ...]] = (*of_documents.ROWS, *of_operations.ROWS, *of_security.ROWS, *of_schemas.ROWS)
"""All rows; among those of one construct the first whose condition holds counts."""


def _by_construct() -> Mapping[tuple[str, str], tuple[Row, ...]]:
    ordered = sorted(ROWS, key=lambda row: (row.kind, row.field))
    return {key: tuple(rows) for key, rows in groupby(ordered, key=lambda row: (row.kind, row.field))}


_TABLE: Final = _by_construct()
_UNKNOWN = "This version of OpenAPI has no such field here, so it is not read."


def row_of(spot: Spot, field: str) -> Row | None:
    """What becomes of a thing (field `""`) or of one of its fields; nothing for an extension that has no meaning."""
    rows = _TABLE.get((spot.kind, field), ())
    if rows and is_of_version(spot.kind, field, spot.version):
        return next(row for row in rows if row.when is None or row.when(spot))
    return None if field.startswith("x-") else Row(spot.kind, field, "not generated", _UNKNOWN)
