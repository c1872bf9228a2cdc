"""Opener: the files that one document refers to, each loaded once.

In: the document's source. Out: documents by the name that users know them by. They lie in the document's folder or
below; `validate` has refused every other reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from specwright.config import Source
from specwright.load import Document, load

__all__ = ["Opener", "overlay_name"]


@dataclass(frozen=True, slots=True)
class Opener:
    """A function from a name to a document, which remembers what it opened."""

    source: Source
    documents: dict[str, Document] = field(default_factory=dict)

    def __call__(self, shown: str) -> Document:
        """The file by its name."""
        if shown not in self.documents:
            self.documents[shown] = load(self._source(shown).path, shown)
        return self.documents[shown]

    def opened(self) -> tuple[Source, ...]:
        """The files opened so far."""
        return tuple(self._source(shown) for shown in sorted(self.documents))

    def _source(self, shown: str) -> Source:
        inside = PurePosixPath(shown).relative_to(PurePosixPath(self.source.shown).parent)
        return Source(self.source.path.parent / inside, shown)


def overlay_name(source: Source) -> str:
    """The name of a document's overlay in messages."""
    assert source.overlay is not None
    return PurePosixPath(source.shown).with_name(source.overlay.name).as_posix()
