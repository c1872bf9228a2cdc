"""JSON: a comparison for programs.

In: a `Comparison`. Out: one object: both sides, counts, releases, and every change by itself, directions apart.
"""

from __future__ import annotations

import json

from specwright.diff.comparison import Comparison, Entry, Location, Part, Release
from specwright.diff.printing.entries import Wanted

__all__ = ["as_json"]


def as_json(comparison: Comparison, wanted: Wanted) -> str:
    """The whole comparison."""
    told = {
        "old": comparison.old,
        "new": comparison.new,
        "counts": comparison.counts(),
        "releases": [_release(each) for each in comparison.releases],
        "changes": [_entry(part, entry) for part in comparison.parts for entry in part.entries if wanted.takes(entry)],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _release(release: Release) -> dict[str, object]:
    return {
        "package": release.package,
        "version": release.version,
        "given": release.given,
        "step": release.step,
        "suggested": release.suggested,
        "why": release.why,
    }


def _entry(part: Part, entry: Entry) -> dict[str, object]:
    change = entry.change
    return {
        "id": change.id,
        "rule": change.rule,
        "level": change.level,
        "weight": entry.weight,
        "accepted": entry.accepted or None,
        "package": part.package,
        "version": part.version,
        "place": change.place,
        "direction": change.direction,
        "what": change.what,
        "sentence": change.sentence,
        "effect": {"kind": change.effect.kind, "text": change.effect.text, "breaks": change.effect.breaks},
        "operations": list(change.operations),
        "old": _location(entry.old),
        "new": _location(entry.new),
    }


def _location(location: Location | None) -> dict[str, object] | None:
    if location is None:
        return None
    return {
        "file": location.file,
        "line": location.position.line if location.position else None,
        "column": location.position.column if location.position else None,
        "pointer": location.origin.pointer,
    }
