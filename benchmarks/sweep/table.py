"""Results as Markdown: a line for each collection, then each document that fell short.

In: documents and their results. Out: text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .finding import Found
from .result import Result, Typed

__all__ = ["Row", "failures", "line", "summary"]

Row = tuple[Found, Result]

_HEAD = (
    "Collection", "Documents", "Refused", "Crashed", "Stopped", "Generated", "Imported", "Operations", "mypy",
    "basedpyright", "Round trips", "Ledger", "Seconds", "Peak MB", "Files", "MB",
)  # fmt: skip


def summary(rows: Sequence[Row]) -> str:
    """A table with a line for each collection, in their order, and one for all."""
    names = list(dict.fromkeys(found.collection for found, _ in rows))
    lines = [_HEAD, ("---",) * len(_HEAD)]
    lines += [_collection(name, [result for found, result in rows if found.collection == name]) for name in names]
    if len(names) > 1:
        lines.append(_collection("**all**", [result for _, result in rows]))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def failures(rows: Iterable[Row]) -> str:
    """Each document that fell short, and why; refusals by their codes."""
    return "".join(
        f"- {found.collection}/{found.shown}: {text}\n" for found, result in rows for text in _faults(result)
    )


def line(found: Found, result: Result) -> str:
    """One document in one line."""
    told = f"{result.emitted}/{result.declared} operations, {result.seconds:.1f} s, {result.megabytes:.0f} MB"
    return f"{found.collection}/{found.shown}: {result.kind}: " + (told if result.kind == "generated" else result.why)


def _collection(name: str, results: Sequence[Result]) -> tuple[str, ...]:
    kinds = Counter(result.kind for result in results)
    made = [result for result in results if result.kind == "generated"]
    values = sum(result.trips.values for result in made)
    same = values - sum(result.trips.misread + result.trips.changed + result.trips.respelled for result in made)
    untried = sum(result.trips.skipped for result in made)
    ledger = sum((Counter(result.ledger) for result in made), Counter[str]())
    return (
        name,
        str(len(results)),
        str(kinds["refused"]),
        str(kinds["crashed"]),
        str(kinds["stopped"]),
        str(kinds["generated"]),
        str(sum(result.imported for result in made)),
        f"{sum(result.emitted for result in made)} of {sum(result.declared for result in made)}",
        _clean([result.mypy for result in made]),
        _clean([result.pyright for result in made]),
        f"{same} of {values}" + (f", {untried} schemas untried" if untried else "") if values else "-",
        ", ".join(f"{count} {what}" for what, count in sorted(ledger.items())) or "-",
        f"{sum(result.seconds for result in made):.0f}",
        f"{max((result.megabytes for result in made), default=0):.0f}",
        str(sum(result.files for result in made)),
        f"{sum(result.size for result in made) / 1e6:.1f}",
    )


def _clean(found: Sequence[Typed]) -> str:
    asked = [each for each in found if each.asked]
    return f"{sum(not each.errors for each in asked)} of {len(asked)}" if asked else "-"


def _faults(result: Result) -> Iterator[str]:
    if result.kind != "generated":
        codes = f" [{', '.join(result.codes)}]" if result.codes else ""
        yield f"{result.kind}{codes} {result.why}"
        return
    if not result.imported:
        yield f"not imported: {result.import_error}"
    if result.unfinished:
        yield f"unfinished: {result.unfinished}"
    if result.lost:
        yield f"lost {result.declared - result.emitted} operations: {', '.join(result.lost)}"
    for name, checked in (("mypy", result.mypy), ("basedpyright", result.pyright)):
        if checked.errors > 0:
            yield f"{name}: {checked.errors} errors: {'; '.join(checked.examples)}"
    trips = result.trips
    if trips.misread or trips.changed:
        told = f"{trips.misread} misread, {trips.changed} changed, {trips.respelled} respelled of {trips.values}"
        yield f"round trips: {told}: {'; '.join(trips.examples)}"
