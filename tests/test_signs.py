"""Text that nobody can misread: what is written as TOML, and what is printed."""

from __future__ import annotations

import tomllib

from specwright.signs import HIDDEN, as_line, as_toml

# Every sign that text can hold: halves of a pair are none.
SIGNS = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))


def test_any_text_comes_back_from_toml() -> None:
    assert tomllib.loads(f"text = {as_toml(SIGNS)}") == {"text": SIGNS}


def test_a_string_of_toml_hides_nothing() -> None:
    assert HIDDEN.search(as_toml(SIGNS)) is None
    assert as_toml('a "b"\u202e\x7f\n\\') == r'"a \"b\"\u202e\u007f\n\\"'


def test_what_is_printed_is_one_line() -> None:
    assert as_line("Füße\n\x1b[31m\u202e") == "Füße\\n\\x1b[31m\\u202e"
