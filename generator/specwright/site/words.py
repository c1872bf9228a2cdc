"""Words: what the site says beside its pages, in their language.

In: a language, and the user's own catalogue of the page frame. Out: `Words`.

Why a catalogue of its own: these words stand on no page, so no page's catalogue asks for them. A user's `frame.po` may
hold them all the same, and comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from specwright.i18n import Locale, Voice
from specwright.i18n.catalogue import Catalogue, read_catalogue
from specwright.templates import template_root

__all__ = ["Words", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """What the buttons that change the colours do, and the sign beside a heading."""

    to_light: str
    to_dark: str
    to_system: str
    link: str


def words_of(tag: str, catalogues: Path) -> Words:
    """The words in a language; English where there is no translation."""
    shipped = template_root() / "site" / "locales" / f"{tag}.po"
    frame = (
        read_catalogue(catalogues / tag / "frame.po", f"{catalogues.name}/{tag}/frame.po", tag),
        read_catalogue(shipped, f"templates/site/locales/{tag}.po", tag),
    )
    voice = Voice(Locale(tag, frame, Catalogue(tag, "", {}), is_source=False))
    return Words(
        to_light=voice("Use light colours"),
        to_dark=voice("Use dark colours"),
        to_system=voice("Use the colours of the system"),
        link=voice("Link to this section"),
    )
