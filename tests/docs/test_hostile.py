"""Text of a document is data: wherever a page shows it, a reader reads it as it was written, and the page stays whole.

Each folder of `cases/docs/hostile-text` is a text and what a reader reads of it: code spans, links to `https:`,
paragraphs and lists are kept, everything else shows as it is.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from reading import READERS, Element, anchors_of, docs_of, tokens_of
from test_links import dead_links

from specwright.load import Json
from trees import ROOT

CASES = sorted((ROOT / "tests" / "cases" / "docs" / "hostile-text").iterdir())
ALLOWED = frozenset({
    "a", "blockquote", "br", "code", "details", "div", "em", "h1", "h2", "h3", "hr", "li", "ol", "p", "pre",
    "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
each_reader = pytest.mark.parametrize("reader", READERS)


def document(texts: Mapping[str, str]) -> dict[str, Json]:
    """A document that says each text wherever one can, in an operation, a schema and a scheme of its own."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "Shop", "version": "1", "description": "\n\n".join(texts.values())},
        "servers": [{"url": "https://shop.example"}],
        "paths": {f"/{name}/{{id}}": {"put": _operation(name, text)} for name, text in texts.items()},
        "components": {
            "securitySchemes": {name: _scheme(text) for name, text in texts.items()},
            "schemas": {name: _schema(text) for name, text in texts.items()},
        },
    }


def _scheme(text: str) -> dict[str, Json]:
    flow: Json = {"tokenUrl": "https://shop.example/t", "scopes": {"write": text}}
    return {"type": "oauth2", "description": text, "flows": {"clientCredentials": flow}}


def _schema(text: str) -> dict[str, Json]:
    properties: Json = {
        "named": {"type": "string", "description": text},
        "quoted": {"type": "string", "default": text, "example": text},
        "listed": {"type": "string", "enum": [text, "other"]},
        "matched": {"type": "string", "pattern": "^(a|b)`{2}|<c>$"},
    }
    return {"type": "object", "properties": properties}


def _operation(name: str, text: str) -> dict[str, Json]:
    content: Json = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    header: Json = {"description": text, "schema": {"type": "string"}}
    return {
        "operationId": f"{name}/set",
        "tags": [name],
        "summary": text,
        "description": text,
        "security": [{name: ["write"]}],
        "parameters": [
            {"name": "id", "in": "path", "required": True, "description": text, "schema": {"type": "string"}},
            {"name": "q", "in": "query", "required": True, "example": text, "schema": {"type": "string"}},
        ],
        "requestBody": {"required": True, "description": text, "content": content},
        "responses": {
            "200": {"description": text, "headers": {"X-Id": header}, "content": content},
            "404": {"description": text},
        },
    }


