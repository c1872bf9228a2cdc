"""Whether operations say what they answer.

In: a survey. Out: warnings: such an operation can be called all the same. OpenAPI 3.0
asks for at least one response, 3.1 does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.load import Json
from specwright.problems import Problem
from specwright.validate.survey import Place, Survey
from specwright.validate.wording import shortened

__all__ = ["check_responses"]

_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default|x-.*", re.IGNORECASE | re.DOTALL)


def check_responses(found: Survey) -> Iterator[Problem]:
    """Say which operations have no responses."""
    for operation in found.of("operation"):
        responses = operation.fields.get("responses")
        yield from _unknown(operation, responses)
        if responses is None:
            place = operation.origin
        elif isinstance(responses, dict) and not any(not name.startswith("x-") for name in responses):
            place = operation.at("responses")
        else:
            continue
        message = "this operation has no responses."
        yield Problem("no-responses", place, message, "Say at least what it answers on success.", "warning")


def _unknown(operation: Place, responses: Json) -> Iterator[Problem]:
    """Say which answers no server can give."""
    for name in responses if isinstance(responses, dict) else ():
        if not _STATUS.fullmatch(name):
            message = f'"{shortened(name)}" is no status, so no answer is read as what stands here.'
            place = operation.at("responses", name)
            yield Problem("unknown-status", place, message, "Write one such as 200, 4XX or default.", "warning")
