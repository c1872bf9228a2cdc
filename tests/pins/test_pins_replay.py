"""A vendor renames an operation: the run stops, the new name is accepted, the old one works for a release and goes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pinned import LEDGER, edit, make_project, run

CALL = """\
import warnings
from shop import Client
warnings.simplefilter("always")
client = Client(base_url="http://localhost:1")
print(client.build_request(client.items.{name}, {argument}=5).url)
"""
SORT = "#/paths/~1items/get/parameters/query:sort/schema"
ITEMS = "output/python/shop/src/shop/resources/items.py"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose names are pinned and released as 0.1.0."""
    monkeypatch.chdir(make_project(tmp_path))
    assert run("names", "pin")[0] == 0
    assert run("generate")[0] == 0
    return tmp_path


def called(project: Path, name: str, argument: str) -> tuple[str, str]:
    """What a user's program prints, on stdout and on stderr."""
    program = project / "program.py"
    program.write_text(CALL.format(name=name, argument=argument))
    source = project / "output/python/shop/src"
    done = subprocess.run(
        [sys.executable, program.name],
        cwd=project,
        env={"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.stderr


def test_a_vendor_renames_an_operation(project: Path) -> None:
    first = ("http://localhost:1/items?pageSize=5\n", "")
    assert called(project, "list_items", "page_size") == first

    edit(project / "shop.yaml", "listItems", "fetchItems")
    code, _, err = run("generate")
    assert (code, "name-changed" in err) == (1, True)
    assert called(project, "list_items", "page_size") == first

    edit(project / "specwright.toml", "0.1.0", "0.2.0")
    assert run("names", "accept")[0] == 0
    assert run("check")[0] == 1
    assert run("generate")[0] == 0
    assert run("check")[0] == 0
    assert called(project, "fetch_items", "page_size") == first
    out, err = called(project, "list_items", "page_size")
    assert out == first[0]
    assert err.splitlines()[0] == (
        f"{project / 'program.py'}:5: DeprecationWarning: items.list_items is items.fetch_items now; "
        "the old name goes with the first release after 0.2"
    )

    edit(project / "specwright.toml", "0.2.0", "0.2.1")
    assert run("generate")[0] == 0
    assert "list_items" in (project / ITEMS).read_text()

    edit(project / "specwright.toml", "0.2.1", "0.3.0")
    assert run("generate")[0] == 0
    assert "list_items" not in (project / ITEMS).read_text()
    assert not (project / "output/python/shop/src/shop/_runtime/former.py").exists()
    assert "list_items" in (project / LEDGER).read_text()
    code, out, _ = run("names", "prune")
    assert (code, out.splitlines()) == (
        0,
        [
            "GET /items: items.list_items is no longer there beside items.fetch_items.",
            f"{SORT}: ItemsListItemsSort is no longer there beside ItemsFetchItemsSort.",
        ],
    )
    assert "list_items" not in (project / LEDGER).read_text()
    assert run("generate")[2].startswith("output: 1 changed, ")
    assert run("check")[0] == 0


def test_a_name_of_ones_own_is_taken_and_an_argument_of_before_goes_with_it(project: Path) -> None:
    edit(
        project / LEDGER,
        'query.pageSize = "page_size"',
        'query.pageSize = { is = "size", kept = true, was = ["page_size"], since = "0.1.0" }',
    )
    assert run("generate")[0] == 0
    assert called(project, "list_items", "size") == ("http://localhost:1/items?pageSize=5\n", "")
    out, err = called(project, "list_items", "page_size")
    assert out == "http://localhost:1/items?pageSize=5\n"
    assert "program.py:5: DeprecationWarning: the argument page_size is size now; the old name goes with" in err


def test_an_alias_counts_for_no_operation(project: Path) -> None:
    """The ledger of constructs counts methods that send something, and a name of before is none."""
    edit(project / "shop.yaml", "listItems", "fetchItems")
    run("names", "accept")
    assert run("generate")[2].splitlines()[-1].startswith("output: ")
    assert (project / ITEMS).read_text().count("self._client.call(") == 2


def test_pages_tell_of_names_that_still_work(project: Path) -> None:
    edit(project / "shop.yaml", "listItems", "fetchItems")
    edit(project / LEDGER, '= "page_size"', '= { is = "size", kept = true, was = ["page_size"], since = "0.1.0" }')
    assert run("names", "accept")[0] == 0
    assert run("generate")[0] == 0
    [page] = (project / "output/docs/en").rglob("*fetch*.md")
    assert (
        "Renamed; the old name still works:\n\n"
        "- `client.items.list_items` → `client.items.fetch_items` (0.1.0)\n"
        "- `page_size` → `size` (0.1.0)\n"
    ) in page.read_text()
