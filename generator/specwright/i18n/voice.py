"""Voice: what a page says in one language.

In: the language's catalogues. Out: words of the page frame, and texts of the specification; English where a
translation is missing, marked so.
"""

from __future__ import annotations

from dataclasses import dataclass
from gettext import c2py

from babel import Locale as Tongue
from babel.messages.plurals import get_plural

from specwright.i18n.catalogue import Catalogue
from specwright.i18n.texts import context_of
from specwright.problems import Origin

__all__ = ["Locale", "Said", "Voice"]


@dataclass(frozen=True, slots=True)
class Locale:
    """A language of the pages: its tag, the catalogues of the frame (the user's own first), and that of the texts."""

    tag: str
    frame: tuple[Catalogue, ...]
    texts: Catalogue
    is_source: bool

    @property
    def name(self) -> str:
        """The language's name in itself."""
        return str(Tongue.parse(self.tag, sep="-").get_display_name())


@dataclass(frozen=True, slots=True)
class Said:
    """A text as a page shows it; `foreign` where it stands in English for want of a translation."""

    text: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language."""

    locale: Locale

    def __call__(self, text: str) -> str:
        """A text of the page frame."""
        return next((found for each in self.locale.frame if (found := each.find("", text))), text)

    def count(self, one: str, many: str, number: int) -> str:
        """A text of the frame that depends on a number, which stands in it as `{n}`."""
        form = one if number == 1 else many
        place = _plural_form(self.locale.tag, number)
        form = next((found for each in self.locale.frame if (found := each.find_plural(one, place))), form)
        return form.replace("{n}", str(number))

    def say(self, text: str, origin: Origin, *steps: str) -> Said:
        """A text of the specification."""
        if self.locale.is_source or not text:
            return Said(text)
        found = self.locale.texts.find(context_of(origin, *steps), text)
        return Said(found) if found else Said(text, foreign=True)


def _plural_form(tag: str, number: int) -> int:
    """Which of a language's plural forms goes with a number."""
    form: int = c2py(get_plural(tag.replace("-", "_")).plural_expr)(number)
    return form
