"""What `diff` says of a name that was changed on purpose: the old one still works, so nothing breaks yet."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from pinned import edit, make_project, run

NAMES = {
    "method-renamed": "`client.items.list_items()` is called `client.items.fetch_items()` now",
    "attribute-renamed": "`Items.total` is called `Goods.number` now",
    "argument-renamed": "`sort` is called `order` now",
    "type-renamed": "`models.Items` is called `models.Goods` now",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose names are pinned, committed, and then changed and accepted."""
    monkeypatch.chdir(make_project(tmp_path))
    assert run("names", "pin")[0] == 0
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.com")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "All")):
        subprocess.run((*git, *words), check=True)
    ledger = tmp_path / "specwright.names.toml"
    edit(tmp_path / "shop.yaml", "listItems", "fetchItems")
    spec = (tmp_path / "shop.yaml").read_text()
    (tmp_path / "shop.yaml").write_text(
        spec.replace("schemas/Items", "schemas/Goods").replace("    Items:", "    Goods:")
    )
    assert run("names", "accept")[0] == 0
    was = 'is = "{}", was = ["{}"], since = "0.1.0", kept = true'
    edit(ledger, 'query.sort = "sort"', f"query.sort = {{ {was.format('order', 'sort')} }}")
    edit(ledger, 'properties.total = "total"', f"properties.total = {{ {was.format('number', 'total')} }}")
    return tmp_path


def changes() -> dict[str, dict[str, object]]:
    found = json.loads(run("diff", "HEAD", "--format", "json", "--fail-on", "any")[1])
    return {change["rule"]: change for change in found["changes"]}


def test_a_name_that_still_works_breaks_nobody(project: Path) -> None:
    until = "the old name works, deprecated, until the first release after 0.1."
    found = {rule: change["effect"] for rule, change in changes().items() if rule in NAMES}
    wanted = {rule: {"kind": "deprecated", "text": f"{text}; {until}", "breaks": False} for rule, text in NAMES.items()}
    assert found == wanted
    assert run("diff", "HEAD")[0] == 0


def test_a_name_without_an_old_one_beside_it_breaks_code(project: Path) -> None:
    edit(project / "specwright.names.toml", ', was = ["items.list_items"]', "")
    edit(project / "specwright.names.toml", ', since = "0.1.0" }\nid', " }\nid")
    assert changes()["method-renamed"]["effect"] == {
        "kind": "renamed",
        "text": f"{NAMES['method-renamed']}.",
        "breaks": True,
    }
    assert run("diff", "HEAD")[0] == 1
