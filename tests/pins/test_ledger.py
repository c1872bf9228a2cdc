"""The names ledger as its user meets it: what it holds, what it refuses, and what it follows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pinned import LEDGER, SPEC, edit, make_project, run

from specwright.pins import as_text, parse
from specwright.pins.writing import HEADER

SORT = "#/paths/~1items/get/parameters/query:sort/schema"
TEXT = "\n".join(
    (
        *HEADER,
        "",
        '[shop.operations."GET /items"]',
        'name = "items.list_items"',
        'id = "listItems"',
        'query.pageSize = "page_size"',
        'query.sort = "sort"',
        "",
        '[shop.models."#/components/schemas/Items"]',
        'name = "Items"',
        'properties.first-item = "first_item"',
        'properties.total = "total"',
        "",
        '[shop.models."#/paths/~1items/get/parameters/query:sort/schema"]',
        'name = "ItemsListItemsSort"',
        "",
    )
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose names are pinned, and whose output is up to date."""
    monkeypatch.chdir(make_project(tmp_path))
    assert run("names", "pin")[0] == 0
    assert run("generate")[0] == 0
    return tmp_path


def test_the_ledger_has_a_line_for_each_name_by_its_place(project: Path) -> None:
    assert (project / LEDGER).read_text() == TEXT


def test_a_run_without_a_ledger_starts_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_project(tmp_path))
    assert run("generate")[0] == 0
    assert not (tmp_path / LEDGER).exists()


def test_pinning_again_changes_nothing(project: Path) -> None:
    code, _, err = run("names", "pin")
    assert (code, err) == (0, f"{LEDGER} is there already; specwright generate adds what is new.\n")
    assert (project / LEDGER).read_text() == TEXT


def test_pinning_changes_no_byte_of_the_output_but_what_decided_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project(tmp_path))
    run("generate")
    run("names", "pin")
    assert run("generate")[2].startswith("output: 1 changed, ")


def test_a_new_name_is_drift_of_the_ledger_until_a_run_adds_it(project: Path) -> None:
    edit(project / "shop.yaml", "total: {type", "colour: {type: string}, total: {type")
    code, out, err = run("check")
    assert code == 1
    assert out.startswith(f"{LEDGER}: stale: names are new, or stand at another place\n--- {LEDGER} (as it is)\n")
    assert '\n+properties.colour = "colour"\n' in out
    assert err.startswith(f"{LEDGER} differs. Run `specwright generate`.\n")
    assert (project / LEDGER).read_text() == TEXT
    assert run("generate")[0] == 0
    added = TEXT.replace("properties.first-item", 'properties.colour = "colour"\nproperties.first-item')
    assert (project / LEDGER).read_text() == added
    assert run("check") == (0, "", "output is up to date.\n")


def test_a_run_that_fails_leaves_the_ledger_as_it_was(project: Path) -> None:
    edit(project / "shop.yaml", "total: {type", "colour: {type: string}, total: {type")
    (project / "output").rename(project / "elsewhere")
    (project / "output").write_text("not a folder")
    code, _, _ = run("generate")
    assert (code, (project / LEDGER).read_text()) == (1, TEXT)


def test_comments_and_what_a_person_wrote_stay(project: Path) -> None:
    edit(project / LEDGER, "[shop.operations", "# The first thing that everybody calls.\n[shop.operations")
    edit(project / LEDGER, 'query.sort = "sort"', '# Of all of them.\nquery.sort = "sort"  # up or "down" # yes')
    text = (project / LEDGER).read_text()
    edit(project / "shop.yaml", "total: {type", "colour: {type: string}, total: {type")
    assert run("generate")[0] == 0
    added = text.replace("properties.first-item", 'properties.colour = "colour"\nproperties.first-item')
    assert (project / LEDGER).read_text() == added


def test_a_changed_name_stops_the_run_and_says_why(project: Path) -> None:
    edit(project / "shop.yaml", "listItems", "fetchItems")
    written = (project / "output" / "manifest.json").read_text()
    code, out, err = run("generate")
    assert (code, out) == (1, "")
    assert err == (
        f"{LEDGER}:5:1: name-changed: GET /items is called items.list_items and would be items.fetch_items now: its "
        'operationId was "listItems" and it is "fetchItems". `specwright names keep items.list_items` keeps it; '
        "`specwright names accept items.list_items` takes the new name, and the old one is deprecated until the first "
        "release after 0.1.\n"
    )
    assert (project / "output" / "manifest.json").read_text() == written


