"""Probes: for each row of the ledger the smallest document that has the construct, and what is to be seen of it.

A probe without `shows` says that the construct changes nothing in the package. One module for each family of rows.
"""

from __future__ import annotations

import probes_of_answers
import probes_of_contents
import probes_of_documents
import probes_of_operations
import probes_of_schemas
import probes_of_security
from probing import Probe

__all__ = ["PROBES"]

PROBES: tuple[Probe, ...] = (
    *probes_of_documents.PROBES,
    *probes_of_operations.PROBES,
    *probes_of_contents.PROBES,
    *probes_of_answers.PROBES,
    *probes_of_security.PROBES,
    *probes_of_schemas.PROBES,
)
