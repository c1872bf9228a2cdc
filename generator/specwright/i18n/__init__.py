"""Languages: the texts of pages, their catalogues, and what a page says in each language.

In: the IR, catalogues, and the templates of the pages. Out: a `Voice` for each language, and catalogues kept in step.
"""

from __future__ import annotations

from specwright.i18n.texts import Unit, units
from specwright.i18n.voice import Locale, Said, Voice

__all__ = ["Locale", "Said", "Unit", "Voice", "units"]
