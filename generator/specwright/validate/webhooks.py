"""What the API calls: webhooks and callbacks, which have no path of their own.

In: a survey. Out: warnings, as what is wrong here spoils nothing else: a parameter that has no place in an address, and
an address that is no runtime expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.problems import Problem
from specwright.validate.operations import operations_of, parameters_of, received_of
from specwright.validate.survey import Survey

__all__ = ["check_expressions", "check_received"]

_BRACED = re.compile(r"\{([^{}]*)\}")
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - HTTP calls a word so
_SOURCE = rf"(?:header\.{_TOKEN}|query\.[^{{}}]+|path\.[^{{}}]+|body(?:#(?:/[^{{}}]*)?)?)"
_EXPRESSION = re.compile(rf"\$(?:url|method|statusCode|request\.{_SOURCE}|response\.{_SOURCE})")


def check_received(found: Survey) -> Iterator[Problem]:
    """Say which parameters of webhooks and callbacks would stand in a path."""
    for _, item in received_of(found):
        for owner in (item, *operations_of(found, item).values()):
            for parameter in parameters_of(found, owner):
                if parameter.location == "path":
                    message = f'"{parameter.name}" is in a path, and what the API calls has none in the contract.'
                    hint = "Describe it as a header, or as a part of the body."
                    yield Problem("unused-path-parameter", parameter.listed.origin, message, hint, "warning")


def check_expressions(found: Survey) -> Iterator[Problem]:
    """Say which callbacks have an address that nobody could work out."""
    for callback in found.of("callback"):
        for address in callback.fields:
            if address.startswith(("x-", "$ref")):
                continue
            told = [address] if address.startswith("$") else _BRACED.findall(address)
            wrong = [each for each in told if not _EXPRESSION.fullmatch(each)]
            if wrong or (not told and "://" not in address):
                part = wrong[0] if wrong else address
                message = f'"{part}" is no runtime expression, so it does not say where the callback goes.'
                hint = "Write one such as {$request.body#/url} or {$request.query.url}."
                yield Problem("bad-expression", callback.at(address), message, hint, "warning")
