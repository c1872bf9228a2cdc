"""Each folder of `cases/generate` is one run: documents (a `specwright.toml`, if one is needed), and what comes of it.

`expected/ir.json` is the IR, `expected/files` the package; the runtime, which is the same in each, is left out.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specwright.config import CONFIG_NAME, Config, ad_hoc, read_config
from specwright.irjson import as_json
from specwright.pipeline import generate, read_apis
from trees import as_text, tree_of, write_tree

FOLDER = Path(__file__).parent / "cases" / "generate"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
SPECS = ("spec.json", "spec.yaml")


def configured(case: Path) -> Config:
    if (case / CONFIG_NAME).exists():
        return read_config(case / CONFIG_NAME)
    [spec] = [case / name for name in SPECS if (case / name).exists()]
    return ad_hoc((spec,), None, case.name.replace("-", "_"))


def made_from(case: Path) -> dict[str, bytes]:
    config = configured(case)
    apis = [as_json(reading.api) for reading in read_apis(config).values() if reading.api]
    text = json.dumps(apis, indent=1, ensure_ascii=False) + "\n"
    files = {f"files/{name}": content for name, content in generate(config).files.items() if "/_runtime/" not in name}
    return {"ir.json": text.encode(), **files}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_becomes_exactly_this_ir_and_this_package(
    case: Path, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case)
    made = made_from(case)
    if update:
        write_tree(case / "expected", made)
    again = "if this is meant: pytest tests/test_generate.py --update"
    assert as_text(made) == as_text(tree_of(case / "expected")), again
