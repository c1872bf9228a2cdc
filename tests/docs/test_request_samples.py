"""Commands of curl as a shell takes them apart, for every way in which a parameter, a key or a body travels."""

from __future__ import annotations

import os
import shlex
import subprocess
from functools import cache
from pathlib import Path

import pytest
from reading import docs_of, fences_of

from trees import ROOT

CASE = ROOT / "tests" / "cases" / "docs" / "requests"
VARIABLES = {
    "SHOP_IN_QUERY": "K", "SHOP_IN_COOKIE": "C", "SHOP_BASIC": "me:secret", "SHOP_H_EADER": "H",
    "SHOP_ACCESS_TOKEN": "T",
}  # fmt: skip


@cache
def pages() -> dict[str, str]:
    return docs_of(CASE)


def arguments(page: str, folder: Path) -> list[str]:
    """What curl is called with when a shell runs the sample."""
    (folder / "curl").write_text('#!/bin/sh\nfor each in "$@"; do printf "%s\\0" "$each"; done\n')
    (folder / "curl").chmod(0o755)
    command = fences_of(pages()[f"en/{page}.md"], "bash")[0]
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", **VARIABLES}
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split("\0")[:-1]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("keys/query", "--request GET --url 'https://shop.example/v1/in-query?key=K'"),
        ("keys/query-too", "--request GET --url 'https://shop.example/v1/in-query-too?q=a%24b%26c&key=K'"),
        ("keys/cookie", "--request GET --url https://shop.example/v1/in-cookie --cookie session=C"),
        ("keys/basic", "--request GET --url https://shop.example/v1/basic --user me:secret"),
        (
            "keys/certificate",
            (
                "--request GET --url https://shop.example/v1/certificate --header 'Authorization: Bearer T' "
                "--header 'X-$(id): H'"
            ),
        ),
        (
            "items/find",
            (
                "--request GET --url 'https://shop.example/v1/items/a%2Fb,c/;from=1;to=2?tag=x%20y&tag=z&one=x,y"
                "&filter%5Bsize%5D=2&json=%7B%22a%22%3A%20true%7D' --header 'X-Ids: 1,2' --cookie \"theme=it's\""
            ),
        ),
        (
            "bodies/form",
            (
                "--request POST --url https://shop.example/v1/form --data-urlencode 'name=a&b' --data-urlencode tags=x "
                "--data-urlencode tags=y"
            ),
        ),
        (
            "bodies/upload",
            "--request POST --url https://shop.example/v1/upload --form file=@file --form-string note=@home",
        ),
        (
            "bodies/raw",
            (
                "--request PUT --url https://shop.example/v1/raw --header 'Content-Type: application/octet-stream' "
                "--data-binary @file"
            ),
        ),
    ],
    ids=lambda value: value if "/" in value and " " not in value else "",
)
def test_a_shell_gives_curl_exactly_this(page: str, expected: str, tmp_path: Path) -> None:
    assert arguments(page, tmp_path) == shlex.split(expected)


def test_a_call_without_an_answer_is_not_printed() -> None:
    synchronous, asynchronous = fences_of(pages()["en/bodies/raw.md"], "python")
    assert "\n    client.bodies.raw(" in synchronous
    assert "\n        await client.bodies.raw(" in asynchronous
    assert "answer" not in synchronous + asynchronous


def test_a_page_says_how_each_media_type_is_chosen() -> None:
    pages = docs_of(ROOT / "tests" / "cases" / "generate" / "media-type-choices")
    added = pages["en/notes/add-note.md"]
    assert '\n`text/markdown`: `string` · `content_type="text/markdown"`\n' in added
    assert "\n`application/json`: `object`\n" in added
    assert '\n`text/csv`: `string` · `accept="text/csv"`\n' in pages["en/notes/export-notes.md"]


def test_a_stream_is_shown_item_by_item() -> None:
    pages = docs_of(ROOT / "tests" / "cases" / "generate" / "streams")
    synchronous, asynchronous = fences_of(pages["en/logs/tail.md"], "python")
    assert "    for item in client.logs.tail():\n        print(item)" in synchronous
    assert "        async for item in await client.logs.tail():\n            print(item)" in asynchronous
    assert "answer = client.events.watch()" in pages["en/events/watch.md"]


def test_a_parameter_that_is_the_whole_query_is_told() -> None:
    pages = docs_of(ROOT / "tests" / "cases" / "generate" / "parameters-further")
    assert "search" in pages["en/p/whole-query-as-json.md"].partition("## Query parameters")[2].partition("##")[0]
