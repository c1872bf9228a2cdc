"""Pages as readers of Markdown see them.

In: a page. Out: its links, anchors, headings, tables and fences, by markdown-it (as code hosts read it) or by
Python-Markdown with what the site uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped]
from markdown_it import MarkdownIt
from markdown_it.token import Token

from specwright.config import CONFIG_NAME, Config, ad_hoc, read_config
from specwright.pipeline import generate
from trees import OUTPUT, tree_of

__all__ = ["READERS", "Element", "anchors_of", "committed_pages", "docs_of", "fences_of", "links_of", "tokens_of"]

_EXTENSIONS = ["md_in_html", "sane_lists", "tables", "toc", "pymdownx.superfences"]
_VOID = frozenset({"br", "hr", "img", "input"})


@dataclass
class Element:
    """An HTML element; `text` is what a reader reads, in order, its children's included."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """Every element below of these tags, in order; of any tag if none is named."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    @property
    def text(self) -> str:
        parts = [child if isinstance(child, str) else child.text for child in self.children]
        return "".join([*parts, " " if self.tag == "br" else ""])

    @property
    def words(self) -> str:
        """The text with its white space made one."""
        return " ".join(self.text.split())


def by_code_host(text: str) -> Element:
    """The page as markdown-it renders it."""
    return _tree(_MARKDOWN.render(text))


def by_site(text: str) -> Element:
    """The page as Python-Markdown renders it on the site, which says of folded parts that they hold Markdown."""
    told = re.sub(r"^<details>$", '<details markdown="1">', text, flags=re.MULTILINE)
    return _tree(str(markdown.markdown(told, extensions=_EXTENSIONS)))


READERS = {"code host": by_code_host, "site": by_site}
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


@cache
def committed_pages() -> dict[str, str]:
    """Every file of `output/docs` by its path."""
    return {path: content.decode() for path, content in tree_of(OUTPUT / "docs").items()}


@cache
def docs_of(case: Path) -> dict[str, str]:
    """The documentation of a folder with a `specwright.toml` or with one `spec.yaml`."""
    config: Config = (
        read_config(case / CONFIG_NAME)
        if (case / CONFIG_NAME).is_file()
        else ad_hoc((case / "spec.yaml",), None, "shop")
    )
    files = generate(config, ("docs",)).files
    return {path.removeprefix("docs/"): content.decode() for path, content in files.items() if path.startswith("docs/")}


def tokens_of(text: str) -> Iterator[Token]:
    """Every token, those inside lines included."""
    for token in _parsed(text):
        yield token
        yield from token.children or ()


@cache
def _parsed(text: str) -> list[Token]:
    return _MARKDOWN.parse(text)


def links_of(text: str) -> Iterator[str]:
    """The target of every link."""
    yield from (str(each.attrGet("href")) for each in tokens_of(text) if each.type == "link_open")


def anchors_of(text: str) -> list[str]:
    """Every anchor that the page sets, in order."""
    markup = "".join(each.content for each in tokens_of(text) if each.type in ("html_inline", "html_block"))
    return re.findall(r'<a id="([^"]*)"', markup)


def fences_of(text: str, language: str) -> list[str]:
    """The content of every fence of a language."""
    return [each.content for each in tokens_of(text) if each.type == "fence" and each.info == language]


def _tree(html: str) -> Element:
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is never closed"
    return builder.open[0]


class _Builder(HTMLParser):
    """Builds the tree, and minds that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
