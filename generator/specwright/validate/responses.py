"""Whether operations say what they answer.

In: a survey. Out: warnings: such an operation can be called all the same. OpenAPI 3.0
asks for at least one response, 3.1 does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.problems import Problem
from specwright.validate.survey import Survey

__all__ = ["check_responses"]


def check_responses(found: Survey) -> Iterator[Problem]:
    """Say which operations have no responses."""
    for operation in found.of("operation"):
        responses = operation.fields.get("responses")
        if responses is None:
            place = operation.origin
        elif isinstance(responses, dict) and not any(not name.startswith("x-") for name in responses):
            place = operation.at("responses")
        else:
            continue
        message = "this operation has no responses."
        yield Problem("no-responses", place, message, "Say at least what it answers on success.", "warning")
