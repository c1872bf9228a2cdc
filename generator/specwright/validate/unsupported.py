"""What a document holds and no target writes yet.

In: a survey. Out: warnings, so that nothing is dropped in silence: one for the callbacks of each webhook or callback,
which would be registered by an answer of the receiver's.

Why one for many: there may be a hundred of them, and a hundred lines hide what can be mended.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.problems import Problem
from specwright.validate.fields import Kind
from specwright.validate.operations import operations_of, received_of
from specwright.validate.survey import Place, Survey
from specwright.validate.wording import quoted

__all__ = ["check_unsupported"]


def check_unsupported(found: Survey) -> Iterator[Problem]:
    """Say what is left out of what is generated."""
    for _, item in received_of(found):
        for operation in operations_of(found, item).values():
            yield from _left_out(found, operation, "callbacks", "callback", "callback")


def _left_out(found: Survey, owner: Place, field: str, kind: Kind, noun: str) -> Iterator[Problem]:
    held = owner.fields.get(field)
    names = [
        name for name in (held if isinstance(held, dict) else ()) if owner.child(kind, field, name) in found.places
    ]
    if names:
        what = f"{noun} {quoted(names)} is" if len(names) == 1 else f"{noun}s {quoted(names)} are"
        yield Problem("not-generated", owner.at(field), f"the {what} not generated.", severity="warning")
