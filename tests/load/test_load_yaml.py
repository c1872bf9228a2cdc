"""YAML text to plain data: scalars as YAML 1.2 says, anchors, merge keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st

from specwright.load import Json
from specwright.problems import Position, Refused

if TYPE_CHECKING:
    from tests.load.conftest import Loading

TEXT = [
    "no",
    "Yes",
    "on",
    "off",
    "y",
    "n",
    "12:30",
    "12:30:45",
    "2026-03",
    "2026-03-01",
    "1_000",
    "0b11",
    "=",
    "1.2.3",
    "0o8",
    "0xg",
]
VALUES: list[tuple[str, Json]] = [
    ("", None),
    ("~", None),
    ("null", None),
    ("NULL", None),
    ("true", True),
    ("False", False),
    ("0777", 777),
    ("0o17", 15),
    ("0x1F", 31),
    ("+12", 12),
    ("-0", 0),
    ("1.", 1.0),
    (".5", 0.5),
    ("1e3", 1000.0),
    ("3.10", 3.1),
    ("!!str 12", "12"),
    ("!!float 1", 1.0),
    ("! 12", "12"),
    ("'12'", "12"),
    ('"null"', "null"),
    ("|\n  a\n  b", "a\nb\n"),
]


@pytest.mark.parametrize("text", TEXT)
def test_a_word_of_older_yaml_stays_text(loading: Loading, text: str) -> None:
    assert loading.read("a.yaml", f"{text}: {text}\n") == {text: text}


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_scalar_is_what_yaml_1_2_says(loading: Loading, text: str, value: Json) -> None:
    found = loading.read("a.yaml", f"a: {text}\n")["a"]
    assert (found, type(found)) == (value, type(value))


def test_keys_are_text_as_written(loading: Loading) -> None:
    found = loading.read("a.yaml", "200: a\n2.50: b\ntrue: c\nnull: d\n~: e\n")
    assert found == {"200": "a", "2.50": "b", "true": "c", "null": "d", "~": "e"}


def test_a_merge_key_gives_way_to_own_keys_and_earlier_sources(loading: Loading) -> None:
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {z: 3, <<: [*a, *b]}\nd: {'<<': 1}\n"
    found = loading.read("a.yaml", text)
    assert found["c"] == {"x": 1, "y": 1, "z": 3}
    assert found["d"] == {"<<": 1}


def test_an_alias_is_what_its_anchor_holds(loading: Loading) -> None:
    assert loading.read("a.yaml", "a: &a [1, {b: &b 2}]\nc: [*a, *b]\n")["c"] == [[1, {"b": 2}], 2]


def test_a_later_anchor_of_one_name_wins_from_there_on(loading: Loading) -> None:
    assert loading.read("a.yaml", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n") == {"a": 1, "b": 1, "c": 2, "d": 2}


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("a: !foo 1", "bad-scalar", Position(1, 4)),
        ("a: !!int x", "bad-scalar", Position(1, 4)),
        ("a: !!set {x: }", "unsupported-tag", Position(1, 4)),
        ("a: .inf", "bad-scalar", Position(1, 4)),
        ("a: .NaN", "bad-scalar", Position(1, 4)),
        ("a: 1e999", "bad-scalar", Position(1, 4)),
        ("a: " + "9" * 5000, "bad-scalar", Position(1, 4)),
        ("a: 1\nb: *c", "unknown-alias", Position(2, 4)),
        ("a: &a [1, *a]", "unknown-alias", Position(1, 11)),
        ("a: {<<: 1}", "bad-merge", Position(1, 9)),
        ("[a, b]: 1", "complex-key", Position(1, 1)),
        ("é: é\nb: \x07", "malformed-yaml", Position(2, 4)),
        ("a: 1\n\tb: 2", "malformed-yaml", Position(2, 1)),
        ("a: 1\n  b: 2", "malformed-yaml", Position(2, 4)),
    ],
)
def test_what_is_no_plain_data_is_refused_with_its_place(
    loading: Loading, text: str, code: str, position: Position
) -> None:
    assert loading.refusals("a.yaml", text) == [(code, position)]


def test_everything_before_a_syntax_error_is_told_with_it(loading: Loading) -> None:
    found = loading.refusals("a.yaml", "a: 1\na: 2\nb: .inf\nc: [\n")
    assert found == [
        ("duplicate-key", Position(2, 1)),
        ("bad-scalar", Position(3, 4)),
        ("malformed-yaml", Position(5, 1)),
    ]


ANY_TEXT = st.text(st.characters(codec="utf-8"))
# A writer of YAML 1.1 leaves `1e-05` and `0o17` bare, which are numbers in 1.2; so no digits here.
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "P", "S", "Z"]))
QUICK = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def trees(leaves: st.SearchStrategy[Json], keys: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Json]]:
    inner: st.SearchStrategy[Json] = st.recursive(
        leaves, lambda below: st.lists(below, max_size=4) | st.dictionaries(keys, below, max_size=4), max_leaves=20
    )
    return st.dictionaries(keys, inner, max_size=5)


SCALARS = st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)


@QUICK
@given(trees(st.none() | st.booleans() | WORDS | st.sampled_from(TEXT), WORDS))
def test_what_a_yaml_1_1_writer_wrote_reads_back(loading: Loading, data: dict[str, Json]) -> None:
    assert loading.read("a.yaml", yaml.safe_dump(data, sort_keys=False, width=40)) == data


@QUICK
@given(trees(SCALARS | ANY_TEXT, ANY_TEXT))
def test_json_reads_as_itself(loading: Loading, data: dict[str, Json]) -> None:
    assert loading.read("a.json", json.dumps(data, indent=1)) == data


@QUICK
@given(st.text(st.sampled_from("ab:-{}[],&*!?|>'\"#% \n\t012.~<")))
def test_any_text_is_read_or_refused_with_its_place(loading: Loading, text: str) -> None:
    for name in ("a.yaml", "a.json"):
        unplaced: list[str] = []
        try:
            loading.read(name, text)
        except Refused as refused:
            unplaced = [problem.code for problem in refused.problems if problem.position is None]
        assert unplaced == []
