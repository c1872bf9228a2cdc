"""Each folder of `cases/refuse` is a document and all that is said about it, in the words that a user reads.

`expected.txt` is empty where nothing may be said. An `overlay.yaml` beside the document is applied first. Where a
`specwright.toml` lies there, all is said that a run by it says.
"""

from pathlib import Path

import pytest

from specwright.config import CONFIG_NAME, read_config
from specwright.load import load
from specwright.overlay import apply_overlay
from specwright.pipeline import read_problems
from specwright.problems import Refused
from specwright.report import print_problems
from specwright.upgrade import upgrade
from specwright.validate import validate

FOLDER = Path(__file__).parent / "cases" / "refuse"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
SPECS = ("spec.json", "spec.yaml")


def said_about(case: Path) -> str:
    if (case / CONFIG_NAME).exists():
        return said_by_a_run(case)
    [name] = [name for name in SPECS if (case / name).exists()]
    try:
        document = load(case / name, name)
        if (case / "overlay.yaml").exists():
            document = apply_overlay(document, load(case / "overlay.yaml", "overlay.yaml"))
        problems = validate(upgrade(document))
    except Refused as refused:
        problems = refused.problems
    return print_problems(problems, case, "text")


def said_by_a_run(case: Path) -> str:
    try:
        problems = read_problems(read_config(case / CONFIG_NAME))
    except Refused as refused:
        problems = refused.problems
    return print_problems(problems, case, "text")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_is_told_everything_that_is_wrong_with_it(case: Path, update: bool) -> None:
    said = said_about(case)
    expected = case / "expected.txt"
    if update:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8"), "if this is meant: pytest tests/test_refuse.py --update"
