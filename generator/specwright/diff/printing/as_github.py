"""GitHub: a comparison as annotations of a workflow.

In: a `Comparison`. Out: a command for each change that breaks or adds something, and one that sums up.

Why at the new side: an annotation stands in the files of the commit that is looked at. What is gone is told where it
would stand; a file that is gone has no place, and its annotation none. A file of a revision goes by its path there, as
GitHub knows no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.diff.comparison import Comparison, Weight
from specwright.diff.printing.entries import Line, Wanted, groups_of, summary_of
from specwright.diff.printing.suggesting import suggestion_of
from specwright.report import annotation
from specwright.signs import as_line

__all__ = ["as_github"]

_COMMANDS: dict[Weight, str] = {"breaking": "error", "sdk": "error", "additive": "notice"}


def as_github(comparison: Comparison, wanted: Wanted) -> str:
    """Every annotation, each line ended."""
    return "".join(f"{line}\n" for line in _told(comparison, wanted))


def _told(comparison: Comparison, wanted: Wanted) -> Iterator[str]:
    for part in comparison.parts:
        for group in groups_of(part, wanted):
            listed = (line for _, lines in group.subjects for line in lines)
            yield from (_line(line, comparison.revision) for line in listed if line.entry.weight in _COMMANDS)
    summary = f"{comparison.old} → {comparison.new}: {summary_of(comparison.counts(), comparison.accepted)}."
    told = [summary, *filter(None, map(suggestion_of, comparison.releases))]
    yield annotation("notice", None, None, "specwright diff", as_line(" ".join(told)))


def _line(line: Line, revision: str) -> str:
    entry, change = line.entry, line.entry.change
    command = "notice" if entry.accepted else _COMMANDS[entry.weight]
    reason = f"Accepted: {entry.accepted}" if entry.accepted else ""
    text = " ".join(filter(None, (line.sentence, change.effect.text, reason)))
    file, position = (entry.new.file.removeprefix(f"{revision}:"), entry.new.position) if entry.new else (None, None)
    return annotation(command, file, position, change.rule, as_line(text))
