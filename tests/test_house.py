"""The rules of the house: data flows one way, templates only print, and no room grows a second subject."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from trees import ROOT

PACKAGE = ROOT / "generator" / "specwright"
TEMPLATES = sorted((ROOT / "templates").rglob("*.jinja"))
MODULES = sorted(PACKAGE.rglob("*.py"))
RUNTIME = sorted((ROOT / "templates" / "python" / "runtime").glob("*.py"))

# The order of the stages, and of what they stand on: a module imports from its own line or from lines above.
ORDER = (
    ("specwright", "limits", "problems", "progress", "requirements", "signs"),
    ("quick", "cache", "saved"),
    ("rules",),
    ("load",),
    ("overlay", "report", "upgrade", "validate", "sites"),
    ("resolve", "ir"),
    ("media", "meet"),
    ("flatten",),
    ("build",),
    ("irjson", "names", "markdown"),
    ("templates", "config", "merging"),
    ("history", "i18n"),
    ("sdk",),
    ("versions", "emit"),
    ("python",),
    ("docs",),
    ("diff",),
    ("scopes", "pins"),
    ("targets", "coverage", "looked"),
    ("inputs", "repair"),
    ("grounds",),
    ("remembered",),
    ("reading",),
    ("pipeline",),
    ("sides",),
    ("answered", "catalogues", "drifts", "held", "outputs", "records", "site"),
    ("asked", "tracked", "watching"),
    ("vendor",),
    ("commands",),
    ("cli",),
    ("start", "hatch"),
    ("__main__",),
)
RANK = {name: rank for rank, line in enumerate(ORDER) for name in line}
LONGEST_MODULE = 260
LONGEST_FUNCTION = 40
LONGEST_TEMPLATE = 120
DEEPEST_TEMPLATE = 3
# Views are contracts with the templates: lists of fields, meant to be read in one sitting.
LONG_ON_PURPOSE = {"views.py"}


def imported(tree: ast.Module) -> Iterator[str]:
    """The part of the package that each import is from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "specwright":
            yield node.module.split(".")[1] if "." in node.module else "specwright"


def part_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return "specwright" if first == "__init__.py" else first.removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_earlier_stages(path: Path) -> None:
    own = part_of(path)
    late = {name for name in imported(ast.parse(path.read_text())) if RANK[name] > RANK[own]}
    beside = {name for name in imported(ast.parse(path.read_text())) if RANK[name] == RANK[own]} - {own}
    assert (own, late, beside) == (own, set(), set())


def test_the_order_names_no_part_that_is_gone() -> None:
    assert set(RANK) == {part_of(path) for path in MODULES}


@pytest.mark.parametrize("path", [*MODULES, *RUNTIME], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_has_one_subject_and_a_function_one_stage(path: Path) -> None:
    text = path.read_text()
    if path.name not in LONG_ON_PURPOSE:
        assert len(text.splitlines()) <= LONGEST_MODULE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: _length(node) for node in functions if _length(node) > LONGEST_FUNCTION}
    assert long == {}


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body; a signature and a docstring are no stages."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_only_prints(path: Path) -> None:
    text = path.read_text()
    statements = re.findall(r"{%-?\s*(.*?)\s*-?%}", text)
    printed = re.findall(r"{{-?\s*(.*?)\s*-?}}", text, re.DOTALL)
    assert re.match(r"{# (view: \w+|Macros .*) #}\n", text), "the first line names the view"
    assert len(text.splitlines()) <= LONGEST_TEMPLATE
    assert not [each for each in statements if each.split()[0] in ("set", "do")]
    assert not [each for each in printed if re.search(r"\.\w+\(| [-+*/%] ", _without_literals(each))]
    assert _depth(statements) <= DEEPEST_TEMPLATE


def _without_literals(expression: str) -> str:
    return re.sub(r"'[^']*'|\"[^\"]*\"", "''", expression)


def _depth(statements: list[str]) -> int:
    depth = deepest = 0
    for statement in statements:
        word = statement.split()[0]
        depth += word in ("for", "if", "call")
        deepest = max(deepest, depth)
        depth -= word in ("endfor", "endif", "endcall")
    return deepest


@pytest.mark.parametrize("path", sorted(ROOT.glob("**/README.md")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_folder_that_people_add_to_says_so_in_forty_lines(path: Path) -> None:
    if path.parent in (ROOT / "specs", ROOT / "tests", ROOT / "templates", ROOT / "templates" / "python"):
        assert len(path.read_text().splitlines()) <= 40