def test_a_name_that_is_kept_stays_and_so_does_what_is_named_after_it(project: Path) -> None:
    edit(project / "shop.yaml", "listItems", "fetchItems")
    assert run("names", "keep", "items.list_items")[:2] == (0, "GET /items: items.list_items is kept.\n")
    assert run("generate")[0] == 0
    kept = TEXT.replace('name = "items.list_items"', 'name = { is = "items.list_items", kept = true }')
    assert (project / LEDGER).read_text() == kept.replace("listItems", "fetchItems")
    assert "def list_items(" in (project / "output/python/shop/src/shop/resources/items.py").read_text()


def test_a_name_that_is_accepted_takes_what_is_named_after_it_along(project: Path) -> None:
    edit(project / "shop.yaml", "listItems", "fetchItems")
    code, out, _ = run("names", "accept", "items.fetch_items", "--since", "0.2.0")
    assert (code, out.splitlines()) == (
        0,
        [
            "GET /items: items.list_items is items.fetch_items now; the old name is deprecated.",
            f"{SORT}: ItemsListItemsSort is ItemsFetchItemsSort now; the old name is deprecated.",
        ],
    )
    text = (project / LEDGER).read_text()
    assert (
        'name = { is = "items.fetch_items", was = ["items.list_items"], since = "0.2.0" }\nid = "fetchItems"\n' in text
    )
    assert 'name = { is = "ItemsFetchItemsSort", was = ["ItemsListItemsSort"], since = "0.2.0" }\n' in text
    assert run("generate")[0] == 0


def test_an_operation_that_moves_keeps_its_name_and_its_lines(project: Path) -> None:
    edit(project / LEDGER, 'query.sort = "sort"', 'query.sort = { is = "order", kept = true }')
    edit(project / "shop.yaml", "  /items:", "  /v2/items:")
    code, _, err = run("generate")
    assert (code, "name-" in err) == (0, False)
    moved = TEXT.replace("GET /items", "GET /v2/items").replace("~1items", "~1v2~1items")
    assert (project / LEDGER).read_text() == moved.replace('= "sort"', '= { is = "order", kept = true }')
    assert (
        "order: models.ItemsListItemsSort" in (project / "output/python/shop/src/shop/resources/items.py").read_text()
    )


def rename_items(project: Path) -> None:
    spec = (project / "shop.yaml").read_text()
    spec = spec.replace("schemas/Items", "schemas/Goods").replace("    Items:", "    Goods:")
    (project / "shop.yaml").write_text(spec)


def test_a_component_that_is_renamed_is_the_same_type_under_another_name(project: Path) -> None:
    edit(project / "shop.yaml", "total: {type: integer}", "total: {type: integer}, size: {enum: [small, big]}")
    assert run("generate")[0] == 0
    rename_items(project)
    code, _, err = run("generate")
    told = [line.partition(": name-changed: ")[2].partition(".")[0] for line in err.splitlines()]
    stood, size = "it stood at #/components/schemas/Items", "/properties/size"
    whole = f"#/components/schemas/Goods is called Items and would be Goods now: {stood}"
    inside = f"#/components/schemas/Goods{size} is called ItemsSize and would be GoodsSize now: {stood}{size}"
    assert (code, told) == (1, [whole, inside])
    assert run("names", "accept")[0] == 0
    assert run("generate")[0] == 0
    assert 'name = { is = "Goods", was = ["Items"], since = "0.1.0" }' in (project / LEDGER).read_text()


def test_of_two_types_with_the_same_properties_none_is_taken_for_the_other(project: Path) -> None:
    edit(
        project / "shop.yaml",
        "    Items:",
        "    Things: {type: object, properties: {first-item: {}, total: {}}}\n    Items:",
    )
    edit(
        project / "shop.yaml",
        "responses:",
        "requestBody: {content: {text/x: {schema: {$ref: '#/components/schemas/Things'}}}}\n      responses:",
    )
    rename_items(project)
    edit(project / "shop.yaml", "Things", "Stuff")
    code, _, err = run("generate")
    assert (code, "name-changed" in err, "name-gone" in err) == (0, False, True)


