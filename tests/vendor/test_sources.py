"""`sources.toml`: what is read in it, what is refused, and that an edit changes nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from specwright.problems import Refused
from specwright.report import print_problems
from specwright.vendor import Entry, Sources, read_sources
from specwright.vendor.editing import Edit, with_entry, with_values
from specwright.vendor.layout import layout_of
from trees import ROOT

A, B, C = "a" * 64, "b" * 64, "c" * 64
FULL = f'''\
# Ours. [[source]] in a comment is none.
title = "of the file"

[[source]]   # the first
path    = "v1/a.json"          # aligned by hand
sha256  = "{A}"
origin  = """
A sentence over
[[source]]
lines # and no comment
"""
x-team  = ["one", # kept
  "two"]
license = 'MIT'

# Before the second.
[[source]]
path = "v2/a.yaml"
sha256 = "{B}"
retrieved = 2026-01-31

[source.parts]
# Those of the second.
"v2/b#1.yaml" = "{B}"  # one
'v2/d.yaml' = "{C}"

[other]
path = "mine"
'''


def read(folder: Path, text: str) -> Sources:
    path = folder / "specs" / "sources.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return read_sources(path, "specs/sources.toml")


def told(folder: Path, text: str) -> str:
    with pytest.raises(Refused) as caught:
        read(folder, text)
    return print_problems(caught.value.problems, folder, "text")


def test_entries_are_read(tmp_path: Path) -> None:
    origin = "A sentence over\n[[source]]\nlines # and no comment\n"
    assert read(tmp_path, FULL).entries == (
        Entry("v1/a.json", A, origin=origin, license="MIT"),
        Entry("v2/a.yaml", B, retrieved="2026-01-31", parts={"v2/b#1.yaml": B, "v2/d.yaml": C}),
    )


def test_a_file_that_is_not_there_has_no_entries(tmp_path: Path) -> None:
    assert read_sources(tmp_path / "specs" / "sources.toml", "specs/sources.toml").entries == ()


def test_places_are_those_of_keys_and_parts_and_else_of_headers(tmp_path: Path) -> None:
    sources = read(tmp_path, FULL)
    asked = [(0, "path"), (0, "license"), (0, "retrieved"), (1, "sha256"), (1, "v2/d.yaml"), (1, "")]
    assert [sources.place(*each).line for each in asked] == [5, 14, 4, 19, 25, 17]


def test_an_edit_changes_the_values_and_nothing_else(tmp_path: Path) -> None:
    sources = read(tmp_path, FULL)
    text = with_values(
        sources, {0: Edit({"sha256": C, "origin": "New.", "retrieved": "2026-02-01", "version": "v1"}, {})}
    )
    multiline = '"""\nA sentence over\n[[source]]\nlines # and no comment\n"""'
    expected = FULL.replace(f'sha256  = "{A}"\n', f'sha256  = "{C}"\nversion = "v1"\n').replace(multiline, '"New."')
    assert text == expected.replace("license = 'MIT'\n", "license = 'MIT'\nretrieved = \"2026-02-01\"\n")


def test_an_edit_of_parts_keeps_their_comments(tmp_path: Path) -> None:
    parts = {"v2/a b.yaml": A, "v2/a c.yaml": A, "v2/b#1.yaml": C, "v2/c.yaml": A, "v2/e.yaml": A}
    text = with_values(read(tmp_path, FULL), {1: Edit({"retrieved": "2026-02-01"}, parts)})
    before, after = FULL.replace("2026-01-31", '"2026-02-01"').split("[source.parts]\n")
    of_others = after.partition("\n\n")[2]
    assert (
        text
        == f"""\
{before}[source.parts]
"v2/a b.yaml" = "{A}"
"v2/a c.yaml" = "{A}"
# Those of the second.
"v2/b#1.yaml" = "{C}"  # one
"v2/c.yaml" = "{A}"
"v2/e.yaml" = "{A}"

{of_others}"""
    )


def test_several_entries_are_edited_at_once(tmp_path: Path) -> None:
    sources = read(tmp_path, FULL)
    edits = {
        0: Edit({"sha256": C, "version": "v1"}, {"v1/z": A}),
        1: Edit({"title": "T", "url": "https://a.example/"}, {}),
    }
    one = with_values(sources, {0: edits[0]})
    assert with_values(sources, edits) == with_values(read(tmp_path, one), {1: edits[1]})
    assert with_values(sources, {}) == FULL


def test_parts_come_and_go_with_their_table(tmp_path: Path) -> None:
    without = with_values(read(tmp_path, FULL), {1: Edit({}, {})})
    assert "source.parts" not in without
    assert [entry.parts for entry in read(tmp_path, without).entries] == [{}, {}]
    again = with_values(read(tmp_path, without), {0: Edit({}, {"v1/z.yaml": A, "v1/b.yaml": B})})
    assert f'license = \'MIT\'\n\n[source.parts]\n"v1/b.yaml" = "{B}"\n"v1/z.yaml" = "{A}"\n' in again
    assert [entry.parts for entry in read(tmp_path, again).entries] == [{"v1/b.yaml": B, "v1/z.yaml": A}, {}]


