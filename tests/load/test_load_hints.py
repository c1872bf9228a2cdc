"""What is said about a text that is not JSON or YAML: the place of the mistake, in words, and a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from specwright.problems import Refused

if TYPE_CHECKING:
    from tests.load.conftest import Loading

CLOSE = " Close it, or put a comma between two entries."
QUOTE = " Close it. An apostrophe in single quotes is written twice."
INDENT = " Indent it like the other keys there."
DASH = ' Begin it with "- ", or correct the indentation.'
JSON = {
    '{"a": 1,}': '1:8: a comma stands before the closing "}". Remove the comma.',
    '{"a": [1,\n]}': '1:9: a comma stands before the closing "]". Remove the comma.',
    '{"a": 1, "b": {"c": 2 , }}': '1:23: a comma stands before the closing "}". Remove the comma.',
    '{"a": 1': '1:8: the text ends here, and the "{" at 1:1 is not closed. Close it with "}".',
    '{"a": "b': '1:7: the quote that opens here is never closed. Close it with ".',
    '{"a: 1}': '1:2: the quote that opens here is never closed. Close it with ".',
    '{"a": "b\n"}': "1:9: the line ends inside quotes. Close the quote, or write the line break as \\n.",
    "{'a': 1}": '1:2: a single quote stands here. Put keys and text into double quotes: "…".',
    "{a: 1}": '1:2: a key in double quotes belongs here. Write "a".',
    "{\"a\": 'b'}": '1:7: a single quote stands here. Put keys and text into double quotes: "…".',
    '{"a": True}': "1:7: True is no value of JSON. Write true.",
    '{"a": None}': "1:7: None is no value of JSON. Write null.",
    '{"a": 1 "b": 2}': "1:9: a comma or a closing bracket belongs here. Put a comma between two entries.",
    '{"a": ["b" "c"]}': "1:12: a comma or a closing bracket belongs here. Put a comma between two entries.",
    '{"a" 1}': "1:6: a colon belongs here, between a key and its value.",
    '{"a": 1} }': "1:10: the document ends before this. Is a bracket closed too early?",
    '{"a": 1 // no\n}': "1:9: JSON has no comments. Remove this one.",
    '{"a": "\\d"}': "1:8: this backslash begins no escape that JSON has. Write a backslash twice.",
    '{"a": "\\u12"}': "1:9: this backslash begins no escape that JSON has. Write a backslash twice.",
    '{"a": .5}': "1:7: this is not how JSON writes a number. Begin it with a digit or a minus.",
    '{"a": 01}': "1:8: this is not how JSON writes a number. Write it without leading zeros and letters.",
    '{"a": }': "1:7: a value belongs here.",
    '{"a": "tab\there"}': "1:11: the character '\\t' stands inside quotes. Write it as \\u0009.",
    "{,}": '1:2: a comma stands before the closing "}". Remove the comma.',
    '{"a":1]': '1:7: "]" does not close the "{" at 1:1. Close that first, with "}".',
    "{": '1:2: the text ends here, and the "{" at 1:1 is not closed. Close it with "}".',
    '{"a": +1}': "1:7: this is not how JSON writes a number. Begin it with a digit or a minus.",
    '{"a": 0x10}': "1:8: this is not how JSON writes a number. Write it without leading zeros and letters.",
    '{"a"': '1:5: the text ends here, and the "{" at 1:1 is not closed. Close it with "}".',
    '{"a":': '1:6: the text ends here, and the "{" at 1:1 is not closed. Close it with "}".',
    '{"a": 1, ': '1:10: the text ends here, and the "{" at 1:1 is not closed. Close it with "}".',
    '{"a": [1,, 2]}': "1:10: a comma stands here, and nothing before it. Remove the comma.",
    '{"é": {"b": 1]}': '1:14: "]" does not close the "{" at 1:7. Close that first, with "}".',
}
YAML = {
    "a:\n\tb: 1": "2:1: a tab; YAML is indented with spaces. Write spaces instead.",
    "a:\n  b: 1\n\tc: 2": "3:1: a tab; YAML is indented with spaces. Write spaces instead.",
    "\ta: 1": "1:1: a tab; YAML is indented with spaces. Write spaces instead.",
    "a:\n- \tb: 1\n\t  c: 2": "2:3: a tab; YAML is indented with spaces. Write spaces instead.",
    "a: {b: 1": '2:1: a comma or "}" belongs here: the "{" at 1:4 is open.' + CLOSE,
    "a: [1, 2\nb: 3": '2:2: a comma or "]" belongs here: the "[" at 1:4 is open.' + CLOSE,
    "a: 'b\nc: 1": "1:4: the quote that opens here is never closed." + QUOTE,
    'a: "b\nc: 1': "1:4: the quote that opens here is never closed." + QUOTE,
    "a: b: c": '1:5: a colon cannot stand here. Put text that holds ": " into quotes, or correct the indentation.',
    "a: @b": '1:4: "@" cannot begin a text. Put the text into quotes.',
    "%b: 1": "1:3: while scanning a directive, found unexpected non-alphabetical character.",
    "a: 1\n b: 2": '2:3: a colon cannot stand here. Put text that holds ": " into quotes, or correct the indentation.',
    "a:\n  b: 1\n c: 2": "3:2: this does not continue the mapping that begins at 1:1." + INDENT,
    "a: 1\nb\nc: 2": '2:1: this is not "key: value". End a key with a colon and a space, and indent its value.',
    'a: "\\d"': "1:5: a backslash here begins no escape that YAML has. Write it twice, or use single quotes.",
    "a: |x\n b": "1:5: while scanning a block scalar, did not find expected comment or line break.",
    "- a\nb: 1": "2:1: this does not continue the list that begins at 1:1." + DASH,
    "a: 1\nb": '2:1: this is not "key: value". End a key with a colon and a space, and indent its value.',
    "a: - b": "1:4: a list cannot begin here. Begin it on a line of its own.",
    "---\na: 1\n...\nb: [": "4:1: this stands outside the document. Is it indented less than what comes before?",
    "a: {b: 1\n  c: 2}": '2:4: a comma or "}" belongs here: the "{" at 1:4 is open.' + CLOSE,
    "a: {'b': 1 'c': 2}": '1:15: a comma or "}" belongs here: the "{" at 1:4 is open.' + CLOSE,
    "a: {b: c: d}": '1:9: a comma or "}" belongs here: the "{" at 1:4 is open.' + CLOSE,
    "a: |\n  b\n c": "3:2: this does not continue the mapping that begins at 1:1. Indent it like the other keys there.",
    'a: "b" : c': '1:8: a colon cannot stand here. Put text that holds ": " into quotes, or correct the indentation.',
    "a: >\n\tb": "2:1: a tab; YAML is indented with spaces. Write spaces instead.",
    "  a: 1\nb: 2": "2:1: this stands outside the document. Is it indented less than what comes before?",
    "a: [b, {c: d]": '1:13: a comma or "}" belongs here: the "{" at 1:8 is open.' + CLOSE,
    "a: don't: x": '1:9: a colon cannot stand here. Put text that holds ": " into quotes, or correct the indentation.',
    "'a: 1": "1:1: the quote that opens here is never closed." + QUOTE,
    "a: é\nb: [@c]": '2:5: "@" cannot begin a text. Put the text into quotes.',
    'a: "é" \n\tb: 1': "2:1: a tab; YAML is indented with spaces. Write spaces instead.",
}


def said(loading: Loading, name: str, text: str) -> str:
    with pytest.raises(Refused) as refused:
        loading.document(name, text)
    (problem,) = refused.value.problems
    assert problem.position is not None
    assert problem.message.endswith(".")
    return f"{problem.position.line}:{problem.position.column}: {problem.message} {problem.hint}".rstrip()


@pytest.mark.parametrize("text", JSON)
def test_a_mistake_in_json_is_told_with_a_remedy(loading: Loading, text: str) -> None:
    assert said(loading, "a.json", text) == JSON[text]


@pytest.mark.parametrize("text", YAML)
def test_a_mistake_in_yaml_is_told_with_a_remedy(loading: Loading, text: str) -> None:
    assert said(loading, "a.yaml", text) == YAML[text]


def test_a_word_of_python_in_json_is_told_as_json_writes_it(loading: Loading) -> None:
    for word, meant in (("True", "true"), ("False", "false"), ("None", "null")):
        assert said(loading, "a.json", f"[{word}]") == f"1:2: {word} is no value of JSON. Write {meant}."
