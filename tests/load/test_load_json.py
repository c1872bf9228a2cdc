"""JSON text to plain data, and what the standard library would let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from specwright.load import Json
from specwright.problems import Position

if TYPE_CHECKING:
    from tests.load.conftest import Loading


def test_a_byte_order_mark_is_no_part_of_the_text(loading: Loading) -> None:
    assert loading.read("a.json", b'\xef\xbb\xbf{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}
    assert loading.read("a.yaml", b"\xef\xbb\xbfa: 1") == {"a": 1}


def test_a_pair_of_escapes_is_one_character(loading: Loading) -> None:
    assert loading.read("a.json", '{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


def test_yaml_may_stand_in_a_json_file_and_json_in_a_yaml_file(loading: Loading) -> None:
    assert loading.read("a.json", "a: [no]\n") == {"a": ["no"]}
    assert loading.read("a.yaml", '{"a": [true], b: 1}') == {"a": [True], "b": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": NaN, "b": -Infinity, "c": "NaN"}', [("bad-number", 1, 7), ("bad-number", 1, 17)]),
        ('{"a": 1e400, "b": -1e400, "c": 1e40}', [("bad-number", 1, 7), ("bad-number", 1, 19)]),
        ('{"a": ' + "9" * 5000 + "}", [("bad-number", 1, 7)]),
        ('{"a": "\\uDEAD", "b": "\\uD83D\\uDE00"}', [("half-character", 1, 7)]),
        ('{"a": 1, "a": NaN}', [("duplicate-key", 1, 10), ("bad-number", 1, 15)]),
        ('{"a": 1,}', [("malformed-json", 1, 8)]),
        ('{"a": 1} {}', [("malformed-json", 1, 10)]),
        ('{"a":\n "b\tc"}', [("malformed-json", 2, 4)]),
        ('{"a": .5}', [("malformed-json", 1, 7)]),
        ("[1]", [("not-a-mapping", 1, 1)]),
        ("", [("not-a-mapping", 1, 1)]),
    ],
)  # fmt: skip
def test_what_is_no_json_object_is_refused_with_its_place(
    loading: Loading, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert loading.refusals("a.json", text) == [(code, Position(*place)) for code, *place in expected]


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
@pytest.mark.parametrize(
    ("text", "data", "places"),
    [
        ('{"a": 1, "b": {"c": [{"d": 1, "d": 2}], "c": 2}, "a": 3}',
         {"a": 3, "b": {"c": 2}}, [(1, 31), (1, 41), (1, 50)]),
        ('{"a\\u0062": 1,\n "ab": 2}', {"ab": 2}, [(2, 2)]),
        ('{"a": {"b": 1}, "a": {"c": 2}}', {"a": {"c": 2}}, [(1, 17)]),
    ],
)  # fmt: skip
def test_a_key_that_stands_twice_is_told_and_its_last_value_counts(
    loading: Loading, name: str, text: str, data: dict[str, Json], places: list[tuple[int, int]]
) -> None:
    document = loading.document(name, text)
    assert document.data == data
    told = [(problem.code, problem.position) for problem in document.problems]
    assert told == [("duplicate-key", Position(*place)) for place in places]


def test_bytes_that_are_no_utf_8_are_refused_with_their_place(loading: Loading) -> None:
    assert loading.refusals("a.json", '{"é":\n "é'.encode() + b'\xe9"}') == [("not-utf-8", Position(2, 4))]
    assert loading.refusals("a.yaml", "a: 1".encode("utf-16")) == [("not-utf-8", Position(1, 1))]
