"""Each folder of `cases/generate` is one run: documents (a `specwright.toml`, if one is needed), and what comes of it.

`expected/ir.json` is the IR, `expected/files` the package. The runtime is left out, as it is the same in each; so is
the package's own `__init__.py`, which lists the runtime's names, in all cases but the few that are about it.
"""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from specwright.config import CONFIG_NAME, Config, ad_hoc, read_config
from specwright.irjson import as_json
from specwright.load import load
from specwright.pipeline import generate, read_apis
from test_determinism import shuffled
from trees import as_text, tree_of, write_tree

FOLDER = Path(__file__).parent / "cases" / "generate"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
SPECS = ("spec.json", "spec.yaml")
WHOLE = ("hostile-text", "openapi-31", "versions")


def spec_of(case: Path) -> Path | None:
    """The one document of a case without a configuration."""
    return next((case / name for name in SPECS if (case / name).exists()), None)


def configured(case: Path) -> Config:
    spec = spec_of(case)
    if spec is None:
        return read_config(case / CONFIG_NAME)
    return ad_hoc((spec,), None, case.name.replace("-", "_"))


def made_from(case: Path) -> dict[str, bytes]:
    config = configured(case)
    apis = [as_json(reading.api) for reading in read_apis(config).values() if reading.api]
    text = json.dumps(apis, indent=1, ensure_ascii=False) + "\n"
    files = generate(config, ("python",)).files
    return {"ir.json": text.encode(), **{f"files/{name}": files[name] for name in files if is_shown(case, name)}}


def is_shown(case: Path, name: str) -> bool:
    """Whether a file says something of its own; the ledger has cases of its own, as each new row would change all."""
    if name == "coverage.json":
        return "coverage" in case.name
    below = name.partition("/src/")[2].split("/")[1:]
    return below[:1] != ["_runtime"] and (case.name in WHOLE or below not in (["__init__.py"], ["py.typed"]))


def expected_in(case: Path) -> dict[str, bytes]:
    """What is expected; linters leave their caches beside any `pyproject.toml`."""
    return {name: content for name, content in tree_of(case / "expected").items() if "_cache/" not in name}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_becomes_exactly_this_ir_and_this_package(
    case: Path, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case)
    made = made_from(case)
    if update:
        write_tree(case / "expected", made)
    again = "if this is meant: pytest tests/test_generate.py --update"
    assert as_text(made) == as_text(expected_in(case)), again


@pytest.mark.parametrize("case", [case for case in CASES if spec_of(case)], ids=lambda case: case.name)
def test_an_order_that_means_nothing_decides_nothing(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = spec_of(case)
    assert spec
    copy = tmp_path / case.name
    shutil.copytree(case, copy, ignore=shutil.ignore_patterns("expected"))
    data = load(spec, spec.name).data
    (copy / spec.name).write_text(json.dumps(shuffled(data, random.Random(1))), encoding="utf-8")
    monkeypatch.chdir(copy)
    assert as_text(made_from(copy)) == as_text(expected_in(case))
