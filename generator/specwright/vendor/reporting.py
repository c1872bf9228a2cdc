"""Reporting: an update told in one go: what changed, what it breaks, and what to do next.

In: a `Renewal` and its `Assessment`. Out: one text in a style.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from specwright.diff.printing import print_comparison
from specwright.problems import Problem, has_errors
from specwright.report import print_problems
from specwright.signs import as_line
from specwright.vendor.assessing import Assessment
from specwright.vendor.renewing import Renewal, Renewed

__all__ = ["Report", "UpdateStyle", "print_report"]

UpdateStyle: TypeAlias = Literal["text", "json", "markdown", "github"]

_SHORT = 12
_LISTED = 20


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be told; `day` is whether the user said when the new files were retrieved."""

    renewal: Renewal
    assessment: Assessment
    day: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether nothing is to be fixed; an entry without a day or a license is what `verify` asks for."""
        entries = [each.new for each in self.renewal.renewed]
        return self.assessment.is_fine and bool(self.day) and all(entry.license.strip() for entry in entries)

    @property
    def sections(self) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
        """Problems under what they are, those that somebody has to look at first."""
        told = self.assessment
        return (
            ("Not compared", told.blocked),
            ("Dead overlays", told.dead),
            ("New problems", told.new),
            ("Mended", told.mended),
            ("Names at stake", told.names),
        )


def print_report(report: Report, style: UpdateStyle) -> str:
    """Print a report, each line ended."""
    return _STYLES[style](report)


def _text(report: Report) -> str:
    told = [_files(report), _changes(report, "text")]
    told += [f"{title}\n{_indented(_problems(listed, 'text'))}" for title, listed in report.sections if listed]
    names = list(_names(report))
    if names:
        told.append("Names at stake\n" + "".join(f"  {name}\n" for name in names))
    steps = "".join(f"  {number}. {step}\n" for number, step in enumerate(_steps(report), 1))
    return "\n".join(filter(None, (*told, f"Next\n{steps}" if steps else "")))


def _markdown(report: Report) -> str:
    told = [f"## Update of vendored documents\n\n```text\n{_files(report)}```\n"]
    told.append(_changes(report, "markdown"))
    for title, listed in report.sections:
        if listed:
            told.append(f"### {title}\n\n```text\n{_problems(listed, 'text')}```\n")
    names = list(_names(report))
    if names:
        told.append("### Names at stake\n\n" + "".join(f"- {name}\n" for name in names))
    steps = "".join(f"{number}. {step}\n" for number, step in enumerate(_steps(report), 1))
    return "\n".join(filter(None, (*told, f"### Next\n\n{steps}" if steps else "")))


def _json(report: Report) -> str:
    told = report.assessment
    renewal = report.renewal
    tree = {
        "documents": [
            {
                "path": renewal.sources.named(each.old.path),
                "old": {"sha256": each.old.sha256, "version": each.old.version},
                "new": {"sha256": each.new.sha256, "version": each.new.version},
                "files": [renewal.sources.named(path) for path in each.changed],
            }
            for each in renewal.renewed
        ],
        "gone": [renewal.sources.named(path) for path in renewal.gone],
        "unchanged": [renewal.sources.named(path) for path in renewal.unchanged],
        "diff": json.loads(print_comparison(told.comparison, "json")) if told.comparison else None,
        **{_keyed(title): json.loads(_problems(listed, "json")) for title, listed in report.sections},
        "names_in_sdk": list(_names(report)),
        "next": list(_steps(report)),
    }
    return json.dumps(tree, indent=2, ensure_ascii=False) + "\n"


def _github(report: Report) -> str:
    """Annotations for all that has a place; the rest belongs into a comment, which `markdown` is for."""
    problems = (problem for title, listed in report.sections if title != "Mended" for problem in listed)
    return _changes(report, "github") + _problems(problems, "github")


def _files(report: Report) -> str:
    """Which files are new, and from which state to which."""
    renewal = report.renewal
    lines = [line for each in renewal.renewed for line in _of_document(renewal, each)]
    lines += [f"{renewal.sources.named(path)}: gone, as no document refers to it any more" for path in renewal.gone]
    more = [f"and {len(lines) - _LISTED} more files"] if len(lines) > _LISTED else []
    return "".join(f"{as_line(line)}\n" for line in (*lines[:_LISTED], *more))


def _of_document(renewal: Renewal, each: Renewed) -> Iterator[str]:
    for path in each.changed:
        old, new = each.old.pins.get(path, ""), each.new.pins[path]
        state = f"sha256 {old[:_SHORT]} -> {new[:_SHORT]}" if old else f"new, sha256 {new[:_SHORT]}"
        is_other = path == each.old.path and each.old.version != each.new.version
        version = f", version {each.old.version} -> {each.new.version}" if is_other else ""
        yield f"{renewal.sources.named(path)}: {state}{version}"


def _changes(report: Report, style: UpdateStyle) -> str:
    comparison = report.assessment.comparison
    if comparison is None:
        return "" if style == "github" else "What changed cannot be told before the errors are mended.\n"
    return print_comparison(comparison, style)


def _problems(problems: Iterable[Problem], style: Literal["text", "json", "github"]) -> str:
    # Every place has been looked up while the files were there.
    return print_problems(problems, Path(), style)


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def _keyed(title: str) -> str:
    return title.lower().replace(" ", "_")


def _names(report: Report) -> Iterator[str]:
    """Public names that change or go, where no ledger keeps them."""
    told = report.assessment
    if told.names or told.comparison is None:
        return
    effects = (each.change.effect for each in told.comparison.entries)
    yield from dict.fromkeys(each.text for each in effects if each.kind in ("renamed", "removed") and each.text)


def _steps(report: Report) -> Iterator[str]:
    """What to do next, in order."""
    told = report.assessment
    if told.dead:
        files = ", ".join(sorted({each.origin.file for each in told.dead}))
        yield f"Take the dead actions out of {files}, or mend their targets: nothing is generated before."
    if has_errors((*told.new, *told.blocked)):
        yield (
            "Mend the new errors by an overlay (`specwright lint --fix-overlay` proposes what it can), or wait for the "
            "publisher: nothing is generated before."
        )
    if has_errors(told.names):
        yield "Decide on each name with `specwright names keep` or `accept`: nothing is generated before."
    if any(each.severity == "warning" for each in told.names):
        yield "Where a name is meant to be gone, take it out of the ledger with `specwright names prune`."
    if told.breaking:
        count = len(told.breaking)
        yield f"Tell your users of the {'breaking change' if count == 1 else f'{count} breaking changes'} above."
    yield from _unsaid(report)
    if told.is_configured:
        ledger = f", {told.ledger}" if told.ledger else ""
        yield f"Run `specwright generate`, and commit the document, sources.toml{ledger} and the output together."


def _unsaid(report: Report) -> Iterator[str]:
    """What `verify` asks for, and a source does not say."""
    sources = report.renewal.sources
    for each in () if report.day else report.renewal.renewed:
        line = sources.place(each.number, "retrieved").line
        yield f"Write the day into `retrieved` at {sources.shown}:{line}: {_told_day(each.old.retrieved)}"
    for each in report.renewal.renewed:
        if not each.new.license.strip():
            line = sources.place(each.number, "license").line
            yield f"Write under what license it is into `license` at {sources.shown}:{line}."


def _told_day(day: str) -> str:
    return f"{day} was that of the old one. `--retrieved DATE` does it." if day else "`--retrieved DATE` does it."


_STYLES: Mapping[UpdateStyle, Callable[[Report], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "github": _github,
}
