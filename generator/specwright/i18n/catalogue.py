"""Catalogues: translations in gettext's `.po` form, one file for each language and domain.

In: a file, or the texts that there are. Out: a `Catalogue` to look texts up in; files brought up to date by Babel,
which marks a translation fuzzy where its text has changed. A fuzzy or an empty entry counts as missing.

Why no dates in the files: the same texts give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from specwright.i18n.texts import Unit
from specwright.problems import Origin, Position, Problem, Refused

__all__ = ["Catalogue", "Entry", "merged", "read_catalogue", "template"]

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation: its forms (one, or one for each plural), whether it is sure, and its line in the file."""

    forms: tuple[str, ...]
    fuzzy: bool
    line: int
    plural: str = ""

    @property
    def done(self) -> bool:
        """Whether pages may show it."""
        return not self.fuzzy and all(self.forms)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of one domain in one language, by context and text."""

    locale: str
    file: str
    entries: Mapping[tuple[str, str], Entry]

    def find(self, context: str, text: str) -> str | None:
        """The translation of a text, if there is one that is sure."""
        entry = self.entries.get((context, text))
        return entry.forms[0] if entry and entry.done else None

    def find_plural(self, text: str, count_form: int) -> str | None:
        """One plural form of the translation of a text."""
        entry = self.entries.get(("", text))
        return entry.forms[count_form] if entry and entry.done and count_form < len(entry.forms) else None


def read_catalogue(path: Path, shown: str, locale: str) -> Catalogue:
    """The catalogue in a file; an absent file is an empty catalogue."""
    found = _read(path, shown, locale) if path.is_file() else Catalog(locale=_tag(locale))
    entries = {(message.context or "", _id(message)): _entry(message) for message in found if message.id}
    return Catalogue(locale, shown, entries)


def template(units: Iterable[Unit]) -> Catalog:
    """The catalogue of texts that are to be translated."""
    catalog = Catalog(project="specwright", version="1", fuzzy=False)
    for unit in units:
        catalog.add(unit.text, context=unit.context or None, locations=[(unit.origin.file, 1)])
    return catalog


def merged(path: Path, shown: str, locale: str, wanted: Catalog) -> bytes:
    """The file's content brought up to date: new texts empty, changed ones fuzzy, those that are gone taken out."""
    old = _read(path, shown, locale) if path.is_file() else Catalog(locale=_tag(locale))
    old.header_comment = (
        f"# {path.stem} in {locale}. `specwright i18n update` keeps the entries in step with the texts."
    )
    old.update(wanted, no_fuzzy_matching=False, update_header_comment=False, keep_user_comments=True)
    old.obsolete.clear()
    old.fuzzy = False
    written = io.BytesIO()
    write_po(written, old, width=_WIDTH, no_location=True, omit_header=False, sort_output=False)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_DATED)).encode()


_DATED = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Last-Translator',
    '"Language-Team',
    '"Generated-By',
    '"Report-Msgid-Bugs-To',
    '"Project-Id-Version',
)


def _read(path: Path, shown: str, locale: str) -> Catalog:
    try:
        with path.open("rb") as file:
            return read_po(file, locale=_tag(locale), abort_invalid=True)
    except PoFileError as error:
        problem = Problem("malformed-catalogue", Origin(shown), f"{error}.", position=Position(error.lineno or 1, 1))
        raise Refused([problem]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Refused([Problem("unreadable", Origin(shown), f"cannot read the catalogue: {error}.")]) from error


def _tag(locale: str) -> str:
    """A language tag as Babel writes it: `pt-BR` is `pt_BR`."""
    return locale.replace("-", "_")


def _id(message: Message) -> str:
    return str(message.id[0]) if isinstance(message.id, list | tuple) else str(message.id)


def _entry(message: Message) -> Entry:
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    plural = str(message.id[1]) if isinstance(message.id, list | tuple) else ""
    return Entry(tuple(str(form or "") for form in forms), message.fuzzy, message.lineno or 1, plural)
