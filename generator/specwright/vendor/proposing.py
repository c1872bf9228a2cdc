"""Proposing: what to write into `specwright.toml` for a document that no pattern means yet.

In: an entry, and its name in messages. Out: lines of TOML.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from specwright.config import distribution_of
from specwright.vendor.sources import Entry

__all__ = ["proposal"]


def proposal(entry: Entry, shown: str) -> str:
    """A distribution of this document alone, named after it."""
    title = distribution_of(entry.title)
    name = title if entry.title and title != "api" else distribution_of(PurePosixPath(shown).stem)
    return f"[[sdk]]\nname = {json.dumps(name)}\nspecs = [{json.dumps(shown, ensure_ascii=False)}]\n"
