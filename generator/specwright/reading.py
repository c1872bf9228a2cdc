"""Reading: one document from its file to the IR.

In: what the configuration says of a document. Out: a `Reading`: the IR, or nothing and every problem that stands in the
way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from specwright.build import build
from specwright.cache import Cache
from specwright.config import Source
from specwright.coverage import Coverage, coverage_of
from specwright.grounds import Parts, parts_of
from specwright.ir import Api
from specwright.load import Document, load
from specwright.overlay import apply_overlay
from specwright.problems import Problem, Refused, has_errors
from specwright.remembered import remembered
from specwright.resolve import resolve
from specwright.rules import EntitlementRule
from specwright.upgrade import upgrade
from specwright.validate import validate

__all__ = ["Reading", "reading_of"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as the IR, or nothing and the problems that stand in the way.

    `parts` are those of the document and of the files that it refers to.
    `lasting` are the files that it was read from with their digests; none where it has to be read each time.
    """

    api: Api | None
    document: Document | None
    references: tuple[Source, ...]
    problems: tuple[Problem, ...]
    coverage: Coverage | None = None
    parts: tuple[Parts, ...] = ()
    lasting: tuple[tuple[Path, str], ...] = ()


def reading_of(cache: Cache, source: Source, rules: tuple[EntitlementRule, ...]) -> Reading:
    """What an earlier run read of a document, or what it gives now."""
    return remembered(cache, source, rules, Reading, partial(_read, source, rules))


def _read(source: Source, rules: tuple[EntitlementRule, ...]) -> Reading:
    """One document from its file to the IR."""
    problems: tuple[Problem, ...] = ()
    try:
        published = load(source.path, source.shown)
        problems = published.problems
        overlay = load(source.overlay, source.overlay_shown) if source.overlay else None
        problems += overlay.problems if overlay else ()
        mended = apply_overlay(published, overlay) if overlay else published
        document = upgrade(mended)
        problems = validate(document)
        if has_errors(problems):
            return Reading(None, None, (), problems)
        resolved = resolve(document)
        api = _titled(build(resolved, rules), source)
    except Refused as refused:
        return Reading(None, None, (), (*problems, *refused.problems))
    opened = resolved.library.opened()
    references = tuple(Source(each.path, each.file) for each in opened)
    coverage = coverage_of(document, frozenset(rule.extension for rule in rules), api.losses)
    lasting = tuple((each.path, each.sha256) for each in (document, *document.beside, *opened))
    parts = (parts_of(published, mended, overlay), *(parts_of(each, each) for each in opened))
    return Reading(api, document, references, problems, coverage, parts, lasting)


def _titled(api: Api, source: Source) -> Api:
    """A document that does not say what it is called is called as its file is."""
    return replace(api, title=api.title or source.path.stem)
