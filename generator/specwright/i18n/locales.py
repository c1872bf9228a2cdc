"""Locales: the languages of a distribution with their catalogues.

In: the configuration. Out: `Locale` values, the source language first; `Refused` where a catalogue cannot be read or
changes more than words.

Why two catalogues of the frame: ours comes with the templates, and the user's own, beside the texts', comes before it.
So a language that we do not have takes catalogues and one word in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from specwright.config import FRAME, SdkConfig
from specwright.i18n.catalogue import Catalogue, read_catalogue
from specwright.i18n.structure import differences
from specwright.i18n.voice import Locale
from specwright.problems import Origin, Position, Problem, Refused
from specwright.templates import template_root

__all__ = ["load_locales"]


def load_locales(sdk: SdkConfig, root: Path) -> tuple[Locale, ...]:
    """The languages, in the order of the configuration."""
    locales = tuple(_locale(sdk, root, tag, is_source=index == 0) for index, tag in enumerate(sdk.locales))
    problems = [problem for locale in locales for each in (*locale.frame, locale.texts) for problem in _check(each)]
    if problems:
        raise Refused(problems)
    return locales


def _locale(sdk: SdkConfig, root: Path, tag: str, *, is_source: bool) -> Locale:
    shown = f"{sdk.catalogues}/{tag}"
    shipped = template_root() / "docs" / "locales" / tag / f"{FRAME}.po"
    frame = (
        read_catalogue(root / shown / f"{FRAME}.po", f"{shown}/{FRAME}.po", tag),
        read_catalogue(shipped, f"templates/docs/locales/{tag}/{FRAME}.po", tag),
    )
    return Locale(tag, frame, read_catalogue(root / shown / f"{sdk.name}.po", f"{shown}/{sdk.name}.po", tag), is_source)


def _check(catalogue: Catalogue) -> Iterator[Problem]:
    for (_, text), entry in catalogue.entries.items():
        for form in entry.forms if entry.done else ():
            if entry.plural and not [*differences(entry.plural, form)]:
                continue
            for difference in differences(text, form):
                message = f"the translation changes more than words: {difference}."
                hint = "Copy code spans, links and placeholders as they are."
                origin, position = Origin(catalogue.file), Position(entry.line, 1)
                yield Problem("translation-changes-structure", origin, message, hint, position=position)
