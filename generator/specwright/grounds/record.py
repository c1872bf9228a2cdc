"""Record: the grounds of a run, as its manifest keeps them.

In: the parts of all documents, and what each file stands on. Out: digests by document and pointer; and a digest of the
places that a file shows, by path.

Why the places of a file go in as one digest: they are many, and all that the next run has to find out is whether they
are still the same, and else which of the parts that are gone was among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from specwright.emit import Inputs
from specwright.grounds.files import Stand
from specwright.grounds.parts import Parts, Place, short

__all__ = ["Grounds", "mended_name", "place_digest"]


@dataclass(frozen=True, slots=True)
class Grounds:
    """Documents by name, and files by path below the output folder."""

    parts: Mapping[str, Parts] = field(default_factory=dict[str, Parts])
    stands: Mapping[str, Stand] = field(default_factory=dict[str, Stand])

    def told_in(self, inputs: Inputs, left: Mapping[str, str] | None = None) -> Inputs:
        """The inputs with these grounds, and those of files that this run has left alone."""
        stands = {**(left or {}), **self.stands_kept()}
        return replace(inputs, parts=self.parts_kept(), stands=dict(sorted(stands.items())))

    def parts_kept(self) -> Mapping[str, Mapping[str, str]]:
        """The digests of all parts, an overlay's among them."""
        kept: dict[str, Mapping[str, str]] = {}
        for file, own in self.parts.items():
            kept[file] = own.digests
            if own.overlay:
                kept[own.overlay] = own.actions
                kept[mended_name(file)] = own.mended
        return {file: kept[file] for file in sorted(kept)}

    def stands_kept(self) -> Mapping[str, str]:
        """The digest of each file's places; a file that shows all of its documents has none."""
        placed = {path: stand.places for path, stand in self.stands.items() if stand.places is not None}
        return {path: place_digest(placed[path]) for path in sorted(placed)}


def mended_name(file: str) -> str:
    """What a document goes by as its overlay makes it."""
    return f"{file} with its overlay"


def place_digest(places: Iterable[Place]) -> str:
    """What tells one set of places from another."""
    return short("\n".join(sorted(f"{file}#{pointer}" for file, pointer in places)))
