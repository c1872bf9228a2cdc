"""Input that is too much is refused before it costs anything."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from specwright.load import load, reading
from specwright.load.limits import MAX_ALIASED_NODES, MAX_DEPTH
from specwright.problems import Position, Refused

if TYPE_CHECKING:
    from tests.load.conftest import Loading

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


def test_an_alias_bomb_is_refused(loading: Loading) -> None:
    assert loading.refusals("a.yaml", BOMB) == [("too-many-aliases", Position(7, 8))]


def test_a_bomb_of_merge_keys_is_refused(loading: Loading) -> None:
    text = "a0: &a0 {k: {x: 1}}\n" + "".join(f"a{i}: &a{i} {{<<: *a{i - 1}, k{i}: *a{i - 1}}}\n" for i in range(1, 40))
    assert [code for code, _ in loading.refusals("a.yaml", text)] == ["too-many-aliases"]


def test_as_many_aliases_as_are_allowed_are_read(loading: Loading) -> None:
    count = MAX_ALIASED_NODES // 101
    text = f"a: &a [{', '.join('x' * 100)}]\nb: [{', '.join(['*a'] * count)}]\n"
    assert len(str(loading.read("a.yaml", text)["b"])) > MAX_ALIASED_NODES


@pytest.mark.parametrize(
    ("name", "opening", "closing"), [("a.json", "[", "]"), ("a.yaml", "[", "]"), ("b.yaml", "{x: ", "}")]
)
def test_depth_is_counted_to_the_level(loading: Loading, name: str, opening: str, closing: str) -> None:
    def nested(levels: int) -> str:
        return '{"a": ' + opening * (levels - 1) + closing * (levels - 1) + "}"

    assert loading.read(name, nested(MAX_DEPTH))
    assert [code for code, _ in loading.refusals(name, nested(MAX_DEPTH + 1))] == ["too-deep"]


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_a_bottomless_document_is_refused_and_no_crash(loading: Loading, name: str) -> None:
    assert loading.refusals(name, "[" * 200_000) == [("too-deep", Position(1, MAX_DEPTH + 1))]


def test_depth_counts_what_aliases_stand_for(loading: Loading) -> None:
    text = "a0: &a0 [1]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, MAX_DEPTH + 1))
    assert [code for code, _ in loading.refusals("a.yaml", text)] == ["too-deep"]


def test_a_file_that_is_too_large_is_refused_unread(loading: Loading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert loading.read("a.yaml", "a: 4567890") == {"a": 4567890}
    assert loading.refusals("a.yaml", "a: 45678901") == [("too-large", None)]


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("pipe.yaml", "absent.yaml", "."):
        with pytest.raises(Refused) as refused:
            load(tmp_path / name, name)
        assert [problem.code for problem in refused.value.problems] == ["unreadable"]
