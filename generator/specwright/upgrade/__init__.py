"""Swagger 2.0 becomes OpenAPI 3.0, so that every later stage knows one specification.

In: a document, its overlay applied. Out: the same document where it is OpenAPI 3 already; else one in the words of
OpenAPI 3.0, with the files that it refers to brought along. What 2.0 says and 3.0 cannot is a warning of the document.

Why after the overlay: whoever writes one has the published file before his eyes, and its `$.definitions` means that.

Why a new document and not a second reading everywhere: the two differ in where things stand, not in what they mean.
`Document.published` keeps what was published and where each place stood, so a problem still names the line that its
reader can mend, and a reference in another file still finds what it means. The IR has the places of OpenAPI 3.0: a
model is called `Pet` whether it stood in `definitions` or in `components/schemas`.
"""

from __future__ import annotations

from specwright.load import Document, without_dynamic
from specwright.problems import Origin, Problem
from specwright.upgrade.documents import upgrade_document

__all__ = ["upgrade"]

_VERSIONS = ("2.0", "2")


def upgrade(document: Document) -> Document:
    """The document as OpenAPI 3, with plain references alone."""
    written = document.data.get("swagger")
    if "openapi" in document.data or isinstance(written, bool) or str(written) not in _VERSIONS:
        return without_dynamic(document)
    upgraded, problems = upgrade_document(document)
    if not isinstance(written, str):
        message = f"the version {written} is a number here, and text in Swagger."
        problems.insert(0, _warning(document, message))
    return upgraded.having(problems)


def _warning(document: Document, message: str) -> Problem:
    return Problem("not-text", Origin(document.file, "/swagger"), message, "Write it in quotes.", "warning")
