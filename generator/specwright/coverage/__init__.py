"""The coverage ledger: what became of every construct of the documents, and that no operation is lost.

In: documents, and what each target wrote. Out: a `Ledger`, which is printed as `coverage.json`.

    spots   everything in a document, each with what holds it
    rows    construct -> generated, degraded (what is given up) or not generated (why), in families: `of_….py`
    cover   one document: each construct looked up in the rows, and its operations counted by a walk of their own
    compare the operations declared with those written; a difference stops the run
"""

from __future__ import annotations

from specwright.coverage.comparing import Part, compare
from specwright.coverage.covering import coverage_of
from specwright.coverage.ledger import Coverage, Ledger, SdkLedger
from specwright.coverage.of_versions import version_entries
from specwright.coverage.printing import FILE_NAME, as_json, as_problems, counts, summary
from specwright.coverage.sharing import shared_entries

__all__ = [
    "FILE_NAME", "Coverage", "Ledger", "Part", "SdkLedger", "as_json", "as_problems", "compare", "counts",
    "coverage_of", "shared_entries", "summary", "version_entries",
]  # fmt: skip
