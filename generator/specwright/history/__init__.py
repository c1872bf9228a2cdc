"""History: what each release of a package changed, as it was recorded.

In: `specwright.changes.toml`, which `specwright diff --record` adds to and people reword. Out: the releases of each
package, for its CHANGELOG.md; and the file with more in it.

Why a file and not git: the same input has to give the same bytes, in a shallow checkout and from a source archive too.
"""

from __future__ import annotations

from specwright.history.reading import UNRELEASED, parse, read_histories, text_of
from specwright.history.recording import recorded
from specwright.history.values import HISTORY_NAME, SECTIONS, Note, ReleaseNotes, Section

__all__ = [
    "HISTORY_NAME", "SECTIONS", "UNRELEASED", "Note", "ReleaseNotes", "Section", "parse", "read_histories", "recorded",
    "text_of",
]  # fmt: skip
