"""Theme: our part of the pages' look, laid over Zensical's.

In: a folder, a language, the names of the languages that Zensical speaks. Out: the folder filled, and the name by which
the settings call the language.

Why a language of our own for each volume: Zensical's word files name a language as they please (`pt` for `pt-BR`), and
a page must tell its own. The name keeps the tag in front, by which the search knows how words are told apart.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from babel import Locale as Tongue

from specwright.templates import template_root

__all__ = ["write_theme"]

_FALLBACK = "en"


def write_theme(folder: Path, tag: str, spoken: frozenset[str]) -> str:
    """Lay the theme out for a language, and name that language."""
    shutil.copytree(template_root() / "site" / "theme", folder)
    name = f"{tag}-x-site"
    words = folder / "partials" / "languages" / f"{name}.html"
    words.parent.mkdir(parents=True)
    direction = Tongue.parse(tag, sep="-").text_direction
    own = f'{{"language": "{tag}", "direction": "{direction}"}}'
    base = f'{{% import "partials/languages/{_base(tag, spoken)}.html" as base %}}'
    words.write_text(f"{base}\n{{% macro t(key) %}}{{{{ {own}[key] or base.t(key) }}}}{{% endmacro %}}\n", "utf-8")
    return name


def _base(tag: str, spoken: frozenset[str]) -> str:
    """The word file that fits best: the language with its region, the language, English."""
    return next((each for each in (tag, tag.partition("-")[0]) if each in spoken), _FALLBACK)
