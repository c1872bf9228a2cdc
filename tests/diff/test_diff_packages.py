"""Whole projects: versions that come and go, the one at the top, what is not read, and names that a ledger keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from diff_projects import CONFIG, MANY, Document, commit, diff, document, git, ids, told, write

from specwright.cli import main

COLOR = {"type": "string"}
DANGLING = {"$ref": "#/components/schemas/Nothing"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def project(folder: Path, config: str = MANY, /, **versions: Document) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "specwright.toml").write_text(config)
    for name, each in versions.items():
        write(folder / "specs" / f"{name}.json", each)


def named(operation_id: str, found: Document | None = None) -> Document:
    found = found or document()
    found["paths"]["/items"]["get"]["operationId"] = operation_id
    return found


# versions


def test_a_new_version_is_new_and_takes_the_top_where_moving_to_it_breaks_nobody(here: Path) -> None:
    project(here / "old", v1=document())
    project(here / "new", v1=document(), v2=document(color=COLOR))
    found = {each["id"]: each for each in told("old", "new")["changes"]}
    assert {key: each["level"] for key, each in found.items()} == {
        "top-moved package": "additive",
        "version-added package v2": "additive",
    }
    assert found["top-moved package"]["sentence"] == (
        "The top of the package is the version v2 and no longer v1. Nothing that breaks lies between them."
    )


def test_a_preview_does_not_take_the_top(here: Path) -> None:
    project(here / "old", v1=document())
    project(here / "new", v1=document(), v2_beta=document(color=COLOR))
    assert ids("old", "new") == ["version-added package v2_beta"]


def test_a_version_in_the_place_of_the_only_one_is_compared_with_it(here: Path) -> None:
    project(here / "old", v1=document())
    project(here / "new", v2=document(color=COLOR))
    found = told("old", "new", "--level", "docs")["changes"]
    assert [(each["version"], each["id"]) for each in found] == [("v1 → v2", "property-added Item/color")]


def test_what_is_accepted_does_not_make_the_move_of_the_top_grave(here: Path) -> None:
    gone = document()
    del gone["components"]["schemas"]["Item"]["properties"]["name"]
    accept = '[[diff.accept]]\nid = "property-removed Item/name"\nreason = "Nobody reads it."\n'
    project(here / "old", v1=document())
    project(here / "new", v1=document(), v2=gone)
    assert told("old", "new")["counts"]["breaking"] == 1
    project(here / "new", MANY + accept)
    assert told("old", "new")["counts"]["breaking"] == 0


def test_the_number_of_the_new_side_is_told_beside_the_suggestion(here: Path) -> None:
    project(here / "old", CONFIG, shop=document())
    project(here / "new", CONFIG.replace("1.2.0", "1.3.0"), shop=document(color=COLOR))
    last = diff("old", "new")[1].splitlines()[-1]
    assert last.startswith("Suggests shop 1.3.0 after 1.2.0 (the new side says 1.3.0): 1 change, and none breaks: ")


# what is not read


def test_a_version_that_is_as_it_was_is_not_read(here: Path) -> None:
    broken = document(broken=DANGLING)
    turned = {key: broken[key] for key in reversed(broken)}
    project(here / "old", v1=broken, v2=document())
    project(here / "new", v1=turned, v2=document(color=COLOR))
    assert ids("old", "new") == ["property-added Item/color"]
    project(here / "new", v1=document(broken=DANGLING, color=COLOR))
    assert diff("old", "new")[0] == 1


def test_what_a_document_refers_to_is_looked_at_too(here: Path) -> None:
    for side, item in (("old", document()), ("new", document(color=COLOR))):
        api = document()
        api["components"]["schemas"]["Item"] = {"$ref": "parts/item.json"}
        project(here / side, CONFIG, shop=api)
        write(here / side / "specs" / "parts" / "item.json", item["components"]["schemas"]["Item"])
    assert ids("old", "new") == ["property-added Item/color"]


def test_what_the_configuration_says_of_pages_may_be_about_a_version_that_is_as_it_was(here: Path) -> None:
    paging = '[[sdk.paging]]\noperations = ["getOld"]\nkind = "none"\n'
    for side, new in (("old", named("getNew")), ("new", named("getNew", document(color=COLOR)))):
        project(here / side, MANY + paging, v1=named("getOld"), v2=new)
    assert ids("old", "new") == ["property-added Item/color"]


# the names ledger


def test_a_name_that_the_ledger_keeps_did_not_change(here: Path) -> None:
    renamed = "method-renamed GET /items"
    project(here, CONFIG, shop=named("items/list"))
    git("init", "-q")
    commit()
    write(here / "specs" / "shop.json", named("items/all"))
    assert renamed in [each["id"] for each in told()["changes"]]
    write(here / "specs" / "shop.json", named("items/list"))
    pin()
    commit()
    write(here / "specs" / "shop.json", named("items/all"))
    assert [each["id"] for each in told()["changes"]] == ["operation-id-changed GET /items"]
    write(here / "specs" / "shop.json", named("items/list"))
    ledger = here / "specwright.names.toml"
    keep = ledger.read_text()
    ledger.write_text(ledger.read_text().replace('"items.list"', '"items.every"'))
    assert renamed in [each["id"] for each in told()["changes"]]
    ledger.write_text(keep)
    write(here / "specs" / "shop.json", named("items/all"))
    commit()
    write(here / "specs" / "shop.json", named("items/all", document(color=COLOR)))
    assert [each["id"] for each in told()["changes"]] == ["property-added Item/color"]


def test_a_ledger_that_cannot_be_read_is_told(here: Path) -> None:
    project(here / "old", CONFIG, shop=document())
    project(here / "new", CONFIG, shop=document())
    (here / "new" / "specwright.names.toml").write_text("[")
    assert diff("old", "new")[2].startswith("new/specwright.names.toml:1:")


def pin() -> None:
    """Start a ledger, as the first run does."""
    assert CliRunner().invoke(main, ["names", "pin"], catch_exceptions=False).exit_code == 0
