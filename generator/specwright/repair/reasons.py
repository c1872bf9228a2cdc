"""Why a problem is left as it is: for each code the sentence that its reader gets.

In: nothing. Out: text by code. Where a code has mends too, the sentence is about what they do not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["ELSEWHERE", "HARMFUL", "REASONS", "UNREADABLE"]

ELSEWHERE: Final = "It is in another file, and an overlay is for the document alone."
HARMFUL: Final = "What would mend it does not, or brings other problems."
UNREADABLE: Final = "An overlay mends data, and the text has none before this is right."
_PUBLISHER = "Only its publisher knows what was meant."
_TEXT = "An overlay cannot reach what the text of the file gets wrong."
_OVERLAY = "This is in the overlay itself, which only its author can set right."
_REFERENCE = "What it should lead to is not known."

REASONS: Final[Mapping[str, str]] = {
    "bad-action": _OVERLAY,
    "bad-default": _PUBLISHER,
    "bad-expression": "Where the callback goes is not known.",
    "bad-merge": UNREADABLE,
    "bad-number": UNREADABLE,
    "bad-path": "An overlay would have to copy the whole path, and would then hide what its publisher changes in it.",
    "bad-query": _OVERLAY,
    "bad-ref": _REFERENCE,
    "bad-scalar": UNREADABLE,
    "bad-value": _PUBLISHER,
    "collection-format": "OpenAPI has no other way to say it.",
    "complex-key": UNREADABLE,
    "dangling-mapping": _REFERENCE,
    "dangling-ref": _REFERENCE,
    "dead-overlay": _OVERLAY,
    "duplicate-enum-value": "Another list goes with the values by number, or a value is no text and no number.",
    "duplicate-key": _TEXT,
    "duplicate-operation-id": _PUBLISHER,
    "duplicate-parameter": "Which of the two is meant is not known.",
    "dynamic-ref": _REFERENCE,
    "example-left-out": "Whether the example or the list of media types is right is not known.",
    "half-character": UNREADABLE,
    "malformed-json": UNREADABLE,
    "malformed-yaml": UNREADABLE,
    "missing-field": _PUBLISHER,
    "missing-version": "Which version of OpenAPI this is, decides what everything in it means.",
    "narrow-integer": _PUBLISHER,
    "narrower-integer": _PUBLISHER,
    "no-responses": _PUBLISHER,
    "not-a-mapping": UNREADABLE,
    "not-an-overlay": _OVERLAY,
    "not-text": _PUBLISHER,
    "not-utf-8": UNREADABLE,
    "null-value": _PUBLISHER,
    "overlay-without-reason": _OVERLAY,
    "ref-chain": _REFERENCE,
    "ref-outside": "Whether the file may be brought into the folder is for its owner to say.",
    "ref-to-other-kind": _REFERENCE,
    "ref-with-siblings": "Which of the two holds is not known.",
    "reference-cycle": _PUBLISHER,
    "remote-ref": "What is on another machine is not fetched, so that nothing is known of it.",
    "required-without-property": _PUBLISHER,
    "same-route": "Each can be called by its own name, and which one the server means is not known.",
    "scopes-without-meaning": "They are what the server asks for; without them users would not know.",
    "second-body": "Which of the two bodies is meant is not known.",
    "server-variable": "What fills this part is not known.",
    "several-documents": UNREADABLE,
    "too-deep": UNREADABLE,
    "too-large": UNREADABLE,
    "too-many-aliases": UNREADABLE,
    "undeclared-path-parameter": _PUBLISHER,
    "undeclared-scope": "The scheme has no flow that could declare them.",
    "undeclared-security-scheme": "What kind of credentials it takes is not known.",
    "unknown-alias": UNREADABLE,
    "unknown-field": "It is not read, and nothing says what was meant.",
    "unknown-status": "Which status is meant is not known.",
    "unreadable": UNREADABLE,
    "unsupported-ref": _REFERENCE,
    "unsupported-tag": UNREADABLE,
    "unsupported-version": "A document of another specification does not become one of OpenAPI by an overlay.",
    "unused-path-parameter": _PUBLISHER,
    "wrong-type": _PUBLISHER,
}
