"""Choosing: which entries an update is about.

In: paths as the user has them, and where to look instead, if he says. Out: a `Choice`; `UnclearChoice` where what is
asked for makes no sense.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from specwright.vendor.sources import Sources

__all__ = ["Choice", "UnclearChoice", "choose"]


class UnclearChoice(ValueError):  # noqa: N818 - a question to the user, not a fault
    """Why the words of a command line mean nothing here."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Entries by number, and the documents of those that do not say where they are from."""

    entries: tuple[int, ...]
    passed_over: tuple[str, ...] = ()


def choose(sources: Sources, paths: Iterable[Path], place: str) -> Choice:
    """The entries that are named, or all that say where to look."""
    named = tuple(paths)
    if not sources.entries:
        what = f"{sources.shown} has no document yet" if sources.path.is_file() else f"there is no {sources.shown}"
        raise UnclearChoice(f"{what}. `specwright vendor add` brings a document in.")
    numbers = _named(sources, named)
    if place:
        if len(numbers) != 1:
            raise UnclearChoice("--from goes with one PATH: the document that it is a new state of.")
        return Choice(numbers)
    lost = [each for each in numbers if not (sources.entries[each].url or sources.entries[each].file)]
    shown = tuple(sources.named(sources.entries[each].path) for each in lost)
    if shown and named:
        listed = ", ".join(shown)
        raise UnclearChoice(f"{sources.shown} does not say where {listed} is from: use --from, or write url there.")
    return Choice(tuple(each for each in numbers if each not in lost), shown)


def _named(sources: Sources, paths: tuple[Path, ...]) -> tuple[int, ...]:
    found = {entry.path: number for number, entry in enumerate(sources.entries)}
    named = [_entered(sources, path) for path in paths]
    unknown = [path.as_posix() for path, name in zip(paths, named, strict=True) if name not in found]
    if unknown:
        listed = ", ".join(unknown)
        raise UnclearChoice(f"{sources.shown} has no document {listed}. `specwright vendor add` adds one.")
    return tuple(dict.fromkeys(found[name] for name in named)) or tuple(found.values())


def _entered(sources: Sources, path: Path) -> str:
    """The path that an entry has, for one as seen from the working folder, or as the entry itself has it."""
    whole, folder = path.resolve(), sources.folder.resolve()
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else path.as_posix()
