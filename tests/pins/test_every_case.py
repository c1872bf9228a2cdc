"""Every case with all its names pinned: nothing changes by it, and an order that means nothing decides nothing."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from specwright.config import Config
from specwright.load import Json, load
from specwright.pins import Ledger, as_text, parse
from specwright.pipeline import read_names
from specwright.sdk import Sdk
from test_determinism import shuffled
from test_generate import CASES, configured, spec_of

pytestmark = pytest.mark.long


def pinned(config: Config) -> str:
    """The ledger that `specwright names pin` writes."""
    applied = read_names(config)(Ledger())
    return (applied.content or as_text(Ledger()).encode()).decode()


def plain(sdks: tuple[Sdk, ...]) -> list[object]:
    """The names as targets see them."""
    return [replace(version.names, placed=None) for sdk in sdks for version in sdk.versions]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pinning_every_name_changes_none(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    config = configured(case)
    if config.ledger and config.ledger.exists():
        return
    name = read_names(config)
    text = pinned(config)
    ledger = parse(text)
    assert as_text(ledger) == text
    applied = name(ledger)
    assert (applied.problems, applied.ledger) == ((), None)
    assert plain(applied.sdks) == plain(name(None).sdks)


@pytest.mark.parametrize("case", [case for case in CASES if spec_of(case)], ids=lambda case: case.name)
def test_noise_in_a_document_changes_no_line_of_its_ledger(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = spec_of(case)
    assert spec
    monkeypatch.chdir(case)
    before = pinned(configured(case))
    copy = tmp_path / case.name
    shutil.copytree(case, copy, ignore=shutil.ignore_patterns("expected"))
    data = with_parameters_turned_round(shuffled(load(spec, spec.name).data, random.Random(1)))
    (copy / spec.name).write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.chdir(copy)
    assert pinned(configured(copy)) == before


def with_parameters_turned_round(node: Json) -> Json:
    """The document with each list of parameters in the opposite order, which means something to nobody's names."""
    if isinstance(node, list):
        return [with_parameters_turned_round(each) for each in node]
    if not isinstance(node, dict):
        return node
    turned = {key: with_parameters_turned_round(each) for key, each in node.items()}
    listed = turned.get("parameters")
    return {**turned, "parameters": listed[::-1]} if isinstance(listed, list) else turned
