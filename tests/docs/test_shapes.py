"""Bodies and answers as tables: `cases/docs/shapes`."""

from __future__ import annotations

from functools import cache

import pytest
from reading import Element, by_code_host, docs_of

from trees import ROOT

CASE = ROOT / "tests" / "cases" / "docs" / "shapes"


@cache
def text() -> str:
    return docs_of(CASE)["en/nodes/add.md"]


@cache
def page() -> Element:
    return by_code_host(text())


def rows() -> dict[str, list[str]]:
    """The cells of each row that has an anchor, by it."""
    found: dict[str, list[str]] = {}
    for row in page().all("tr"):
        anchors = [each.attributes["id"] for each in row.all("a") if "id" in each.attributes]
        if anchors:
            found[anchors[0]] = [cell.words for cell in row.all("td")]
    return found


def links_in(anchor: str) -> list[str]:
    row = next(row for row in page().all("tr") if any(each.attributes.get("id") == anchor for each in row.all("a")))
    return [each.attributes["href"] for each in row.all("a") if "href" in each.attributes]


def folded() -> list[str]:
    return [each.words for each in page().all("summary")]


@pytest.mark.parametrize(
    ("anchor", "cells"),
    [
        ("body.size", ["size required", "integer<int64>", "Must be: ≥ 1, ≤ 5."]),
        ("body.children", ["children required", "object[]", "Must be: items ≤ 9. As above"]),
        ("body.colour", ["colour", "enum<string>", 'Default: "red". One of: red, green']),
        ("body.grade", ["grade", "enum<string>", "One of: a (FIRST: The best | one.), b (The next one.), c (THIRD)"]),
        ("body.misfit", ["misfit", "enum<integer>", "One of: 1, 2"]),
        ("body.code", ["code", "enum<string>", "One of: 13 values"]),
        ("body.old", ["old", "string", "Deprecated."]),
        ("body.first.street", ["street", "string", "Must be: length ≤ 40."]),
        ("response-201.headers.X-Rate", ["X-Rate", "integer", "How many calls are left. Must be: ≥ 0."]),
    ],
)
def test_a_row_says_name_type_and_what_must_be(anchor: str, cells: list[str]) -> None:
    assert rows()[anchor] == cells


def test_what_is_required_comes_first() -> None:
    own = [cells[0] for anchor, cells in rows().items() if anchor.startswith("body.") and anchor.count(".") == 1]
    assert own == [
        "children required",
        "size required",
        "a",
        "a.b",
        "code",
        "colour",
        "first",
        "grade",
        "misfit",
        "old",
        "second",
    ]


def test_an_object_inside_itself_is_linked_to_and_not_shown_again() -> None:
    assert links_in("body.children") == ["#body:all"]
    assert text().count('id="body.size"') == 1
    assert "children" not in folded()


def test_a_model_that_comes_twice_is_shown_once() -> None:
    assert links_in("body.second") == ["#body.first"]
    assert folded()[:3] == ["code: 13 values", "Child attributes of a", "Child attributes of first"]


def test_a_long_list_of_values_stands_below_its_table() -> None:
    assert links_in("body.code") == ["#body.code:values"]
    listed = next(each for each in page().all("details") if next(each.all("summary")).words.startswith("code"))
    assert [each.words for each in listed.all("code")][1:] == list("ABCDEFGHIJKLM")


def test_every_branch_of_a_choice_is_shown() -> None:
    assert folded()[3:5] == ["Child attributes of Cat", "Child attributes of Dog"]
    assert "response-201:Dog.barks" in rows()
    assert links_in("response-201:Cat.friend") == ["#response-201:all"]


def test_names_with_a_full_stop_have_anchors_of_their_own() -> None:
    assert {"body.a.b", "body.a~2e~b"} <= set(rows())


def test_a_status_of_the_document_says_what_the_document_says() -> None:
    errors = {row[0]: row[1:] for row in ([cell.words for cell in each.all("td")] for each in page().all("tr")) if row}
    assert errors["409"] == ["ConflictError", "There is such a node already."]
    assert errors["507"] == ["ServerError", "No room is left."]
    assert errors["404"] == ["NotFoundError", "There is nothing at this address."]
    assert "401" not in errors  # nothing to be authenticated for


def test_headers_of_an_answer_are_named_as_such() -> None:
    assert "Headers of the answer:" in [each.words for each in page().all("p")]