@cache
def pages() -> Mapping[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        texts = {case.name: json.loads((case / "text.json").read_text()) for case in CASES}
        (Path(folder) / "spec.yaml").write_text(json.dumps(document({**texts, "plain": "plain"})))
        return docs_of(Path(folder))


def page_of(name: str) -> str:
    return f"en/{name}/set.md"


def expected_of(case: Path) -> tuple[str, str, str]:
    """The text in a title, in a cell and in paragraphs."""
    read = json.loads((case / "expected.json").read_text())
    return read.get("title", read["cell"]), read["cell"], read.get("prose", read["cell"])


@cache
def read(page: str, reader: str) -> Element:
    return READERS[reader](pages()[page])


def cells(page: Element, heading: str) -> dict[str, str]:
    """The last cell of each row of the tables below a heading, by its first."""
    return {row[0]: row[-1] for row in _rows_below(page, heading)}


def _rows_below(page: Element, heading: str) -> Iterator[list[str]]:
    inside = False
    for each in page.all("h2", "tr"):
        if each.tag == "h2":
            inside = each.words.removesuffix("¶") == heading
        elif inside:
            yield [cell.words for cell in each.all("td", "th")]


@each_reader
@each_case
def test_a_reader_reads_the_text_as_it_was_written(case: Path, reader: str) -> None:
    title, cell, prose = expected_of(case)
    page = read(page_of(case.name), reader)
    assert next(page.all("h1")).words == title
    said = {
        "path": cells(page, "Path parameters")["id required"],
        "body": cells(page, "Body")["named"],
        "header": cells(page, "Responses")["X-Id"],
        "error": cells(page, "Errors")["404"],
        "scheme": cells(page, "Authorization")[case.name].removeprefix("OAuth 2.0 access token").lstrip(),
        "scope": cells(read(f"en/authentication/{case.name}.md", reader), "Scopes")["write"],
    }
    assert said == dict.fromkeys(said, cell)
    assert page.words.count(prose) >= 2  # the operation's and the answer's
    assert prose in read("en/index.md", reader).words


@each_reader
@each_case
def test_nothing_in_the_text_becomes_a_part_of_the_page(case: Path, reader: str) -> None:
    for path, plain in (
        (page_of(case.name), page_of("plain")),
        (f"en/authentication/{case.name}.md", "en/authentication/plain.md"),
    ):
        page, other = read(path, reader), read(plain, reader)
        assert [each.words for each in page.all("h2", "h3")] == [each.words for each in other.all("h2", "h3")]
        assert _shapes(page) == _shapes(other)


@each_reader
def test_no_page_holds_an_element_or_an_attribute_that_could_do_harm(reader: str) -> None:
    for path in pages():
        if path.endswith(".md"):
            page = read(path, reader)
            assert {each.tag for each in page.all()} <= ALLOWED
            assert {name for each in page.all() for name in each.attributes} <= {"href", "id", "class"}
            targets = [each.attributes["href"] for each in page.all("a") if "href" in each.attributes]
            assert all(each.startswith("https://") or ":" not in each.partition("#")[0] for each in targets)


@each_reader
def test_lists_of_operations_link_to_every_one_whatever_its_title(reader: str) -> None:
    wanted = {page_of(case.name).removeprefix("en/") for case in CASES}
    for path in ("en/index.md", "en/scopes.md"):
        assert wanted <= {each.attributes.get("href") for each in read(path, reader).all("a")}
    assert len({cells for table in _shapes(read("en/scopes.md", reader)) for cells in table}) == 1


def _shapes(page: Element) -> list[list[int]]:
    """How many cells each row of each table has."""
    return [[len([*row.all("td", "th")]) for row in table.all("tr")] for table in page.all("table")]


@each_case
def test_a_page_has_its_own_fences(case: Path) -> None:
    page = pages()[page_of(case.name)]
    fences = [each.info for each in tokens_of(page) if each.type == "fence" and each.info]
    assert fences == ["bash", "python", "python", "json", "yaml"]


def test_links_lead_on_and_anchors_are_unique_whatever_the_text() -> None:
    assert dead_links(dict(pages())) == []
    for path, text in pages().items():
        if path.endswith(".md"):
            assert len(set(anchors_of(text))) == len(anchors_of(text))


@each_case
def test_the_slice_says_the_text_without_loss(case: Path) -> None:
    text = json.loads((case / "text.json").read_text())
    page = pages()[page_of(case.name)]
    cut = yaml.safe_load(next(each.content for each in tokens_of(page) if each.info == "yaml"))
    properties = cut["components"]["schemas"][case.name]["properties"]
    assert properties["named"]["description"].strip() == text.strip()
    assert properties["quoted"]["default"] == text
    assert json.loads(next(each.content for each in tokens_of(page) if each.info == "json"))["quoted"] == text


def test_no_sign_that_cannot_be_seen_reaches_a_page() -> None:
    hidden = set("\u0007\u200b\ufeff\u202e\u2066\u200f")
    assert [path for path, text in pages().items() if hidden & set(text)] == []


@each_reader
def test_a_pattern_with_pipes_and_ticks_stays_in_its_cell(reader: str) -> None:
    assert cells(read(page_of("plain"), reader), "Body")["matched"] == "Must be: ^(a|b)`{2}|<c>$."


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_text_leaves_no_gap(text: str, tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(json.dumps(document({"things": text})))
    page = docs_of(tmp_path)["en/things/set.md"]
    assert "\n\n\n" not in re.sub(r"^(`{3,}).*?^\1$", "fence", page, flags=re.MULTILINE | re.DOTALL)
    assert page.startswith("# things.set\n")
