"""Many documents as one package: what a program that uses one resource loads, and what the ledger says of all."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from specwright.config import CONFIG_NAME, read_config
from specwright.pipeline import Outcome, generate, read_problems
from trees import write_tree

CASE = Path(__file__).parent / "cases" / "generate" / "several-documents"
PROGRAM = """
import json, sys
import zoo
from zoo.v1 import Client
with Client(access_token="x") as client:
    tickets = client.tickets
    made = zoo.v1.models.sales_tickets.Ticket(price=1)
print(json.dumps(sorted(name for name in sys.modules if name.startswith("zoo.") and "_runtime" not in name)))
"""


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    with chdir(CASE):
        return generate(read_config(CASE / CONFIG_NAME), ("python",))


def ledger_of(outcome: Outcome) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(outcome.files["coverage.json"])
    return whole


def test_a_program_loads_the_resources_and_models_that_it_uses(outcome: Outcome, tmp_path: Path) -> None:
    write_tree(tmp_path, dict(outcome.files))
    source = tmp_path / "python" / "zoo-client" / "src"
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=source, capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(ran.stdout) == [
        "zoo._models",
        "zoo._models.v1_care_animals_v1_sales_tickets_v2_care_animals",
        "zoo.v1",
        "zoo.v1._models",
        "zoo.v1._models.sales_tickets",
        "zoo.v1.client",
        "zoo.v1.models",
        "zoo.v1.models.sales_tickets",
        "zoo.v1.resources",
        "zoo.v1.resources.tickets",
    ]


def test_an_operation_of_several_documents_counts_once(outcome: Outcome) -> None:
    assert ledger_of(outcome)["operations"] == {"declared": 9, "generated": 9, "shared": 4}


def test_what_gave_way_is_listed_with_the_document_that_stands(outcome: Outcome) -> None:
    documents = {each["file"]: each for each in ledger_of(outcome)["sdks"]["zoo-client"]}
    told = documents["specs/v1/sales/tickets-10.json"]["shared"]
    assert told == [
        {
            "construct": "operation",
            "reason": "It is generated from specs/v1/care/animals-1.json, which declares it in another way.",
            "at": ["#/paths/~1animals~1v1~1{id}/get"],
        }
    ]


def test_lint_tells_of_operations_that_documents_declare_differently() -> None:
    with chdir(CASE):
        problems = read_problems(read_config(CASE / CONFIG_NAME))
    assert [(each.code, each.origin.file, each.message) for each in problems] == [
        (
            "operation-declared-twice",
            f"specs/v1/sales/tickets-{number}.json",
            "GET /animals/v1/{id} stands in specs/v1/care/animals-1.json too, in another way; that one is generated.",
        )
        for number in (10, 9)
    ]


def test_processes_change_no_byte(outcome: Outcome) -> None:
    with chdir(CASE):
        assert generate(read_config(CASE / CONFIG_NAME), ("python",), jobs=2).files == outcome.files
