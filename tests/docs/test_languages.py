"""The pages of two languages differ in prose alone, and each is in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading import committed_pages, fences_of, tokens_of
from skeletons import skeleton

from specwright.i18n.catalogue import Catalogue, read_catalogue
from specwright.i18n.frame import frame_template
from specwright.templates import template_root

PAGES = committed_pages()
SOURCE = [path.removeprefix("en/") for path in PAGES if path.startswith("en/")]
OTHERS = {"ja": "英語", "de": "Englisch", "pt-BR": "em inglês"}

# Texts of the frame whose translations are on their way. A row that is translated everywhere fails: take it out.
AWAITED = frozenset((Path(__file__).parent / "awaited.txt").read_text().splitlines())
# Words of ours and of the API that are names in every language.
NAMES = frozenset({
    "API", "APIs", "Basic", "Bearer", "Brasil", "CRM", "CSS", "Client", "Commerce", "Connect", "Content",
    "Data", "Deutsch", "English", "Free", "HTTP", "Hub", "HubSpot", "IANA", "ISO", "JSON", "Marketing",
    "Meetings", "OAuth", "OpenAPI", "OpenID", "PATCH", "Prism", "Python", "SDK", "SMS", "Sales", "Scheduler",
    "Service", "Smart", "Starter", "URI", "URL", "UTC", "UUID", "Zoom", "curl", "português",
})  # fmt: skip
# English words that none of the other languages has.
ENGLISH = re.compile(
    r"\b(?:the|of|is|are|this|that|these|which|with|from|not|has|have|where|when|its|by|and|or|for|to|on|at|be|it|"
    r"each|every|there|call|any|all of|enough|required|optional|values?|scopes?|operations?|added|removed|changed)\b"
)

each_page = pytest.mark.parametrize("page", SOURCE)
each_language = pytest.mark.parametrize("tag", OTHERS)


def shipped(tag: str) -> Catalogue:
    path = template_root() / "docs" / "locales" / tag / "frame.po"
    return read_catalogue(path, path.name, tag)


def untranslated(tag: str) -> set[str]:
    """The texts of the frame that have no translation."""
    entries = shipped(tag).entries
    texts = [message.id[0] if isinstance(message.id, list | tuple) else message.id for message in frame_template()]
    return {text for text in texts if text and not ((entry := entries.get(("", text))) and entry.done)}


def prose_of(text: str) -> Iterator[str]:
    """The words of each line of a page outside code, the line that switches languages left aside."""
    lines = text.split("\n")
    for token in tokens_of("\n".join([*lines[:2], *lines[3:]])):
        if token.type == "inline":
            words = "".join(each.content if each.type == "text" else " " for each in token.children or ())
            if words.strip():
                yield words
        elif token.type == "html_block":
            yield re.sub(r"<code>.*?</code>|<[^<>]*>", " ", token.content)


@each_language
@each_page
def test_a_page_differs_from_the_english_one_in_prose_alone(page: str, tag: str) -> None:
    assert skeleton(f"{tag}/{page}", PAGES[f"{tag}/{page}"]) == skeleton(f"en/{page}", PAGES[f"en/{page}"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("`body.duration`", "`body.length`"),
        ("`slug`", "`slag`"),
        ("](../../../scopes.md)", "](../../../index.md)"),
        ("](../../../index.md)", "](../../../scopes.md)"),
        ('<a id="body.email">', '<a id="body.mail">'),
        ("</details>\n\n## ", "## "),
        ("| `string` |", "| `text` |"),
        ("<code>formFields</code>", "<code>fields</code>"),
        ("--request POST", "--request GET"),
        ("print(answer)", "print()"),
        ('"duration": 1800000', '"duration": 1'),
        ("operationId: ", "operationID: "),
        ("type: integer", "type: number"),
        ("### ", "#### "),
        ("\n- `tickets`", ""),
    ],
)
def test_a_change_of_anything_but_prose_is_seen(old: str, new: str) -> None:
    path = "ja/v2026_09/scheduler/meetings/meeting-links/book.md"
    if old in PAGES[path]:
        assert skeleton(path, PAGES[path].replace(old, new, 1)) != skeleton(path, PAGES[path])
    else:
        assert old in ("`body.duration`", "](../../../scopes.md)"), "the page has no such thing any more"


@each_page
def test_samples_are_the_same_in_every_language(page: str) -> None:
    for language in ("bash", "python", "json"):
        found = {tuple(fences_of(PAGES[f"{tag}/{page}"], language)) for tag in ("en", *OTHERS)}
        assert len(found) == 1


@each_language
def test_every_language_has_the_same_pages(tag: str) -> None:
    assert [path.removeprefix(f"{tag}/") for path in PAGES if path.startswith(f"{tag}/")] == SOURCE


@each_language
def test_what_the_frame_lacks_is_known(tag: str) -> None:
    assert untranslated(tag) == AWAITED, "translated: take it out of AWAITED; missing: translate it"


@each_language
@each_page
def test_no_english_is_left_but_what_is_marked(page: str, tag: str) -> None:
    mark = f"({OTHERS[tag]})"
    words = [each for each in prose_of(PAGES[f"{tag}/{page}"]) if mark not in each]
    left = [each for each in words if (ENGLISH if tag != "de" else _GERMAN).search(each)]
    assert left == []
    if tag == "ja":
        latin = {word for each in words for word in re.findall(r"[A-Za-z]{3,}", each)}
        assert latin <= NAMES | {"Authorization"}


_GERMAN = re.compile(ENGLISH.pattern.replace("|by", "").replace("|on", "").replace("|at", ""))


@each_language
def test_texts_of_the_document_are_all_translated(tag: str) -> None:
    marked = [path for path in PAGES if path.startswith(f"{tag}/") and f"*({OTHERS[tag]})*" in PAGES[path]]
    assert marked == []


@pytest.mark.parametrize("tag", ["en", *OTHERS])
def test_a_page_says_at_its_head_that_it_is_not_wholly_translated(tag: str) -> None:
    for page in SOURCE:
        text = PAGES[f"{tag}/{page}"]
        marked = tag != "en" and f"({OTHERS[tag]})" in text
        assert (text.split("\n")[4].startswith("> ")) == marked
