"""Things that are there twice and are told apart by name alone: operationIds and parameters.

In: a survey. Out: warnings, and an error where two parameters of one name differ, for then nobody can say
which is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.problems import Problem
from specwright.validate.operations import Declared, parameters_of
from specwright.validate.survey import Place, Survey

__all__ = ["check_operation_ids", "check_parameters"]


def check_operation_ids(found: Survey) -> Iterator[Problem]:
    """Say which operationIds are given twice."""
    first_with: dict[str, Place] = {}
    for operation in found.of("operation"):
        name = operation.fields.get("operationId")
        if not isinstance(name, str):
            continue
        first = first_with.setdefault(name, operation)
        if first is not operation:
            file = first.document.file if first.document is not operation.document else ""
            message = f'the operationId "{name}" is that of {file}#{first.pointer} too.'
            yield Problem("duplicate-operation-id", operation.at("operationId"), message, "Rename one.", "warning")


def check_parameters(found: Survey) -> Iterator[Problem]:
    """Say which parameters one operation or path item lists twice."""
    for kind in ("path item", "operation"):
        for owner in found.of(kind):
            first_with: dict[tuple[str, str], Declared] = {}
            for parameter in parameters_of(found, owner):
                # Names of headers are read without regard to case.
                is_header = parameter.location == "header"
                name = parameter.name.lower() if is_header else parameter.name
                first = first_with.setdefault((parameter.location, name), parameter)
                if first is not parameter:
                    yield _twice(parameter, first)


def _twice(parameter: Declared, first: Declared) -> Problem:
    origin = parameter.listed.origin
    subject = f'the {parameter.location} parameter "{parameter.name}" is listed twice here'
    if parameter.meant.value == first.meant.value:
        return Problem("duplicate-parameter", origin, f"{subject}.", "Remove one.", "warning")
    return Problem("duplicate-parameter", origin, f"{subject}, and the two differ.", "Remove one.")
