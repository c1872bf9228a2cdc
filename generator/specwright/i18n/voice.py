"""Voice: what a page says in one language.

In: the language's catalogues. Out: words of the page frame, and texts of the specification; English where a
translation is missing, marked so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from gettext import c2py

from babel import Locale as Tongue
from babel.messages.plurals import get_plural

from specwright.i18n.catalogue import Catalogue
from specwright.i18n.texts import context_of
from specwright.problems import Origin

__all__ = ["Locale", "Said", "Voice"]

_MARK = "English"  # what stands beside a text that is not translated


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
    """Speaks one language, and keeps what it had to say of the frame in English."""

    locale: Locale
    _missed: set[str] = field(default_factory=set[str], compare=False)

    def __call__(self, text: str) -> str:
        """A text of the page frame."""
        return self._found(text, (each.find("", text) for each in self.locale.frame)) or self._marked(text)

    def count(self, one: str, many: str, number: int) -> str:
        """A text of the frame that depends on a number, which stands in it as `{n}`."""
        form = _plural_form(self.locale.tag, number)
        found = self._found(one, (each.find_plural(one, form) for each in self.locale.frame))
        return (found or self._marked(one if number == 1 else many)).replace("{n}", str(number))

    @property
    def untranslated(self) -> int:
        """How many texts of the frame it had no translation for."""
        return len(self._missed)

    def say(self, text: str, origin: Origin, *steps: str) -> Said:
        """A text of the specification."""
        if self.locale.is_source or not text:
            return Said(text)
        found = self.locale.texts.find(context_of(origin, *steps), text)
        return Said(found) if found else Said(text, foreign=True)

    def _found(self, text: str, translations: Iterable[str | None]) -> str | None:
        found = next((each for each in translations if each), None)
        if found is None and self._is_foreign:
            self._missed.add(text)
        return found

    def _marked(self, text: str) -> str:
        """A text of the frame that has no translation, marked in a way that goes into a heading and into HTML."""
        if not self._is_foreign or text == _MARK:
            return text
        language = next((found for each in self.locale.frame if (found := each.find("", _MARK))), _MARK)
        return f"{text} ({language})"

    @property
    def _is_foreign(self) -> bool:
        return self.locale.tag.partition("-")[0] != "en"


def _plural_form(tag: str, number: int) -> int:
    """Which of a language's plural forms goes with a number."""
    form: int = c2py(get_plural(tag.replace("-", "_")).plural_expr)(number)
    return form
