"""Which OpenAPI version a document is written in, and whether it is one that can be read.

In: a document. Out: `Version` or nothing, and the problems of the field that says it.
"""

from __future__ import annotations

import re
from typing import Literal

from specwright.load import Document
from specwright.problems import Origin, Problem

__all__ = ["Version", "check_version", "version_of"]

Version = Literal["3.0", "3.1", "3.2"]

_VERSION = re.compile(r"(3\.[012])(?:\.\d+(?:-.+)?)?\Z")
_ACCEPTED: dict[str, Version] = {"3.0": "3.0", "3.1": "3.1", "3.2": "3.2"}
_REMEDY = "Write for example openapi: 3.1.0."


def version_of(document: Document) -> Version | None:
    """Read the version, also where YAML makes a number of it (`openapi: 3.0`)."""
    written = document.data.get("openapi")
    if isinstance(written, bool) or not isinstance(written, (str, float)):
        return None
    match = _VERSION.match(str(written).strip())
    return _ACCEPTED[match.group(1)] if match else None


def check_version(document: Document) -> tuple[Problem, ...]:
    """Say what is wrong with the version, if anything is."""
    written = document.data.get("openapi")
    here = Origin(document.file, "/openapi")
    if written is None and "swagger" in document.data:
        message = f"this is Swagger {document.data['swagger']}, which is not read."
        hint = "Read are 2.0 and OpenAPI 3.0, 3.1 and 3.2."
        return (Problem("unsupported-version", Origin(document.file, "/swagger"), message, hint),)
    if written is None:
        message = 'the document does not say which OpenAPI version it is: "openapi" is missing.'
        return (Problem("missing-version", Origin(document.file), message, _REMEDY),)
    if version_of(document) is None:
        message = f"the OpenAPI version {str(written)[:40]!r} is not read. Read are 3.0, 3.1 and 3.2."
        return (Problem("unsupported-version", here, message, _REMEDY),)
    if not isinstance(written, str):
        message = f"the version {written} is a number here, and text in OpenAPI."
        return (Problem("not-text", here, message, "Write it in quotes.", "warning"),)
    if written.count(".") != 2:
        message = f'the version "{written}" has no patch number.'
        return (Problem("bad-value", here, message, _REMEDY, "warning"),)
    return ()
