"""Each folder of `cases/repair` is a document, or several by a `specwright.toml`, and what would mend them.

`expected/` holds each overlay as it would be written, under the name of its document; `left.txt` is what remains, in
the words that a user reads. What is written is tried: with it the documents have exactly the problems that are left.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from specwright.cli import main
from specwright.config import CONFIG_NAME, Config, ad_hoc, read_config
from specwright.load import Document, Json, load
from specwright.overlay import apply_overlay
from specwright.pipeline import read_problems
from specwright.problems import Problem, Refused
from specwright.repair import Offer, left_of, offers_of, save, summary
from specwright.repair.flawed import examine
from specwright.repair.table import MENDS, REASONS, Mend
from specwright.report import print_problems
from trees import ROOT, as_text, tree_of, write_tree

FOLDER = Path(__file__).parent / "cases" / "repair"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
PACKAGE = ROOT / "generator" / "specwright"


def configured(case: Path) -> Config:
    with chdir(case):
        return (
            read_config(case / CONFIG_NAME)
            if (case / CONFIG_NAME).exists()
            else ad_hoc((Path("spec.yaml"),), None, None)
        )


def said_of(case: Path, offers: tuple[Offer, ...]) -> dict[str, str]:
    """The overlays by the names of their files, and what is left."""
    files = {offer.shown: offer.text or offer.added for offer in offers if offer.added}
    with chdir(case):
        left = print_problems(left_of(offers), case, "text")
    return {**files, "left.txt": f"{left}{summary(offers)}"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_is_offered_what_mends_it(case: Path, update: bool) -> None:
    said = said_of(case, offers_of(configured(case)))
    if update:
        write_tree(case / "expected", {name: text.encode() for name, text in said.items()})
    assert said == as_text(tree_of(case / "expected")), "if this is meant: pytest tests/test_repair.py --update"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_written_leaves_exactly_what_was_said(case: Path, tmp_path: Path) -> None:
    shutil.copytree(case, tmp_path / "case", ignore=shutil.ignore_patterns("expected"))
    vendored = tree_of(tmp_path / "case")
    offers = offers_of(configured(tmp_path / "case"))
    if any(offer.added and not save(offer) for offer in offers):
        assert tree_of(tmp_path / "case") == vendored
        return
    left = Counter((left.problem.code, left.problem.message) for offer in offers for left in offer.proposal.left)
    assert Counter((each.code, each.message) for each in problems_of(tmp_path / "case")) == left
    assert [offer.added for offer in offers_of(configured(tmp_path / "case"))] == [""] * len(offers)
    written = {offer.shown for offer in offers if offer.added}
    assert {name: content for name, content in tree_of(tmp_path / "case").items() if name not in written} == {
        name: content for name, content in vendored.items() if name not in written
    }


def problems_of(case: Path) -> tuple[Problem, ...]:
    try:
        return read_problems(configured(case))
    except Refused as refused:
        return refused.problems


@cache
def known_by() -> frozenset[Mend]:
    """The mends that a case needs."""
    return frozenset(mend for case in CASES for mend in used_in(case))


def used_in(case: Path) -> Iterator[Mend]:
    sources = configured(case).sdks[0].sources
    documents = [load(source.path, source.shown) for source in sources]
    for source, document in zip(sources, documents, strict=True):
        try:
            mended = apply_overlay(document, load(source.overlay, "")) if source.overlay else document
        except Refused:
            continue
        others = [each for each in documents if each is not document and title_of(each) == title_of(document)]
        flawed = examine(mended, tuple(others))
        for problem in flawed.problems if flawed else ():
            if flawed and problem.origin.file == document.file:
                asked = (mend for mend in MENDS if mend.code == problem.code and mend.propose(flawed, problem))
                yield from list(asked)[:1]


def title_of(document: Document) -> Json:
    info = document.data.get("info")
    return info.get("title") if isinstance(info, dict) else None


@pytest.mark.parametrize(
    "mend", MENDS, ids=lambda mend: f"{mend.code} {mend.propose.__module__} {mend.propose.__name__}"
)
def test_every_mend_has_a_case(mend: Mend) -> None:
    assert mend in known_by()


def codes_of(path: Path) -> Iterator[str]:
    """Every code of a problem that a module gives: a text, or a name for one, among the first words of such a call."""
    tree = ast.parse(path.read_text())
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CALLS:
            given = [named.get(each.id) if isinstance(each, ast.Name) else each for each in node.args[:4]]
            texts = [each.value if isinstance(each, ast.Constant) else each for each in given]
            yield from (each for each in texts if isinstance(each, str) and CODE.fullmatch(each))


CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+|unreadable")
CALLS = (
    "Problem",
    "ReferenceFault",
    "fault",
    "warn",
    "_Fault",
    "duplicate_key",
    "ScalarError",
    "_fault",
    "refuse",
    "stop",
)
STAGES = ("load", "overlay.py", "upgrade", "validate", "resolve.py", "repair/versions.py")


def test_every_code_of_a_document_is_mended_or_says_why_not() -> None:
    files = [path for stage in STAGES for path in sorted((PACKAGE / stage).rglob("*.py")) or [PACKAGE / stage]]
    given = {code for path in files for code in codes_of(path)}
    assert {"undeclared-scope", "dangling-ref", "malformed-yaml", "dead-overlay", "too-deep"} <= given
    assert (sorted(given - REASONS.keys()), sorted(REASONS.keys() - given)) == ([], [])
    assert {mend.code for mend in MENDS} <= REASONS.keys()


SPEC = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths: {}
components: {schemas: {Size: {type: string, enum: [s, m, s]}}}
"""
PROPOSED = """\
overlay: 1.0.0
info:
  title: Mends Shop 1
  version: 1.0.0
actions:
  - target: $.components.schemas.Size.enum[?@ == 's']
    description: This value is listed more than once.
    remove: true
  - target: $.components.schemas.Size.enum
    description: This value is listed more than once. Once is enough.
    update: s
"""
SUMMARY = "shop.yaml: 1 problem mended by 2 actions, 0 left.\n"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document with a defect, in the working directory."""
    (tmp_path / "shop.yaml").write_text(SPEC)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ("lint", *arguments), catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_a_proposal_is_a_result_and_something_to_fix(shop: Path) -> None:
    assert run("shop.yaml", "--fix-overlay") == (1, f"# shop.overlay.yaml\n{PROPOSED}", SUMMARY)
    assert tree_of(shop) == {"shop.yaml": SPEC.encode()}


def test_a_proposal_that_is_written_mends_the_document_and_then_there_is_none(shop: Path) -> None:
    assert run("shop.yaml", "--fix-overlay", "--write") == (0, "", SUMMARY)
    assert as_text(tree_of(shop)) == {"shop.overlay.yaml": PROPOSED, "shop.yaml": SPEC}
    assert run("shop.yaml") == (0, "", "")
    assert run("shop.yaml", "--fix-overlay") == run("shop.yaml", "--fix-overlay", "--write") == (0, "", "")


def test_what_is_left_is_a_message_in_the_format_that_is_asked_for(shop: Path) -> None:
    (shop / "shop.yaml").write_text(SPEC.replace("enum: [s, m, s]", "colour: red"))
    told = "it is not read, and nothing says what was meant."
    code, out, err = run("shop.yaml", "--fix-overlay")
    assert (code, out) == (0, "")
    assert err.startswith("shop.yaml:4:45: warning: unknown-field: ")
    assert err.endswith(f"Not mended: {told}\nshop.yaml: nothing is known how to mend, 1 left.\n")
    assert run("shop.yaml", "--fix-overlay", "--format", "github")[2].startswith("::warning file=shop.yaml,line=4")


def test_an_error_that_is_left_is_something_to_fix(shop: Path) -> None:
    (shop / "shop.yaml").write_text(SPEC.replace("paths: {}", "paths: {slashless: {}}"))
    assert run("shop.yaml", "--fix-overlay", "--write")[0] == 1
    assert run("shop.yaml", "--fix-overlay", "--write")[0] == 1


def test_actions_that_stand_on_one_line_are_left_alone(shop: Path) -> None:
    overlay = (
        '{"overlay": "1.0.0", "actions": [{"target": "$.info", "description": "It has none.", "update": {"x": 1}}]}'
    )
    (shop / "shop.overlay.yaml").write_text(overlay.replace('"x"', '"x-a"'))
    before = tree_of(shop)
    code, out, err = run("shop.yaml", "--fix-overlay", "--write")
    assert (code, out) == (1, "")
    assert err.endswith(
        "shop.overlay.yaml: its actions are written as none can be added to. Without --write you see what to add.\n"
    )
    assert tree_of(shop) == before
    assert run("shop.yaml", "--fix-overlay")[1] == f"# shop.overlay.yaml\n{PROPOSED}"


def test_documents_themselves_are_never_written(shop: Path) -> None:
    assert run("shop.yaml", "--write")[0] == 2
    assert tree_of(shop) == {"shop.yaml": SPEC.encode()}


def test_a_folder_that_takes_no_file_is_one_line(shop: Path) -> None:
    (shop / f".shop.overlay.yaml.{os.getpid()}").mkdir()
    hint = "Make room, or see to the permissions; nothing has been changed."
    told = f"shop.overlay.yaml: unwritable: cannot be written: Is a directory. {hint}\n"
    assert run("shop.yaml", "--fix-overlay", "--write") == (1, "", told)
