"""What an overlay makes of a document. What it refuses is in `cases/refuse/overlay-*`."""

from pathlib import Path

import pytest

from specwright.load import Document, Json
from specwright.load.jsonpath import QueryError, select
from specwright.overlay import apply_overlay

DATA: dict[str, Json] = {
    "paths": {
        "/a": {
            "get": {
                "parameters": [{"name": "x", "in": "query"}, {"name": "y", "in": "path"}],
                "x-traits": {"paged": True},
            },
            "post": {"n": 1},
        },
        "/b": {"get": {"deprecated": True}},
    },
    "tags": ["one", "two", "three"],
    "nothing": None,
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("$", [()]),
        ("$.paths.*", [("paths", "/a"), ("paths", "/b")]),
        ("$.paths[*].get", [("paths", "/a", "get"), ("paths", "/b", "get")]),
        ("$.paths['/a'].get.parameters[0]", [("paths", "/a", "get", "parameters", 0)]),
        ('$ . paths [ "/a" ] .get.parameters[-1]', [("paths", "/a", "get", "parameters", 1)]),
        ("$.paths['/a']['get','post'].n", [("paths", "/a", "post", "n")]),
        ("$.paths.*.get.parameters[?@.name=='x' && @.in=='query']", [("paths", "/a", "get", "parameters", 0)]),
        ("$.paths.*.get.parameters[?@.name=='x' && @.in=='path']", []),
        ("$..parameters[?(@.name == 'y' || @.in == \"query\")].in",
         [("paths", "/a", "get", "parameters", 0, "in"), ("paths", "/a", "get", "parameters", 1, "in")]),
        ("$.paths.*.*[?@.paged]", [("paths", "/a", "get", "x-traits")]),
        ("$.paths.*[?!@.deprecated]", [("paths", "/a", "get"), ("paths", "/a", "post")]),
        ("$.paths.*[?@.deprecated == true]", [("paths", "/b", "get")]),
        ("$.paths.*[?@.n == true]", []),
        ("$.paths.*[?@.n == 1.0]", [("paths", "/a", "post")]),
        ("$.paths[?@.get.deprecated != true]", [("paths", "/a")]),
        ("$.tags[?@ != 'two']", [("tags", 0), ("tags", 2)]),
        ("$..x-traits", [("paths", "/a", "get", "x-traits")]),
        ("$.tags[0,0]", [("tags", 0)]),
        ("$.tags[3]", []),
        ("$.nothing", [("nothing",)]),
        ("$.nothing.below", []),
        ("$['pa\\u0074hs']['/b']", [("paths", "/b")]),
    ],
)  # fmt: skip
def test_a_query_selects(query: str, expected: list[tuple[str | int, ...]]) -> None:
    assert select(query, DATA) == expected


@pytest.mark.parametrize(
    "query",
    [
        "",
        "paths",
        "$.",
        "$..",
        "$[",
        "$.a b",
        "$.paths./a",
        "$.200",
        "$.tags[1:2]",
        "$.tags[1.5]",
        "$.tags[" + "1" * 5000 + "]",
        "$.tags[?@ > 1]",
        "$.tags[?match(@, 'x')]",
        "$.tags[?@ == $.x]",
        "$.tags[?'a']",
        "$.tags[?" + "(" * 50 + "@" + ")" * 50 + "]",
    ],
)
def test_a_query_that_is_not_read_says_so(query: str) -> None:
    with pytest.raises(QueryError):
        select(query, DATA)


def applied(data: dict[str, Json], *actions: Json) -> dict[str, Json]:
    reasoned: list[Json] = [{"description": "A reason.", **action} for action in actions if isinstance(action, dict)]
    overlay: dict[str, Json] = {"overlay": "1.0.0", "info": {"title": "O", "version": "1"}, "actions": reasoned}
    document = Document("a.json", Path("a.json"), data, "digest")
    result = apply_overlay(document, Document("o.yaml", Path("o.yaml"), overlay, "other"))
    assert (result.file, result.path, result.sha256) == (document.file, document.path, document.sha256)
    return result.data


def test_mappings_merge_lists_grow_and_values_are_replaced() -> None:
    data: dict[str, Json] = {"a": {"b": {"c": 1, "d": 2}, "l": [1], "t": "old", "n": None}}
    update: Json = {"b": {"c": 3, "e": {"f": 4}}, "l": [2], "t": "new", "n": 5, "added": [6]}
    assert applied(data, {"target": "$.a", "update": update}) == {
        "a": {"b": {"c": 3, "d": 2, "e": {"f": 4}}, "l": [1, 2], "t": "new", "n": 5, "added": [6]}
    }


def test_a_selected_list_takes_the_update_as_one_item() -> None:
    assert applied({"l": [1]}, {"target": "$.l", "update": [2]}) == {"l": [1, [2]]}


def test_remove_takes_away_fields_items_and_values() -> None:
    data: dict[str, Json] = {"l": [{"n": "x"}, {"n": "y"}, {"n": "x"}], "m": {"a": 1, "b": {"c": 1}}}
    actions: list[Json] = [
        {"target": "$.l[?@.n=='x']", "remove": True},
        {"target": "$.m['a','b']", "remove": True, "update": {}},
    ]
    assert applied(data, *actions) == {"l": [{"n": "y"}], "m": {}}


def test_actions_build_on_one_another() -> None:
    actions: list[Json] = [
        {"target": "$.a", "remove": True},
        {"target": "$", "update": {"a": [1]}},
        {"target": "$.a", "update": 2},
    ]
    assert applied({"a": [9], "b": 1}, *actions) == {"b": 1, "a": [1, 2]}


def test_a_place_within_a_selected_place_is_changed_too() -> None:
    data: dict[str, Json] = {"s": {"p": {"s": {"p": {}}}}}
    assert applied(data, {"target": "$..s", "update": {"x": 1}}) == {"s": {"p": {"s": {"p": {}, "x": 1}}, "x": 1}}


def test_nothing_is_edited() -> None:
    inner: Json = {"c": [1]}
    data: dict[str, Json] = {"a": {"b": inner}, "other": {"kept": 1}}
    result = applied(data, {"target": "$.a.b", "update": {"c": [2]}})
    assert data == {"a": {"b": {"c": [1]}}, "other": {"kept": 1}}
    assert result["other"] is data["other"]
