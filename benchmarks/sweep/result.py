"""What one document came to, as a value that can be kept in a file.

In: nothing. Out: `Result` and its parts, and their way to JSON and back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from pydantic import TypeAdapter

__all__ = ["Kind", "Result", "Trips", "Typed", "from_json", "to_json"]

Kind = Literal["generated", "refused", "crashed", "stopped"]
"""`stopped` is a run that took more time or memory than it was given."""

_UNASKED: Final = -1


@dataclass(frozen=True, slots=True)
class Trips:
    """How many values went through the models and came back the same.

    `misread` fit the schema and not the model, `changed` came back as something else, `respelled` as another text for
    the same time or UUID; `skipped` are schemas that nothing could be made for.
    """

    schemas: int = 0
    values: int = 0
    misread: int = 0
    changed: int = 0
    respelled: int = 0
    skipped: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What a type checker found: how many errors (-1 where it was not asked), and the first ones."""

    errors: int = _UNASKED
    examples: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether the checker ran."""
        return self.errors != _UNASKED


@dataclass(frozen=True, slots=True)
class Result:
    """One document. `why` is the first reason of a refusal, or the exception and its place.

    `unfinished` says how the process ended if it was still trying what it had generated.
    """

    kind: Kind
    why: str = ""
    codes: tuple[str, ...] = ()
    warnings: int = 0
    declared: int = 0
    emitted: int = 0
    lost: tuple[str, ...] = ()
    imported: bool = False
    import_error: str = ""
    unfinished: str = ""
    ledger: dict[str, int] = field(default_factory=dict[str, int])
    seconds: float = 0
    megabytes: float = 0
    files: int = 0
    size: int = 0
    trips: Trips = field(default_factory=Trips)
    mypy: Typed = field(default_factory=Typed)
    pyright: Typed = field(default_factory=Typed)


def to_json(result: Result) -> bytes:
    """The result as text."""
    return _ADAPTER.dump_json(result)


def from_json(text: bytes) -> Result:
    """The result that `to_json` wrote."""
    return _ADAPTER.validate_json(text)


_ADAPTER: Final = TypeAdapter(Result)
