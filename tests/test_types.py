"""Type checkers and linters on our code, on the runtime, and on what is generated from every case.

All cases become one package with a namespace each, so that the checkers read the runtime once.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from specwright.config import Config, SdkConfig, Source
from specwright.pipeline import generate
from trees import OUTPUT, ROOT, tree_of, write_tree

CACHE = ROOT / ".cache"
SPECS = sorted((ROOT / "tests" / "cases" / "generate").glob("*/spec.*"))
OWN = ("generator/specwright", "templates/python/runtime", "benchmarks")


def run(*command: str, cwd: Path = ROOT) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def check_strictly(source: Path, package: str) -> None:
    cache = str(CACHE / "mypy" / package)
    run("mypy", "--strict", "--python-version=3.11", "--cache-dir", cache, "-p", package, cwd=source)
    settings = source / "pyrightconfig.json"
    settings.write_text(json.dumps({"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": [package]}))
    run("basedpyright", "--pythonpath", sys.executable, "--project", str(settings), cwd=source)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source folder of one package that holds every case."""
    sources = tuple(Source(path, path.parent.name + "/" + path.name, path.parent.name) for path in SPECS)
    sdk = SdkConfig("cases", "cases", "1.0.0", "Cases", sources)
    folder = tmp_path_factory.mktemp("cases")
    write_tree(folder, generate(Config(folder, folder, (sdk,)), ("python",)).files)
    return folder / "python" / "cases" / "src"


def test_the_code_of_the_generator_and_the_runtime_is_strictly_typed_for_mypy() -> None:
    run("mypy", "--cache-dir", str(CACHE / "mypy" / "own"), *OWN)


def test_the_code_of_the_generator_and_the_runtime_is_strictly_typed_for_pyright() -> None:
    run("basedpyright", "--pythonpath", sys.executable, *OWN)


def test_the_code_is_linted_and_laid_out() -> None:
    run("ruff", "check", "--no-cache", ".")
    run("ruff", "format", "--no-cache", "--check", ".")


def test_the_committed_package_is_strictly_typed(tmp_path: Path) -> None:
    write_tree(tmp_path, tree_of(OUTPUT / "python" / "hubspot-meetings" / "src"))
    check_strictly(tmp_path, "hubspot_meetings")


def test_every_generated_case_is_strictly_typed(cases: Path) -> None:
    check_strictly(cases, "cases")


def test_every_module_of_every_generated_case_can_be_imported(cases: Path) -> None:
    modules = [path.relative_to(cases).with_suffix("").as_posix().replace("/", ".") for path in cases.rglob("*.py")]
    names = sorted(name.removesuffix(".__init__") for name in modules)
    code = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)"
    done = subprocess.run([sys.executable, "-c", code, *names], cwd=cases, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
