"""Places found again in the text."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from specwright.load import Json, find_position, find_positions
from specwright.load.pointers import join
from specwright.problems import Position

YAML = """# a comment
openapi: 3.0.3
paths:
  /a~b/c:
    get: &get
      - x: 1
      - {y: [1, 2], "200": é, z: 1}
    put: *get
    post:
      <<: {merged: 1}
"""
PLACES = {
    "": (2, 1),
    "/paths": (3, 1),
    "/paths/~1a~0b~1c": (4, 3),
    "/paths/~1a~0b~1c/get/0": (6, 9),
    "/paths/~1a~0b~1c/get/1/y": (7, 10),
    "/paths/~1a~0b~1c/get/1/y/1": (7, 17),
    "/paths/~1a~0b~1c/get/1/200": (7, 21),
    "/paths/~1a~0b~1c/get/1/z": (7, 31),
    "/paths/~1a~0b~1c/get/9/z": (5, 5),
    "/paths/~1a~0b~1c/put/0/x": (8, 5),
    "/paths/~1a~0b~1c/post/merged": (9, 5),
    "/nowhere/at/all": (2, 1),
}


def test_a_place_is_that_of_its_key_or_of_the_nearest_above(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    found = find_positions(tmp_path / "a.yaml", PLACES)
    assert found == {pointer: Position(*place) for pointer, place in PLACES.items()}


def test_a_place_is_below_the_last_of_keys_that_stand_twice(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: {b: 1, c: {d: 1}}\na: {b: 2, b: 3}\n", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"a": {"b": 1, "c": {"d": 1}},\n"a": {"b": 2, "b": 3}}', encoding="utf-8")
    for name, column in (("a.yaml", 11), ("a.json", 15)):
        found = find_positions(tmp_path / name, ["/a", "/a/b", "/a/c/d"])
        assert found == {"/a": Position(2, 1), "/a/b": Position(2, column), "/a/c/d": Position(2, 1)}


def test_a_file_that_is_gone_has_no_places(tmp_path: Path) -> None:
    assert find_position(tmp_path / "a.yaml", "/paths") is None


def test_a_file_torn_since_gives_the_places_up_to_there(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": {"b": 1}, "c": ["d\n', encoding="utf-8")
    (tmp_path / "a.yaml").write_text("a:\n  b: 1\nc: [\n", encoding="utf-8")
    assert find_position(tmp_path / "a.json", "/a/b") == Position(1, 8)
    assert find_position(tmp_path / "a.yaml", "/a/b") == Position(2, 3)


KEYS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6) | st.sampled_from(
    ["a/b", "~1", "0", "{}", '"', "\\"]
)
DATA = st.recursive(
    st.none() | st.integers() | st.sampled_from(["", "{", '"]', "a: b", "\\", ", "]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


def places(value: Json, pointer: str = "") -> dict[str, str]:
    """Every pointer, with the text that begins at its place."""
    found: dict[str, str] = {}
    match value:
        case dict():
            for key, item in value.items():
                found[join(pointer, key)] = json.dumps(key)
                found |= places(item, join(pointer, key))
        case list():
            for index, item in enumerate(value):
                found[join(pointer, index)] = json.dumps(item)[:1]
                found |= places(item, join(pointer, index))
        case _:
            pass
    return found


@pytest.mark.parametrize("indent", [None, 2])
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.dictionaries(KEYS, DATA, min_size=1, max_size=5))
def test_every_place_of_a_json_file_is_found(tmp_path: Path, data: dict[str, Json], indent: int | None) -> None:
    path = tmp_path / "a.json"
    text = json.dumps(data, indent=indent)
    path.write_text(text, encoding="utf-8")
    lines = text.split("\n")
    expected = places(data)
    found = find_positions(path, expected)
    begins = {p: lines[place.line - 1][place.column - 1 :][: len(expected[p])] for p, place in found.items()}
    assert begins == expected
