"""Spots: everything that a document holds, each with what holds it.

In: a survey. Out: a `Spot` for each place of the survey, and for what the checks have no need to visit (`info`,
servers, flows and their like), in the order of the walk: a holder comes before what it holds.

Why a holder and not only a pointer: a `pattern` is checked in a property and not in a parameter, so what becomes of a
construct depends on where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.load import Json
from specwright.load.pointers import join, lookup, split
from specwright.problems import Origin
from specwright.validate.survey import Key, Place, Survey, children_of
from specwright.validate.version import Version

__all__ = ["Spot", "spots_of"]

# What no check visits: the kind and field of the holder, and the kind of what stands there.
_MORE: Mapping[tuple[str, str], str] = {
    ("document", "info"): "info",
    ("document", "servers"): "servers",
    ("path item", "servers"): "servers",
    ("operation", "servers"): "servers",
    ("security scheme", "flows"): "flows",
}
# What holds many of a kind, in a list or by name.
_HELD: Mapping[str, str] = {"servers": "server", "flows": "flow"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing of a kind at its place, and the field of its holder that it stands in."""

    kind: str
    value: Json
    origin: Origin
    holder: Spot | None
    field: str
    found: Survey
    version: Version

    @property
    def node(self) -> Mapping[str, Json]:
        """The mapping at this place; empty if there is something else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def name(self) -> str:
        """The last step of the way here: a property's name, a media type, a status."""
        return split(self.origin.pointer)[-1] if self.origin.pointer else ""

    def above(self) -> Iterator[Spot]:
        """The holder, its holder, and so on."""
        spot = self.holder
        while spot is not None:
            yield spot
            spot = spot.holder

    def below(self, kind: str, field: str, *steps: str | int) -> Spot:
        """What stands under a field of this."""
        value = lookup(self.value, join("", *steps))
        origin = Origin(self.origin.file, join(self.origin.pointer, *steps))
        return Spot(kind, value, origin, self, field, self.found, self.version)


def spots_of(found: Survey, version: Version) -> Iterator[tuple[Place | None, Spot]]:
    """Everything in the survey, with its place there."""
    holders: dict[Key, tuple[Spot, str]] = {}
    for key, place in found.places.items():
        holder, field = holders.get(key, (None, ""))
        spot = Spot(place.kind, place.value, place.origin, holder, field, found, version)
        for kind, pointer, _ in children_of(place, version):
            held_in = pointer[len(place.pointer) + 1 :].partition("/")[0]  # the name of a field has nothing to escape
            holders.setdefault((place.document.file, pointer, kind), (spot, held_in))
        yield place, spot
        yield from ((None, each) for each in _more(spot))


def _more(spot: Spot) -> Iterator[Spot]:
    for name, value in spot.node.items():
        kind = _MORE.get((spot.kind, name), "")
        if kind not in _HELD:
            yield from [spot.below(kind, name, name)] if kind else []
            continue
        steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        named = [step for step in steps if not str(step).startswith("x-")]
        yield from (spot.below(_HELD[kind], name, name, step) for step in named)
