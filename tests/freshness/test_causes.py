"""A check says of each file why just this one differs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import pytest

from freshness.projects import run
from specwright import templates
from specwright.cache import Cache
from specwright.config import ad_hoc, read_config
from specwright.emit import Inputs
from specwright.grounds import Explanation, Grounds
from specwright.pipeline import Outcome, generate
from trees import ROOT, tree_of

CONFIG = """\
[[sdk]]
name = "shop"
title = "Shop"
specs = ["specs/{version}/shop.yaml"]
locales = ["en", "de"]
"""
ITEM = """\
    Item:
      type: object
      description: A thing for sale.
      properties: {name: {type: string}, maker: {$ref: '#/components/schemas/Maker'}}
    Maker: {type: object, description: Who made it., properties: {name: {type: string}}}
    Order: {type: object, description: What was bought., required: [number], properties: {number: {type: integer}}}
"""
SPEC = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /items:
    get:
      summary: All items
      responses:
        '200': {description: Them., content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
    delete: {summary: No items, responses: {'204': {description: Gone.}}}
  /orders:
    post:
      summary: Buy
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'204': {description: Bought.}}
components:
  schemas:
""" + ITEM  # fmt: skip
OVERLAY = """\
overlay: 1.0.0
info: {title: Mended, version: '1'}
actions:
  - target: $.paths['/orders'].post
    description: Say it better.
    update: {summary: Buy things}
  - target: $.paths['/items'].get
    description: Say this better too.
    update: {description: Every single one.}
"""
V1, V2 = "specs/v1/shop.yaml", "specs/v2/shop.yaml"
SOURCE = "python/shop/src/shop"
RESOURCES = f"{SOURCE}/v1/resources"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions of an API, one with an overlay, in two languages; the output is up to date."""
    for version, spec in (("v1", SPEC), ("v2", SPEC.replace("'1'", "'2'").replace("for sale", "to buy"))):
        (tmp_path / "specs" / version).mkdir(parents=True)
        (tmp_path / "specs" / version / "shop.yaml").write_text(spec)
    (tmp_path / "specs" / "v1" / "shop.overlay.yaml").write_text(OVERLAY)
    (tmp_path / "specwright.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    assert run("i18n", "update")[0] == 0
    assert run("generate")[0] == 0
    return tmp_path


def causes() -> dict[str, str]:
    """What the check says of each file, its kind and its causes."""
    out = run("check")[1]
    lines = [line for line in out.splitlines() if line.startswith("output/")]
    return {path.removeprefix("output/"): cause for path, _, cause in (line.partition(": ") for line in lines)}


def edit(file: str, old: str, new: str) -> None:
    text = Path(file).read_text()
    assert old in text
    Path(file).write_text(text.replace(old, new, 1))


def test_a_reworded_operation_is_the_cause_of_what_shows_it(project: Path) -> None:
    edit(V1, "summary: All items", "summary: Each item")
    found = causes()
    assert found.pop("manifest.json") == f"stale: spec {V1} changed"
    assert set(found.values()) == {f"stale: {V1}:5:5: /paths/~1items/get changed"}
    assert {f"{RESOURCES}/items.py", "docs/en/v1/items/list.md", "docs/de/v1/index.md", "docs/llms.txt"} <= set(found)


def test_each_file_has_the_causes_of_its_own(project: Path) -> None:
    edit(V1, "summary: No items", "summary: Nothing")
    edit(V1, "What was bought.", "What is bought.")
    edit(V2, "Who made it.", "Its maker.")
    edit("specwright.toml", 'title = "Shop"', 'title = "The shop"')
    edit("specs/locales/de/shop.po", 'msgid "Buy things"\nmsgstr ""', 'msgid "Buy things"\nmsgstr "Kaufen"')
    found = causes()
    delete, order = f"{V1}:9:5: /paths/~1items/delete changed", f"{V1}:22:5: /components/schemas/Order changed"
    maker, title = f"{V2}:21:5: /components/schemas/Maker changed", "specwright.toml:3:1: config shop.title changed"
    german = "catalogue specs/locales/de/shop.po changed"
    assert found[f"{RESOURCES}/items.py"] == f"stale: one or more of: {title}; {delete}"
    assert found["docs/en/v1/orders/create.md"] == f"stale: one or more of: {title}; {order}"
    assert found["docs/de/v1/orders/create.md"] == f"stale: one or more of: {german}; {title}; {order}"
    assert found["docs/en/v2/items/list.md"] == f"stale: one or more of: {title}; {maker}"
    assert "docs/en/v2/orders/create.md" not in found
    assert not [path for path, told in found.items() if "/v1/" in path and maker in told and "_models" not in path]


def test_a_part_that_two_files_show_and_one_that_one_does(project: Path) -> None:
    edit(V1, "Who made it.", "Its maker.")
    found = causes()
    assert "docs/en/v1/items/list.md" in found
    assert not {"docs/en/v1/items/delete-all.md", "docs/en/v1/orders/create.md", "docs/en/v1/index.md"} & set(found)
    found.pop("manifest.json")
    assert set(found.values()) == {f"stale: {V1}:21:5: /components/schemas/Maker changed"}


def test_an_operation_that_is_gone_is_told_where_it_was(project: Path) -> None:
    edit(V1, "    delete: {summary: No items, responses: {'204': {description: Gone.}}}\n", "")
    edit(V1, "What was bought.", "What is bought.")
    found = causes()
    gone = f"{V1}:4:3: /paths/~1items/delete removed"
    assert found["docs/en/v1/items/delete-all.md"] == found[f"{RESOURCES}/items.py"] == f"stale: {gone}"
    assert found["docs/en/v1/orders/create.md"] == f"stale: {V1}:21:5: /components/schemas/Order changed"
    assert found["docs/en/v1/index.md"] == f"stale: {gone}"
    assert gone in found["docs/en/v2/items/delete-all.md"], "its page links to that of the other version"


def test_of_several_operations_that_are_gone_each_file_names_its_own(project: Path) -> None:
    gone = "    delete: {summary: Cancel, responses: {'204': {description: Gone.}}}\n"
    edit(V1, "  /orders:\n", f"  /orders:\n{gone}")
    assert run("generate")[0] == 0
    edit(V1, gone, "")
    edit(V1, "    delete: {summary: No items, responses: {'204': {description: Gone.}}}\n", "")
    found = causes()
    assert found[f"{RESOURCES}/items.py"] == f"stale: {V1}:4:3: /paths/~1items/delete removed"
    assert found[f"{RESOURCES}/orders.py"] == f"stale: {V1}:9:3: /paths/~1orders/delete removed"


def test_an_operation_that_is_new(project: Path) -> None:
    edit(V1, "  /orders:\n", "  /orders:\n    delete: {summary: Cancel, responses: {'204': {description: Gone.}}}\n")
    found = causes()
    new = f"{V1}:11:5: /paths/~1orders/delete added"
    assert found["docs/en/v1/orders/delete-all.md"] == f"missing: {new}"
    assert found[f"{RESOURCES}/orders.py"] == f"stale: {new}"
    assert f"{RESOURCES}/items.py" not in found


def test_an_overlay_is_the_cause_of_what_it_mends(project: Path) -> None:
    edit("specs/v1/shop.overlay.yaml", "Every single one.", "Each single one.")
    found = causes()
    assert found.pop("manifest.json") == "stale: overlay specs/v1/shop.overlay.yaml changed"
    assert set(found.values()) == {"stale: specs/v1/shop.overlay.yaml:7:5: /actions/1 changed"}
    assert {f"{RESOURCES}/items.py", "docs/en/v1/items/list.md"} <= set(found)
    assert f"{RESOURCES}/orders.py" not in found
    Path("specs/v1/shop.overlay.yaml").unlink()
    found = causes()
    assert found[f"{RESOURCES}/orders.py"] == "stale: overlay specs/v1/shop.overlay.yaml removed"


def test_an_action_that_is_gone(project: Path) -> None:
    text = Path("specs/v1/shop.overlay.yaml").read_text()
    Path("specs/v1/shop.overlay.yaml").write_text(text[: text.index("  - target: $.paths['/items']")])
    found = causes()
    assert found["docs/en/v1/items/list.md"] == "stale: overlay specs/v1/shop.overlay.yaml: an action removed"
    assert "docs/en/v1/orders/create.md" not in found


def test_a_file_that_is_referred_to_has_parts_too(project: Path) -> None:
    (project / "specs" / "parts.yaml").write_text(
        "Order: {type: object, description: Bought.}\nOther: {type: object}\n"
    )
    edit(V1, "$ref: '#/components/schemas/Order'", "$ref: '../parts.yaml#/Order'")
    assert run("generate")[0] == 0
    edit("specs/parts.yaml", "Bought.", "Sold.")
    found = causes()
    assert found == {
        "manifest.json": "stale: reference specs/parts.yaml changed",
        f"{SOURCE}/v1/_models.py": "stale: specs/parts.yaml:1:1: /Order changed",
    }


def test_a_version_that_comes_and_goes(project: Path) -> None:
    (project / "specs" / "v3").mkdir()
    (project / "specs" / "v3" / "shop.yaml").write_text(SPEC.replace("'1'", "'3'"))
    found = causes()
    assert found["docs/en/v3/index.md"] == "missing: spec specs/v3/shop.yaml added"
    assert found[f"{SOURCE}/__init__.py"] == "stale: spec specs/v3/shop.yaml added"
    assert run("generate")[0] == 0
    (project / "specs" / "v3" / "shop.yaml").unlink()
    assert causes()["docs/en/v3/index.md"] == "stale: spec specs/v3/shop.yaml removed"


def test_a_language_touches_pages_alone(project: Path) -> None:
    edit("specwright.toml", '"de"', '"ja"')
    found = causes()
    setting = "specwright.toml:5:1: config shop.locales changed"
    assert found["docs/ja/v1/index.md"] == f"missing: {setting}"
    assert setting in found["docs/de/v1/index.md"]
    assert not [path for path in found if path.startswith("python/")]


def test_a_tool_is_the_cause_where_it_had_a_hand(project: Path) -> None:
    manifest = project / "output" / "manifest.json"
    tree = json.loads(manifest.read_text())
    tree["inputs"] |= {"tool ruff": "0.1.0", "tool babel": "1.0"}
    stale = [f"{RESOURCES}/items.py", "docs/en/v1/index.md", "python/shop/pyproject.toml", "docs/llms.txt"]
    for path in stale:
        (project / "output" / path).write_text("as another version wrote it\n")
        tree["files"][path] = sha256(b"as another version wrote it\n").hexdigest()
    manifest.write_text(json.dumps(tree, indent=2, ensure_ascii=False) + "\n")
    found = causes()
    ruff, babel = f"tool ruff 0.1.0 -> {version('ruff')}", f"tool babel 1.0 -> {version('babel')}"
    assert found[f"{RESOURCES}/items.py"] == f"stale: {ruff}"
    assert found["docs/en/v1/index.md"] == f"stale: one or more of: {babel}; {ruff}"


def version(tool: str) -> str:
    return metadata.version(tool)


def test_what_somebody_did_by_hand(project: Path) -> None:
    items, page = project / "output" / RESOURCES / "items.py", project / "output" / "docs/en/v1/index.md"
    items.write_text(items.read_text() + "# mine\n")
    page.unlink()
    items.with_name("mine.py").write_text("")
    edit(V1, "summary: Buy", "summary: Take")
    found = causes()
    assert found[f"{RESOURCES}/items.py"] == "edited: changed by hand since it was written"
    assert found["docs/en/v1/index.md"] == "missing: removed since it was written"
    assert found[f"{RESOURCES}/mine.py"] == "foreign: not written by specwright, in a folder of the output"
    edit(V1, "summary: No items", "summary: None")
    told = "edited: changed by hand since it was written; specs/v1/shop.yaml:9:5: /paths/~1items/delete changed"
    assert causes()[f"{RESOURCES}/items.py"] == told


def test_a_run_of_one_target_says_so(project: Path) -> None:
    edit(V1, "summary: No items", "summary: None")
    assert run("generate", "--target", "docs")[0] == 0
    assert run("check", "--target", "docs")[0] == 0
    found = causes()
    assert set(found.values()) == {"stale: the last run wrote docs alone"}
    assert {f"{RESOURCES}/items.py", f"{SOURCE}/v1/client.py"} & set(found) == {f"{RESOURCES}/items.py"}


def test_programs_get_causes_as_data(project: Path) -> None:
    edit(V1, "Who made it.", "Its maker.")
    edit("specwright.toml", 'title = "Shop"', 'title = "The shop"')
    listed = {each["file"]: each for each in json.loads(run("check", "--format", "json")[1])}
    page = listed["output/docs/en/v1/items/list.md"]
    assert (page["kind"], page["certain"]) == ("stale", False)
    assert page["causes"] == [
        {
            "kind": "config", "message": "config shop.title changed",
            "file": "specwright.toml", "pointer": "", "line": 3, "column": 1,
        },
        {
            "kind": "spec", "message": "/components/schemas/Maker changed",
            "file": V1, "pointer": "/components/schemas/Maker", "line": 21, "column": 5,
        },
    ]  # fmt: skip
    assert "-| Who made it." in page["diff"] or "Who made it." in page["diff"]
    assert run("generate")[0] == 0
    assert run("check", "--format", "json")[::2] == (0, "output is up to date.\n")
    assert json.loads(run("check", "--format", "json")[1]) == []


def test_programs_hear_of_an_output_that_is_not_there(project: Path) -> None:
    code, out, _ = run("check", "-o", "nowhere", "--format", "json")
    listed = json.loads(out)
    assert (code, {each["kind"] for each in listed}) == (1, {"missing"})
    assert {each["causes"][0]["message"] for each in listed} == {"no manifest tells of an earlier run"}
    assert run("check", "-o", "nowhere", "--format", "github")[1] == ""


def test_a_review_is_told_at_the_source(project: Path) -> None:
    edit(V1, "summary: No items", "summary: None")
    mine = project / "output" / RESOURCES / "orders.py"
    mine.write_text("mine\n")
    lines = run("check", "--format", "github")[1].splitlines()
    assert lines[-1] == (
        f"::error file=output/{RESOURCES}/orders.py,title=edited::"
        "changed by hand since it was written. Run `specwright generate`."
    )
    assert lines[0].startswith(
        f"::error file={V1},line=9,col=5,title=stale::/paths/~1items/delete changed, and output/"
    )
    assert lines[0].endswith(" more differ. Run `specwright generate`.")
    assert len(lines) == 2
    assert run("generate")[0] == 0
    assert run("check", "--format", "github")[1] == ""


REORDERED = SPEC.replace(
    "{type: object, description: What was bought., required", "{description: What was bought., type: object, required"
)


def test_an_order_that_means_nothing_changes_no_byte_of_the_manifest(project: Path) -> None:
    before = tree_of(project / "output")
    assert REORDERED != SPEC
    Path(V1).write_text(REORDERED)
    assert run("check")[:2] == (0, "")
    assert run("generate", "--no-cache")[0] == 0
    assert tree_of(project / "output") == before


def test_the_detail_of_a_manifest_may_be_missing_or_damaged(project: Path) -> None:
    manifest = project / "output" / "manifest.json"
    tree = json.loads(manifest.read_text())
    for name, value in (("parts", 1), ("parts", {"a": 1, V1: {"/info": 2}}), ("stands", [1])):
        manifest.write_text(json.dumps({**tree, name: value}, indent=2, ensure_ascii=False) + "\n")
        assert causes() == {"manifest.json": "edited: changed by hand since it was written"}
    del tree["parts"], tree["stands"]
    manifest.write_text(json.dumps(tree, indent=2, ensure_ascii=False) + "\n")
    edit(V1, "summary: No items", "summary: None")
    assert set(causes().values()) == {f"stale: spec {V1} changed"}


def test_a_manifest_says_little_beside_the_output() -> None:
    size = (ROOT / "output" / "manifest.json").stat().st_size
    tree = json.loads((ROOT / "output" / "manifest.json").read_text())
    assert {"parts", "stands"} <= tree.keys()
    assert size < 0.05 * sum(len(content) for content in tree_of(ROOT / "output").values())


# Templates: each is changed in turn, and whatever differs must stand on it.

SPOTS = {
    "python/_class.jinja": ('"""{{ child.doc', '"""Changed. {{ child.doc'),
    "python/_operation.jinja": ('", required=True" if', '", required=bool(1)" if'),
    "python/former_decorator.py.jinja": ("@_former_properties(", "@_former_properties(  # changed"),
    "python/former_properties.py.jinja": ("**data: object", "**values: object"),
    "python/_server.jinja": ("with its parts", "with all its parts"),
    "python/_webhook.jinja": ('"""{{ each.doc', '"""Changed. {{ each.doc'),
    "docs/_access.jinja": ('## {{ _("Required scopes")', '## Changed {{ _("Required scopes")'),
    "docs/_page.jinja": ("{{ title }}:", "{{ title }} changed:"),
    "docs/_table.jinja": ('| {{ _("Name") }}', '| Changed {{ _("Name") }}'),
    "python/runtime/__init__.py": ('    "AsyncItemStream",\n', ""),
    "python/runtime/webhooks.py": ('    "UNVERIFIED",\n', ""),
}
ENDS = {"toml": "\n# Changed\n", "md": "\nChanged\n", "py": "\nCHANGED = 1\n", "po": '\nmsgid "x"\nmsgstr "y"\n'}


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Templates that may be changed, taken in place of ours."""
    place = tmp_path / "copy" / "generator" / "specwright" / "templates.py"
    shutil.copytree(ROOT / "templates", tmp_path / "copy" / "templates")
    place.parent.mkdir(parents=True)
    monkeypatch.setattr(templates, "__file__", str(place))
    forget()
    yield tmp_path / "copy" / "templates"
    monkeypatch.undo()
    forget()


def forget() -> None:
    templates.template_root.cache_clear()
    templates._environment.cache_clear()


@pytest.fixture
def everything(tmp_path: Path) -> Callable[[], Outcome]:
    """A run that uses every template: servers with parts, webhooks, callbacks, scopes, versions, former names."""
    cases = ROOT / "tests" / "cases" / "generate"
    (tmp_path / "specs").mkdir()
    shutil.copytree(ROOT / "specs", tmp_path / "specs", dirs_exist_ok=True)
    config = (ROOT / "specwright.toml").read_text().replace('"en", "ja", "de", "pt-BR"', '"en", "de"')
    (tmp_path / "specwright.toml").write_text(config)
    cache = Cache(tmp_path / "kept")
    own = read_config(tmp_path / "specwright.toml")
    found = [next((cases / name).glob("spec.*")) for name in ("servers-with-variables", "webhooks-31")]
    configured = (read_config(cases / name / "specwright.toml") for name in ("changelog", "names-former"))
    others = [*(ad_hoc((spec,), None, spec.parent.name) for spec in found), *configured]

    def made() -> Outcome:
        outcomes = [generate(each, cache=cache) for each in (own, *others)]
        files = {f"{at}/{path}": each for at, one in enumerate(outcomes) for path, each in one.files.items()}
        stands = {f"{at}/{path}": each for at, one in enumerate(outcomes) for path, each in one.grounds.stands.items()}
        return Outcome(files, outcomes[0].ledger, (), (), None, Grounds({}, stands))

    return made


@pytest.mark.long
def test_what_a_template_changes_stands_on_it(copied: Path, everything: Callable[[], Outcome]) -> None:
    before = everything()
    names = sorted(path.relative_to(copied).as_posix() for path in copied.rglob("*.jinja") if "site/" not in str(path))
    wrong: dict[str, list[str]] = {}
    for name in [*names, *(name for name in SPOTS if name not in names)]:
        text = (copied / name).read_text()
        old, new = SPOTS.get(name, ("", ""))
        end = ENDS[name.removesuffix(".jinja").rpartition(".")[2]] if not old else ""
        assert old in text, name
        (copied / name).write_text(text.replace(old, new, 1) + end)
        forget()
        after = everything()
        differing = [
            path for path in {**before.files, **after.files} if before.files.get(path) != after.files.get(path)
        ]
        assert differing, name
        wrong[name] = [path for path in differing if name not in after.grounds.stands[path].templates]
        (copied / name).write_text(text)
    assert {name: paths for name, paths in wrong.items() if paths} == {}


def test_a_template_is_a_cause(project: Path, copied: Path) -> None:
    assert run("generate", "--no-cache")[0] == 0
    for name in ("python/resource.py.jinja", "docs/scopes.md.jinja"):
        with (copied / name).open("a") as file:
            file.write(ENDS[name.removesuffix(".jinja").rpartition(".")[2]])
    forget()
    found = causes()
    assert found[f"{RESOURCES}/items.py"] == "stale: template python/resource.py.jinja changed"
    assert found["docs/en/v1/scopes.md"] == "stale: template docs/scopes.md.jinja changed"
    assert "docs/en/v1/index.md" not in found


def test_without_inputs_nothing_is_said() -> None:
    assert Explanation(Inputs(), Grounds(), Inputs()).of("a") == ()
