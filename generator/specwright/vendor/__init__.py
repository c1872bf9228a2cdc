"""Vendor: documents from elsewhere, kept as they were published and pinned by digest in `sources.toml`.

In: what the user names: a file, a URL, or an entry of `sources.toml`. Out: files under `specs/`, and what is to be
known of them. `fetching` is the one module that reaches out to a network, and only where a URL is named.

Why `updating` and `reporting` are not offered here: they bring the stages, and to verify takes digests alone.
"""

from __future__ import annotations

from specwright.vendor.adding import Added, Said, add
from specwright.vendor.connecting import Trust
from specwright.vendor.gathering import with_reasons
from specwright.vendor.proposing import proposal
from specwright.vendor.renewing import Asked, Renewal, renew
from specwright.vendor.sources import SOURCES_NAME, Entry, Sources, is_day, read_sources
from specwright.vendor.verifying import verify

__all__ = [
    "SOURCES_NAME", "Added", "Asked", "Entry", "Renewal", "Said", "Sources", "Trust", "add", "is_day", "proposal",
    "read_sources", "renew", "verify", "with_reasons",
]  # fmt: skip
