"""Recording: what a comparison found, as the changes of a release.

In: a `Comparison` of which the new side is the project in the working tree, and `RELEASE` or `NAME@RELEASE`. Out: the
record of the project with more in it, and a sentence for each package; `Unclear` where that makes no sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specwright.config import Config, SdkConfig, is_release
from specwright.diff.comparison import Comparison
from specwright.diff.noting import notes_of
from specwright.history import HISTORY_NAME, UNRELEASED, ReleaseNotes, parse, recorded, text_of
from specwright.saved import save_file
from specwright.sides.unclear import Unclear
from specwright.sides.values import Side

__all__ = ["check_releases", "record"]


def check_releases(words: Iterable[str], new: Side) -> None:
    """Refuse what cannot be recorded, before anything is compared."""
    for word in words:
        if new.is_one or not new.has_packages or new.revision:
            raise Unclear("only what changed in the project in the working tree can be recorded; NEW is another side.")
        _meant(word, new.config)


def record(comparison: Comparison, words: Iterable[str], new: Side) -> Iterator[str]:
    """Record each release, and say what was recorded."""
    for word in words:
        sdk, version = _meant(word, new.config)
        notes = next((each for each in notes_of(comparison, version) if each.package == sdk.name), None)
        if notes is None:
            yield f"{sdk.name} {version}: nothing changed, and nothing is recorded."
        else:
            yield from _written(sdk, notes, new.config)


def _written(sdk: SdkConfig, notes: ReleaseNotes, config: Config) -> Iterator[str]:
    shown = sdk.changelog or HISTORY_NAME
    path = config.root / shown
    before = text_of(path, shown)
    after = recorded(before, shown, [notes])
    count = _changes(after, shown, notes) - _changes(before, shown, notes)
    if after != before:
        save_file(path, after.encode(), shown)
    more = f"{count} {'change' if count == 1 else 'changes'} recorded"
    yield f"{shown}: {more if after != before else 'nothing new'} for {notes.package} {notes.version}."
    if not sdk.changelog:
        yield f'Set `changelog = "{shown}"` for {sdk.name}, and `specwright generate` writes CHANGELOG.md.'


def _changes(text: str, shown: str, notes: ReleaseNotes) -> int:
    key = (notes.package, notes.version)
    return sum(len(each.notes) for each in parse(text, shown) if (each.package, each.version) == key)


def _meant(word: str, config: Config) -> tuple[SdkConfig, str]:
    name, at, version = word.rpartition("@")
    if version != UNRELEASED and not is_release(version):
        raise Unclear(f'"{version}" is not the version of a release, such as 1.2.0, nor "{UNRELEASED}".')
    found = [sdk for sdk in config.sdks if not at or sdk.name == name]
    if len(found) != 1:
        listed = ", ".join(f"{sdk.name}@{version}" for sdk in config.sdks)
        raise Unclear(f'"{word}" has to name one package: {listed}.')
    return found[0], version
