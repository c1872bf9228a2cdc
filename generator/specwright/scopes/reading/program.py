"""Program: all files read, again and again, until nothing new comes to be known.

In: paths and the surface of the packages. Out: a `Reading`: the calls and the gaps, in order of place.

Why again and again: a client may be made in one file, kept by a class of another and called by a third. What is known
of names only grows, and a file is read again only where something grew that it has looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from specwright.scopes.reading.annotations import annotated
from specwright.scopes.reading.chains import look_far
from specwright.scopes.reading.definitions import finish_function, start_function
from specwright.scopes.reading.expressions import evaluate
from specwright.scopes.reading.files import Source, open_library
from specwright.scopes.reading.findings import Findings, Gap, Use
from specwright.scopes.reading.nearness import near_files
from specwright.scopes.reading.scopes import Scope, outline
from specwright.scopes.reading.statements import run
from specwright.scopes.reading.surface import Surface
from specwright.scopes.reading.world import Frame, World, module_place

__all__ = ["Reading", "read_program"]

_MOST_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found: how many files were read, the calls in them, and what could not be followed."""

    files: int
    uses: tuple[Use, ...]
    gaps: tuple[Gap, ...]


def read_program(paths: Iterable[Path], surface: Surface) -> Reading:
    """Read all files that the paths mean."""
    library = open_library(paths)
    world = World(surface, library, evaluate, annotated)
    world.facts.near |= near_files(library, surface.packages)
    world.facts.stale.update(library.sources)
    gaps = [*library.gaps]
    for _ in range(_MOST_ROUNDS):
        stale = sorted(world.facts.stale)
        if not stale:
            break
        for shown in stale:
            world.facts.stale.discard(shown)
            try:
                _read(world, library.sources[shown])
            except RecursionError:  # an expression of a thousand parts
                message = "the code is nested too deep to be read whole."
                world.findings[shown].gap((shown, 1, 1), "too-deep", message)
    else:
        message = "too much depends on one another here; calls may be missing."
        gaps += (Gap(shown, 1, 1, "not-settled", message) for shown in sorted(world.facts.stale))
    told = [each.told(world.taken_up) for each in world.findings.values()]
    uses = sorted(use for own, _ in told for use in own)
    gaps += (gap for _, own in told for gap in own)
    return Reading(len(library.sources), tuple(uses), tuple(sorted(gaps)))


def _read(world: World, source: Source) -> None:
    """One file from its first line to its last, then the functions in it."""
    world.findings[source.shown] = Findings()
    scope = Scope(module_place(source.shown), "module", None, outline(source.tree).names)
    frame = Frame(world, source, scope)
    run(frame, source.tree.body)
    # Functions are read when the names around them are known; one may bring others along.
    while frame.waiting:
        waiting = frame.waiting.pop(0)
        if source.shown in world.facts.near:
            _read_function(waiting)
        else:
            look_far(waiting, world.functions[waiting.scope.place].node)


def _read_function(frame: Frame) -> None:
    start_function(frame)
    node = frame.world.functions[frame.scope.place].node
    run(frame, node.body if isinstance(node.body, list) else ())
    finish_function(frame)
