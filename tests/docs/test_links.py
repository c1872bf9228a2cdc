"""Every link of every page leads somewhere, in every language."""

from __future__ import annotations

from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from reading import anchors_of, committed_pages, docs_of, links_of

from trees import ROOT

PAGES = committed_pages()
MARKDOWN = sorted(path for path in PAGES if path.endswith((".md", ".txt")))
CASES = sorted(path.parent for path in (ROOT / "tests" / "cases" / "generate").glob("*/spec.yaml"))


def dead_links(pages: dict[str, str]) -> list[str]:
    """Each link to a page that is not there, or to an anchor that its page does not have."""
    anchors = {path: set(anchors_of(text)) for path, text in pages.items() if path != "llms-full.txt"}
    dead: list[str] = []
    for path, text in pages.items():
        for link in links_of(text):
            if not link.startswith("https://"):
                target, _, anchor = link.partition("#")
                there = normpath(join(dirname(path), target)) if target else path
                if there not in pages or (anchor and anchor not in anchors[there]):
                    dead.append(f"{path}: {link}")
    return dead


def test_every_link_leads_to_a_page_and_to_an_anchor_on_it() -> None:
    assert len([link for path in MARKDOWN for link in links_of(PAGES[path])]) > 1000
    assert dead_links(PAGES) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_link_of_a_case_leads_to_a_page_and_to_an_anchor_on_it(case: Path) -> None:
    assert dead_links(docs_of(case)) == []


@pytest.mark.parametrize("path", [path for path in MARKDOWN if path.endswith(".md")])
def test_no_anchor_stands_twice_on_a_page(path: str) -> None:
    anchors = anchors_of(PAGES[path])
    assert sorted(set(anchors)) == sorted(anchors)


def test_anchors_are_the_same_in_every_language() -> None:
    by_page: dict[str, set[tuple[str, ...]]] = {}
    for path in MARKDOWN:
        if path.endswith(".md"):
            by_page.setdefault(path.partition("/")[2], set()).add(tuple(anchors_of(PAGES[path])))
    assert {page: len(found) for page, found in by_page.items() if len(found) > 1} == {}


def test_every_page_links_to_itself_in_every_other_language() -> None:
    locales = ("en", "ja", "de", "pt-BR")
    for path in MARKDOWN:
        if path.endswith(".md"):
            own, _, page = path.partition("/")
            there = {normpath(join(dirname(path), link.partition("#")[0])) for link in links_of(PAGES[path])}
            assert {f"{each}/{page}" for each in locales if each != own} <= there


def test_the_index_for_programs_leads_to_every_page_of_the_source_language() -> None:
    listed = {link for link in links_of(PAGES["llms.txt"]) if link.startswith("en/")}
    around = {path for path in MARKDOWN if path.startswith("en/") and path.endswith(("index.md", "changelog.md"))}
    assert listed == {path for path in MARKDOWN if path.startswith("en/")} - around
