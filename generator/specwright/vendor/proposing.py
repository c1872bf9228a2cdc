"""Proposing: what to write into `specwright.toml` for a document that no pattern means yet.

In: an entry, and its name in messages. Out: lines of TOML.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from specwright.config import distribution_of
from specwright.signs import as_toml
from specwright.vendor.sources import Entry

__all__ = ["proposal"]


def proposal(entry: Entry, shown: str) -> str:
    """A distribution of this document alone, named after it."""
    title = distribution_of(entry.title)
    name = title if entry.title and title != "api" else distribution_of(PurePosixPath(shown).stem)
    return f"[[sdk]]\nname = {as_toml(name)}\nspecs = [{as_toml(shown)}]\n"
