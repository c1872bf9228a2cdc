"""The site as a reader meets it, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site.browsing import Browser

pytestmark = pytest.mark.browser

At = Callable[..., "Browser"]
BOOK = "v2026_09/scheduler/meetings/meeting-links/book.html"
LARGE = "v2026_09/scheduler/meetings/meeting-links/get-booking-info.html"
PHONE = 390
LANGUAGES = {"en": "English", "ja": "日本語", "de": "Deutsch", "pt-BR": "português (Brasil)"}


def test_the_first_page_leads_on_in_a_language_of_the_reader(browser: At) -> None:
    page = browser("index.html")
    page.wait(lambda: page.path == "en/index.html")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_switching_the_language_keeps_the_page_and_the_version(browser: At, tag: str) -> None:
    other = "en" if tag == "ja" else "ja"
    page = browser(f"{other}/{BOOK}")
    page.choose("sw-languages", LANGUAGES[tag])
    assert (page.path, page.ask("document.documentElement.lang")) == (f"{tag}/{BOOK}", tag)
    assert page.find(".sw-languages a[aria-current]").get_attribute("textContent") == LANGUAGES[tag]


def test_switching_the_version_keeps_the_page_and_the_language(browser: At) -> None:
    page = browser(f"ja/{BOOK}")
    assert page.find(".sw-versions button").text.split()[0] == "2026-09"
    page.choose("sw-versions", "v3")
    assert page.path == f"ja/{BOOK.replace('v2026_09', 'v3')}"
    assert page.find("h1").text.startswith("ミーティングを予約する")
    assert page.find(".sw-versions button").text.split()[0] == "v3"


def test_a_version_without_the_page_opens_at_its_index(browser: At) -> None:
    page = browser("de/v3/scheduler/meetings/meeting-links/update.html")
    page.choose("sw-versions", "2026-09")
    assert page.path == "de/v2026_09/index.html"


@pytest.mark.parametrize(
    ("tag", "words", "title"),
    [("en", "book", "Book a meeting"), ("ja", "予約", "ミーティングを予約する"), ("de", "buchen", "Meeting buchen")],
)
def test_a_search_finds_an_operation_in_its_readers_language(browser: At, tag: str, words: str, title: str) -> None:
    found = browser(f"{tag}/v2026_09/index.html").search(words)
    assert found[0] == title


def test_a_folded_part_opens_to_a_table_and_closes_again(browser: At) -> None:
    page = browser(f"en/{BOOK}")
    summary = page.find("details:has(table) > summary")
    table = page.find("details:has(table) table")
    assert not table.is_displayed()
    summary.click()
    assert table.is_displayed()
    assert page.find("details:has(table) th").text == "Name"
    summary.click()
    assert not table.is_displayed()


def test_markdown_in_folded_parts_is_no_longer_markdown(browser: At) -> None:
    page = browser(f"en/{LARGE}")
    inside = "[...document.querySelectorAll('details')].flatMap(each => [...each.childNodes])"
    bare = f"{inside}.filter(each => each.nodeType === 3).map(each => each.data.trim()).join('')"
    nested = "document.querySelectorAll('details details table').length"
    assert (page.ask(bare), page.ask(nested) != 0) == ("", True)


def test_the_button_beside_code_copies_it_whole(browser: At) -> None:
    page = browser(f"ja/{BOOK}")
    page.driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite"]})
    code = page.ask("document.querySelector('.language-bash code').textContent")
    button = page.find(".language-bash .md-code__button, .language-bash [data-md-type=copy]")
    page.ask("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    copied = page.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], arguments[0])")
    assert str(copied).startswith("curl --request POST")
    assert str(copied).rstrip() == str(code).rstrip()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_nothing_is_fetched_from_elsewhere_and_nothing_is_complained_of(browser: At, tag: str) -> None:
    page = browser(f"{tag}/{BOOK}")
    page.requests()
    page.complaints()
    for path in ("index.html", BOOK, "v2026_09/scopes.html", "v2026_09/migrate-from-v2026_03.html"):
        page = browser(f"{tag}/{path}", scheme="dark")
    page.search("oauth2")
    asked = page.requests()
    assert [each for each in asked if not each.startswith((f"{page.base}/", "data:", "blob:"))] == []
    assert any(each.endswith("/search.json") for each in asked), "the search was asked"
    assert page.complaints() == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_on_a_phone_tables_scroll_and_the_page_does_not(browser: At, tag: str) -> None:
    wide = "[...document.querySelectorAll('.md-typeset__scrollwrap')].some(each => each.scrollWidth > each.clientWidth)"
    for path in (BOOK, LARGE, "v2026_09/scopes.html", "v2026_09/authentication/oauth2.html", "index.html"):
        page = browser(f"{tag}/{path}", width=PHONE)
        page.ask("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.wait(
            lambda page=page: page.ask(
                "!document.querySelector('table') || !!document.querySelector('.md-typeset__table')"
            )
        )
        assert (path, page.ask("document.documentElement.scrollWidth")) == (path, PHONE)
        assert page.ask(wide) or path in ("index.html", "v2026_09/authentication/oauth2.html")


@pytest.mark.parametrize(("scheme", "named"), [("light", "default"), ("dark", "slate")])
def test_colours_follow_the_system_until_the_reader_chooses(browser: At, scheme: str, named: str) -> None:
    page = browser(f"ja/{BOOK}", scheme=scheme)
    page.ask("localStorage.clear()")
    page.driver.refresh()
    colours = "document.body.getAttribute('data-md-color-scheme')"
    page.wait(lambda: page.ask(colours) == named)
    button = page.find("label[for^=__palette]:not([hidden])")
    assert button.get_attribute("title") == "ライトモードに切り替える"
    button.click()
    page.wait(lambda: page.ask(colours) == "default")
    page.find("label[for^=__palette]:not([hidden])").click()
    page.wait(lambda: page.ask(colours) == "slate")
    page.ask("localStorage.clear()")


def test_japanese_is_set_in_japanese_fonts_and_code_from_left_to_right(browser: At) -> None:
    page = browser(f"ja/{BOOK}")
    family = page.ask("getComputedStyle(document.querySelector('.md-typeset p')).fontFamily")
    assert str(family).split(",")[0] == '"Hiragino Sans"'
    assert "Noto Sans CJK JP" in str(family)
    assert page.ask("[document.body.dir, getComputedStyle(document.querySelector('pre')).direction]") == ["ltr", "ltr"]