def test_an_entry_is_added_at_the_end(tmp_path: Path) -> None:
    entry = Entry('v3/"ä".json', C, "A\\B", "1", "https://a.example/x", "", "Line\nline", "MIT", "2026-01-01", {"p": A})
    text = with_entry(read(tmp_path, FULL), entry)
    assert text.startswith(FULL)
    assert read(tmp_path, text).entries[-1] == entry
    assert with_entry(read(tmp_path, ""), Entry("a.json", A)) == (
        "# Where each document comes from. `path` is relative to this folder.\n\n"
        f'[[source]]\npath = "a.json"\nsha256 = "{A}"\n'
    )


def test_the_ends_of_lines_stay_what_they_are(tmp_path: Path) -> None:
    sources = read(tmp_path, FULL.replace("\n", "\r\n"))
    for text in (
        with_entry(sources, Entry("a.json", A, parts={"b": B})),
        with_values(sources, {0: Edit({"version": "1"}, {"v1/b.yaml": C})}),
        with_values(sources, {1: Edit({"sha256": C}, {"v2/new.yaml": C})}),
    ):
        assert text.count("\n") == text.count("\r\n")
        tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        f'source = [{{path = "a.json", sha256 = "{A}"}}]\n',
        f'[[source]]\npath = "a.json"\nsha256 = "{A}"\nparts = {{"b.yaml" = "{B}"}}\n',
        f'[[source]]\n"p\\u0061th" = "a.json"\nsha256 = "{A}"\n',
    ],
    ids=["inline", "inline parts", "escaped"],
)
def test_an_edit_that_would_not_say_what_is_meant_is_refused(tmp_path: Path, text: str) -> None:
    sources = read(tmp_path, text)
    with pytest.raises(Refused) as caught:
        with_values(sources, {0: Edit({"path": "c.json"}, {"b.yaml": C})})
    assert [each.code for each in caught.value.problems] == ["sources-uneditable"]


def test_the_file_of_this_repository_can_be_edited() -> None:
    path = ROOT / "specs" / "sources.toml"
    sources = read_sources(path, "specs/sources.toml")
    assert len(layout_of(sources.text).blocks) == len(sources.entries) == 3
    for index, entry in enumerate(sources.entries):
        assert with_values(sources, {index: Edit({"sha256": A}, {})}) == sources.text.replace(entry.sha256, A)


def test_what_means_nothing_is_refused_with_its_line(tmp_path: Path) -> None:
    text = f"""\
[[source]]
path = "../a.json"
sha256 = "{A[:-1]}"
retrieved = "yesterday"

[[source]]
sha256 = "{A}"
license = 7
file = "/home/me/a.json"

[source.parts]
"/etc/passwd" = "{A}"
"b.yaml" = 1
"""
    assert told(tmp_path, text) == (
        'specs/sources.toml:2:1: bad-source: "../a.json" is no path below the folder of this file.\n'
        f'specs/sources.toml:3:1: bad-source: "{A[:-1]}" is no sha256: that has 64 digits, 0 to 9 and a to f.\n'
        'specs/sources.toml:4:1: bad-source: "yesterday" is no date such as 2026-01-31.\n'
        'specs/sources.toml:6:1: bad-source: the source has no "path". Write it.\n'
        'specs/sources.toml:8:1: bad-source: "license" is not a text. Write it in quotes.\n'
        'specs/sources.toml:9:1: bad-source: "/home/me/a.json" is a path of one machine: '
        "write it relative to the folder of this file.\n"
        'specs/sources.toml:12:1: bad-source: "/etc/passwd" is no path below the folder of this file.\n'
        'specs/sources.toml:13:1: bad-source: "" is no sha256: that has 64 digits, 0 to 9 and a to f.\n'
    )


def test_a_file_is_pinned_once(tmp_path: Path) -> None:
    one = f'[[source]]\npath = "a.json"\nsha256 = "{A}"\n'
    two = f'[[source]]\npath = "b.json"\nsha256 = "{A}"\n[source.parts]\n"c.yaml" = "{A}"\n'
    assert told(tmp_path, one + one).startswith('specs/sources.toml:5:1: bad-source: "a.json" is pinned twice. ')
    assert told(tmp_path, two + one + f'[source.parts]\n"c.yaml" = "{B}"\n').startswith(
        "specs/sources.toml:10:1: bad-source"
    )
    shared = two + one + f'[source.parts]\n"c.yaml" = "{A}"\n'
    assert [entry.parts for entry in read(tmp_path, shared).entries] == [{"c.yaml": A}] * 2


@pytest.mark.parametrize("text", ["source = 1\n", "source = [1]\n", "[[source]\n", "a = \n"])
def test_what_is_no_list_of_sources_is_refused(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text).startswith("specs/sources.toml:1:")
