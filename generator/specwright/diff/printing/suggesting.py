"""Suggesting: the number of the next release in a sentence.

In: a `Release`. Out: what to call the next one, and why; nothing where nothing changed.
"""

from __future__ import annotations

from specwright.diff.comparison import Release

__all__ = ["suggestion_of"]


def suggestion_of(release: Release) -> str:
    """What number the next release is to have, and why."""
    if release.step == "none":
        return ""
    if not release.suggested:
        return f"Replacing the old side by the new one is a {release.step} release: {release.why}"
    given = f" (the new side says {release.given})" if release.given != release.version else ""
    return f"Suggests {release.package} {release.suggested} after {release.version}{given}: {release.why}"
