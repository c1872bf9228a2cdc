"""Printing: a view through its template, and a note where a page is not wholly in its language.

In: the kind of a page, a language, and what makes the view in it. Out: the page's path and text.

Why a page may be made twice: how much of it is not translated is known when all of it has been said, and its head says
so.

Why what an earlier run printed is found by the view: a view is all that a template gets beside the words of the frame,
so nothing has to be known of what the view was made from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from hashlib import sha256
from typing import TypeAlias, cast

from specwright.cache import Cache
from specwright.docs.views import (
    AuthPage,
    ChangelogPage,
    IndexPage,
    MatrixPage,
    MigrationPage,
    OperationPage,
    WebhookPage,
)
from specwright.i18n import Locale, Said, Voice
from specwright.templates import render, templates_digest

__all__ = ["Page", "Press", "press"]


Page: TypeAlias = AuthPage | ChangelogPage | IndexPage | MatrixPage | MigrationPage | OperationPage | WebhookPage

_FENCE = re.compile(r"`{3,}")


@dataclass(frozen=True, slots=True)
class Press:
    """What prints the pages of one language; `words` stands for the templates and the words of the frame."""

    locale: Locale
    cache: Cache
    words: str

    def printed(self, kind: str, make: Callable[[Voice], Page]) -> tuple[str, str]:
        """The page's path and its text."""
        voice = Voice(self.locale)
        page = make(voice)
        key = repr((kind, self.locale.tag, self.words, voice.untranslated, page))
        return page.path, self.cache.text("pages", key, partial(_printed, kind, page, voice))


def press(locale: Locale, cache: Cache) -> Press:
    """The press of a language."""
    told = repr((templates_digest("docs"), locale.frame, locale.is_source)) if cache.folder else ""
    words = sha256(told.encode()).hexdigest()
    return Press(locale, cache, words)


def _printed(kind: str, page: Page, voice: Voice) -> str:
    text = _rendered(kind, page, voice)
    foreign = voice.untranslated + sum(1 for said in _said(page) if said.foreign)
    whole = replace(page, foreign=foreign)
    return _tidied(_rendered(kind, whole, voice) if foreign else text)


def _rendered(kind: str, page: Page, voice: Voice) -> str:
    return render(f"docs/{kind}.md.jinja", {"view": page, "_": voice})


def _tidied(text: str) -> str:
    """No two blank lines in a row, none at the ends and none between the items of a list; fences stay as they are."""
    kept: list[str] = []
    fence = ""
    for line in text.split("\n"):
        if fence:
            kept.append(line)
            fence = "" if line == fence else fence
            continue
        opening = _FENCE.match(line)
        fence = opening[0] if opening else ""
        if line.strip() or (kept and kept[-1]):
            if line.startswith("- ") and len(kept) > 1 and not kept[-1] and kept[-2].startswith("- "):
                kept.pop()
            kept.append(line.rstrip())
    return "\n".join(kept).strip("\n") + "\n"


def _said(value: object) -> Iterator[Said]:
    """Every text of the specification in a view."""
    if isinstance(value, Said):
        yield value
    elif isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from _said(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _said(getattr(value, field.name))