def test_a_property_that_changes_its_spelling_keeps_its_name(project: Path) -> None:
    edit(project / "shop.yaml", "first-item", "firstItem")
    assert "name-" not in run("generate")[2]
    assert (project / LEDGER).read_text() == TEXT.replace("first-item", "firstItem")


def test_what_is_gone_is_told_once_and_pruned_on_demand(project: Path) -> None:
    edit(project / "shop.yaml", "first-item: {type: string}, total: {type: integer}", "other: {type: string}")
    edit(project / "shop.yaml", "        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}\n", "")
    code, _, err = run("generate")
    gone = [line for line in err.splitlines() if "name-gone" in line]
    prune = "If this is meant, `specwright names prune` takes the lines away."
    assert code == 0
    assert gone == [
        f"{LEDGER}:8:1: warning: name-gone: gone from GET /items: sort. {prune}",
        f"{LEDGER}:12:1: warning: name-gone: gone from #/components/schemas/Items: first_item, total. {prune}",
        f"{LEDGER}:16:1: warning: name-gone: {SORT} is gone, and with it ItemsListItemsSort. {prune}",
    ]
    assert run("names", "prune")[0] == 0
    assert run("names", "prune") == (0, "", "there is nothing to do.\n")
    assert "name-gone" not in run("lint")[1]
    assert "query.sort" not in (project / LEDGER).read_text()


def test_the_ledger_reads_what_it_writes() -> None:
    assert as_text(parse(TEXT)) == TEXT


def test_names_shows_whole_things_and_all_that_a_pattern_means(project: Path) -> None:
    whole = (
        "shop\n"
        "  items.list_items: GET /items\n"
        "  Items: #/components/schemas/Items\n"
        "  ItemsListItemsSort: #/paths/~1items/get/parameters/query:sort/schema\n"
    )
    assert run("names") == (0, whole, "")
    parts = 'shop\n  Items.first_item: property "first-item" of #/components/schemas/Items\n'
    assert run("names", "show", "Items.first*") == (0, parts, "")
    assert run("names", "show", "Nothing") == (1, "", "no such name: Nothing. `specwright names` lists them.\n")
    near = 'no such name: items.listitems. Did you mean "items.list_items"?\n'
    for word in ("show", "accept", "keep"):
        assert run("names", word, "items.listitems") == (1, "", near)


def test_a_configuration_that_is_named_before_a_subcommand_is_the_one_that_is_meant(project: Path) -> None:
    edit(make_project(project / "other") / "specwright.toml", '"shop"', '"other"')
    for words in (("show",), ("--config", "other/specwright.toml", "show")):
        assert run("names", *words)[1].partition("\n")[0] == ("other" if "--config" in words else "shop")
    assert run("names", "--config", "none.toml", "show")[0] == 2
    both = ("names", "--config", "none.toml", "show", "--config", "other/specwright.toml")
    assert run(*both)[1].partition("\n")[0] == "other"


def test_documents_alone_have_no_ledger(project: Path) -> None:
    assert (project / "shop.yaml").read_text() == SPEC
    edit(project / "shop.yaml", "listItems", "fetchItems")
    assert run("generate", "shop.yaml", "-o", "other")[0] == 0


def test_the_reason_is_told_where_another_operation_would_have_the_same_name(project: Path) -> None:
    edit(project / "shop.yaml", "      operationId: listItems\n      tags: [items]\n", "")
    assert run("names", "accept", "items.list_items")[0] == 0
    assert run("generate")[0] == 0
    edit(project / "shop.yaml", "paths:\n", "paths:\n  /v2/items: {get: {responses: {'204': {description: No.}}}}\n")
    _, out, _ = run("lint")
    assert "GET /items is called items.list and would be items.get_list_" in out
    assert " now, as GET /v2/items would have the same name. " in out


def test_an_alias_gives_way_to_what_is_called_so_now(project: Path) -> None:
    edit(project / "shop.yaml", "listItems", "fetchItems")
    other = (
        "paths:\n  /others: {get: {operationId: listItems, tags: [items], responses: {'204': {description: No.}}}}\n"
    )
    edit(project / "shop.yaml", "paths:\n", other)
    code, out, _ = run("names", "accept", "GET /items")
    assert (code, out.splitlines()[0]) == (
        0,
        "GET /items: items.list_items is items.fetch_items now; the old name is gone.",
    )
    assert run("generate")[0] == 0
    assert 'name = "items.list_items"' in (project / LEDGER).read_text()
    assert 'name = "items.fetch_items"' in (project / LEDGER).read_text()


