"""Whether operations say what they answer.

In: a survey. Out: an error in OpenAPI 3.0, which asks for at least one response; a warning since 3.1, which
does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.problems import Problem, Severity
from specwright.validate.survey import Survey
from specwright.validate.version import version_of

__all__ = ["check_responses"]


def check_responses(found: Survey) -> Iterator[Problem]:
    """Say which operations have no responses."""
    severity: Severity = "error" if version_of(found.document) == "3.0" else "warning"
    for operation in found.of("operation"):
        responses = operation.fields.get("responses")
        if responses is None:
            place = operation.origin
        elif isinstance(responses, dict) and not any(not name.startswith("x-") for name in responses):
            place = operation.at("responses")
        else:
            continue
        message = "this operation has no responses."
        yield Problem("no-responses", place, message, "Say at least what it answers on success.", severity)
