"""Changes: what differs between the inputs of two runs, down to the parts of documents.

In: the inputs of the last run and of this one. Out: `Change` values in the order of their names.

Why a change of one part may have two sides: an overlay that is edited mends other parts than it is written in, so its
change says where it stands and which parts of the document come out differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from specwright.config.patterns import OVERLAY
from specwright.emit import Cause, CauseKind, Inputs
from specwright.grounds.parts import Place
from specwright.grounds.record import mended_name
from specwright.problems import Origin

__all__ = ["Change", "changes_between"]

_How: TypeAlias = Literal["added", "removed", "changed"]
_WORDS: Mapping[str, CauseKind] = {
    "spec": "spec",
    "reference": "reference",
    "overlay": "overlay",
    "catalogue": "catalogue",
    "template": "template",
    "changes": "changes",
    "config": "config",
    "names": "names",
    "tool": "tool",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is another now: its cause, the name of the input, and the parts of documents that it is about.

    `gone` are parts that are there no more; no `places` and no `gone` mean the whole of it.
    """

    cause: Cause
    name: str
    places: tuple[Place, ...] = ()
    gone: tuple[Place, ...] = ()


def changes_between(old: Inputs, new: Inputs) -> tuple[Change, ...]:
    """Everything that differs, in the order of the names of inputs."""
    before, after = dict(old.digests), dict(new.digests)
    changed = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    return tuple(change for name in changed for change in _changes(name, before, after, old, new))


def _changes(
    name: str, before: Mapping[str, str], after: Mapping[str, str], old: Inputs, new: Inputs
) -> Iterator[Change]:
    word, _, shown = name.partition(" ")
    kind = _WORDS.get(word, "run")
    how: _How = "added" if name not in before else "removed" if name not in after else "changed"
    if kind == "overlay":
        yield from _of_overlay(name, shown, how, old, new)
    elif kind in ("spec", "reference"):
        yield from _of_document(name, kind, shown, how, old, new)
    elif kind == "tool" and how == "changed":
        # A tool is known by its version, which says more than "changed".
        yield Change(Cause(kind, f"tool {shown} {before[name]} -> {after[name]}"), name)
    else:
        origin = Origin(shown) if kind == "catalogue" and how != "removed" else None
        yield Change(Cause(kind, f"{name} {how}", origin), name)


def _of_document(name: str, kind: CauseKind, shown: str, how: _How, old: Inputs, new: Inputs) -> Iterator[Change]:
    before, after = old.parts.get(shown), new.parts.get(shown)
    differing = [*_differing(before, after)] if how == "changed" and before is not None and after is not None else []
    for pointer, part_how in differing:
        place = ((shown, pointer),)
        cause = Cause(kind, f"{pointer} {part_how}", Origin(shown, pointer))
        yield Change(cause, name, () if part_how == "removed" else place, place if part_how == "removed" else ())
    if not differing:
        yield Change(Cause(kind, f"{name} {how}", Origin(shown) if how != "removed" else None), name)


def _of_overlay(name: str, shown: str, how: _How, old: Inputs, new: Inputs) -> Iterator[Change]:
    """The actions that are others, each about all the parts that come out differently."""
    document = next((file for file in (*new.parts, *old.parts) if _overlays(shown, file)), "")
    published = new.parts.get(document, {})
    parts = {
        pointer
        for pointer in {**_mended(old, document), **_mended(new, document)}
        if _effective(old, document, pointer) != _effective(new, document, pointer)
        and old.parts.get(document, {}).get(pointer) == published.get(pointer)
    }
    gone = tuple((document, pointer) for pointer in sorted(parts) if not _effective(new, document, pointer))
    places = tuple((document, pointer) for pointer in sorted(parts) if _effective(new, document, pointer))
    before, after = old.parts.get(shown, {}), new.parts.get(shown, {})
    known = {*before.values()}
    others = [pointer for pointer, digest in after.items() if digest not in known] if how == "changed" else []
    for pointer in others:
        yield Change(Cause("overlay", f"{pointer} changed", Origin(shown, pointer)), name, places, gone)
    if not others:
        told = "an action removed" if {*before.values()} - {*after.values()} and how == "changed" else how
        yield Change(Cause("overlay", f"{name}: {told}" if told != how else f"{name} {how}"), name, places, gone)


def _overlays(overlay: str, document: str) -> bool:
    return document != overlay and document.rpartition(".")[0] + OVERLAY == overlay


def _mended(inputs: Inputs, document: str) -> Mapping[str, str]:
    return inputs.parts.get(mended_name(document), {})


def _effective(inputs: Inputs, document: str, pointer: str) -> str:
    """A part as the rest of a run sees it."""
    mended = _mended(inputs, document)
    return mended[pointer] if pointer in mended else inputs.parts.get(document, {}).get(pointer, "")


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, _How]]:
    for pointer in sorted({*before, *after}):
        if before.get(pointer) != after.get(pointer):
            yield pointer, "added" if pointer not in before else "removed" if pointer not in after else "changed"
