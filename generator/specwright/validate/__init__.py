"""Say everything that is wrong with a document, at once.

In: a document. Out: problems, each with its place: an error where a part has no meaning left, a warning
where it is merely against the letter. A run goes on with warnings, because real vendors publish them.

Why our own checks beside the schema: a schema cannot follow a reference, compare two paths, or look up a
scheme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from specwright.load import Document
from specwright.problems import Origin, Problem
from specwright.validate.cycles import check_cycles
from specwright.validate.duplicates import check_operation_ids, check_parameters
from specwright.validate.fields import methods_of
from specwright.validate.leniency import check_structure
from specwright.validate.mappings import check_mappings
from specwright.validate.required import check_required
from specwright.validate.responses import check_responses
from specwright.validate.routes import check_path_parameters, check_paths, check_routes
from specwright.validate.security import check_security
from specwright.validate.servers import check_servers
from specwright.validate.siblings import check_siblings
from specwright.validate.survey import Survey, survey
from specwright.validate.values import check_defaults, check_enums
from specwright.validate.version import Version, check_version, version_of
from specwright.validate.webhooks import check_expressions, check_received
from specwright.validate.widths import check_widths

__all__ = ["Version", "methods_of", "validate", "version_of"]

_CHECKS: tuple[Callable[[Survey], Iterable[Problem]], ...] = (
    check_cycles,
    check_paths,
    check_routes,
    check_path_parameters,
    check_operation_ids,
    check_parameters,
    check_responses,
    check_security,
    check_servers,
    check_siblings,
    check_mappings,
    check_required,
    check_enums,
    check_defaults,
    check_received,
    check_expressions,
    check_widths,
)


def validate(document: Document) -> tuple[Problem, ...]:
    """Check a document and the files that it refers to; every place is one of the file that was published."""
    version = version_of(document)
    if version is None:
        return tuple(dict.fromkeys((*document.problems, *check_version(document))))
    problems = [*check_version(document), *check_structure(document, version)]
    found = survey(document, version)
    problems += found.problems
    for check in _CHECKS:
        problems += check(found)
    read = found.documents()
    of_texts = (problem for each in read for problem in each.problems)
    return tuple(dict.fromkeys((*document.problems, *of_texts, *_published(problems, read))))


def _published(problems: Iterable[Problem], read: tuple[Document, ...]) -> Iterable[Problem]:
    moved = {each.file: each for each in read if each.published}
    for problem in problems:
        file, pointer = problem.origin.file, problem.origin.pointer
        place = Origin(file, moved[file].published_at(pointer)) if file in moved else problem.origin
        yield replace(problem, origin=place)
