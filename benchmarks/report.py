"""Figures and how they print.

In: samples that were taken in turns. Out: a `Figure` for each question, and a Markdown table of them.

Why the median of the ratios of neighbours: other work on the machine slows both sides of a pair alike, so their ratio
holds still while the times drift. The quartiles tell how still.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

__all__ = ["Figure", "difference", "plain", "ratio", "table"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `target` is empty where there is none, and `met` is then `None`."""

    what: str
    value: str
    spread: str
    seen: str
    target: str = ""
    met: bool | None = None


def ratio(what: str, ours: Sequence[float], theirs: Sequence[float], unit: str, at_most: float | None = None) -> Figure:
    """How many times theirs ours costs; `ours[i]` and `theirs[i]` were measured one after the other."""
    each = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    seen = f"{_number(median(ours))} / {_number(median(theirs))} {unit}"
    target = "" if at_most is None else f"at most {at_most:g}x"
    met = None if at_most is None else median(each) <= at_most
    return Figure(what, f"{median(each):.2f}x", _spread(each, "{:.2f}"), seen, target, met)


def difference(
    what: str, ours: Sequence[float], theirs: Sequence[float], unit: str, at_most: float | None = None
) -> Figure:
    """How much more than theirs ours costs."""
    each = [mine - other for mine, other in zip(ours, theirs, strict=True)]
    seen = f"{_number(median(ours))} / {_number(median(theirs))} {unit}"
    target = "" if at_most is None else f"at most +{at_most:g} {unit}"
    met = None if at_most is None else median(each) <= at_most
    return Figure(what, f"{median(each):+.1f} {unit}", _spread(each, "{:+.1f}"), seen, target, met)


def plain(what: str, samples: Sequence[float], unit: str) -> Figure:
    """A cost by itself, where nothing else does the same thing."""
    return Figure(what, f"{_number(median(samples))} {unit}", _spread(samples, "{:.1f}"), "")


def table(figures: Iterable[Figure]) -> str:
    """The figures as Markdown."""
    rows = [("Measured", "Median", "Quartiles", "Ours / theirs", "Target"), ("---",) * 5]
    rows += [(each.what, each.value, each.spread, each.seen, each.target + _verdict(each)) for each in figures]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _verdict(figure: Figure) -> str:
    return "" if figure.met is None else ": met" if figure.met else ": **missed**"


def _spread(samples: Sequence[float], form: str) -> str:
    low, _, high = quantiles(samples, n=4)
    return f"{form.format(low)} to {form.format(high)}"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"