def test_names_as_json(project: Path) -> None:
    assert json.loads(run("names", "show", "Items.total", "--format", "json")[1]) == [
        {
            "sdk": "shop",
            "version": "",
            "kind": "models",
            "place": "#/components/schemas/Items",
            "part": ["properties", "total"],
            "full": "Items.total",
            "name": "total",
            "rule": "total",
            "state": "pinned",
            "was": [],
            "since": "",
        }
    ]


def test_accepting_for_the_version_that_is_configured_says_so(project: Path) -> None:
    edit(project / "shop.yaml", "listItems", "fetchItems")
    assert run("names", "accept")[2] == (
        f"{LEDGER} has changed. Run `specwright generate`. The old names belong to the version in the configuration; "
        "if that is out, give --since.\n"
    )


def test_a_release_that_is_none_is_wrong_usage(project: Path) -> None:
    code, _, err = run("names", "accept", "--since", "soon")
    assert (code, err.splitlines()[-1]) == (2, "Error: soon is no release, such as 1.2.0.")


def test_the_names_of_the_only_version_go_with_it_when_another_one_comes(project: Path) -> None:
    edit(project / LEDGER, 'query.sort = "sort"', 'query.sort = { is = "order", kept = true }')
    edit(project / "specwright.toml", '"shop.yaml"', '"{version}/shop.yaml"')
    for version in ("v1", "v2"):
        (project / version).mkdir()
        (project / version / "shop.yaml").write_text(SPEC)
    edit(project / "v1" / "shop.yaml", "/items:", "/old:")
    code, _, err = run("generate")
    assert (code, "name-" in err) == (0, False)
    text = (project / LEDGER).read_text()
    assert '[shop.v2.operations."GET /items"]\n' in text
    assert text.count("kept = true") == 1
    assert '[shop.v1.operations."GET /old"]\n' in text
    assert "[shop.operations" not in text
    edit(project / "specwright.toml", '"{version}/shop.yaml"', '"v2/shop.yaml"')
    assert run("generate")[0] == 0
    assert '[shop.operations."GET /items"]\n' in (project / LEDGER).read_text()


SCHEMES = "  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\n"


def test_the_argument_of_a_scheme_is_pinned_and_can_only_be_accepted(project: Path) -> None:
    edit(project / "shop.yaml", "components:\n", f"components:\n{SCHEMES}")
    assert run("generate")[0] == 0
    assert '[shop.schemes.key]\nname = "key"\n' in (project / LEDGER).read_text()
    edit(project / "shop.yaml", "type: apiKey, in: header, name: X-Key", "type: http, scheme: bearer")
    assert (
        "scheme key is called key and would be access_token now. `specwright names accept key` takes" in run("lint")[1]
    )
    assert run("names", "keep", "key") == (
        1,
        "",
        "key: there is nothing that this could be done to; `specwright names show key` tells how it stands.\n",
    )
    assert run("names", "accept", "key")[:2] == (0, "scheme key: key is access_token now; the old name is gone.\n")
    assert run("generate")[0] == 0


def test_the_properties_of_parts_stand_at_the_object_that_they_make(project: Path) -> None:
    whole = "Items: {type: object, properties: {first-item: {type: string}, total: {type: integer}}}"
    parts = "[{$ref: '#/components/schemas/Base'}, {allOf: [{properties: {first-item: {type: string}}}]}]"
    base = "Base: {type: object, properties: {total: {type: integer}}}"
    edit(project / "shop.yaml", whole, f"Items: {{allOf: {parts}}}\n    {base}")
    (project / LEDGER).unlink()
    assert run("names", "pin")[0] == 0
    text = (project / LEDGER).read_text()
    assert '[shop.models."#/components/schemas/Base"]\nname = "Base"\nproperties.total = "total"\n' in text
    items = '[shop.models."#/components/schemas/Items"]\nname = "Items"\nproperties.first-item = "first_item"\n\n'
    assert items in text
    assert "allOf" not in text
