"""Rows of what reading a document gives up, before anything is built: the warnings of the loader that mean a loss.

In: nothing. Out: for the code of such a warning what the construct is called, and its state. The warning itself says
what is given up.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.coverage.rows import State

__all__ = ["CODES"]

CODES: Mapping[str, tuple[str, State]] = {
    "collection-format": ("parameter collectionFormat", "degraded"),
    "dynamic-ref": ("schema $dynamicRef", "degraded"),
    "example-left-out": ("example", "not shown"),
    "second-body": ("parameter", "not generated"),
}
