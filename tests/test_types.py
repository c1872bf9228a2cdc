"""Type checkers and linters on our code, on the runtime, and on what is generated from every case.

All cases become one package with a namespace each, so that the checkers read the runtime once. A case's `calls.py`
stands beside it with a package of the case's name, which is nothing but that namespace by another name.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from specwright.config import Config, SdkConfig, Source
from specwright.pipeline import generate
from specwright.python.runtime import runtime_exports, webhook_exports
from specwright.python.webhooks import MODULES
from test_generate import configured, spec_of
from trees import OUTPUT, ROOT, tree_of, write_tree

CACHE = ROOT / ".cache"
SPECS = sorted((ROOT / "tests" / "cases" / "generate").glob("*/spec.*"))
CALLS = sorted((ROOT / "tests" / "cases" / "generate").glob("*/calls.py"))
OWN = ("generator/specwright", "templates/python/runtime", "benchmarks")


def run(*command: str, cwd: Path = ROOT) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def check_strictly(source: Path, package: str, *beside: str) -> None:
    cache = str(CACHE / "mypy" / package)
    modules = [word for name in beside for word in ("-m", name)]
    run("mypy", "--strict", "--python-version=3.11", "--cache-dir", cache, "-p", package, *modules, cwd=source)
    settings = source / "pyrightconfig.json"
    include = [package, *(f"{name}.py" for name in beside)]
    settings.write_text(json.dumps({"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": include}))
    run("basedpyright", "--pythonpath", sys.executable, "--project", str(settings), cwd=source)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source folder of one package that holds every case."""
    sources = tuple(Source(path, path.parent.name + "/" + path.name, path.parent.name) for path in SPECS)
    sdk = SdkConfig("cases", "cases", "1.0.0", "Cases", sources)
    folder = tmp_path_factory.mktemp("cases")
    write_tree(folder, generate(Config(folder, folder, (sdk,)), ("python",)).files)
    source = folder / "python" / "cases" / "src"
    shutil.copy(ROOT / "tests" / "calls_server.py", source)
    for calls in CALLS:
        add_calls(source, calls)
    return source


def add_calls(source: Path, calls: Path) -> None:
    """Calls, and the package that they import."""
    with chdir(calls.parent):
        config = configured(calls.parent)
        package = config.sdks[0].package
        if spec_of(calls.parent):
            exports = (*runtime_exports(), *webhook_exports(MODULES), "__version__")
            lines = [f"from cases import {name} as {name}" for name in exports]
            own = ["AsyncClient", "Client", "models"]
            own += [name for name in MODULES if (source / "cases" / package / f"{name}.py").exists()]
            lines += [f"from cases.{package} import {name} as {name}" for name in own]
            made = {f"{package}/__init__.py": "\n".join(lines).encode()}
        else:
            files = generate(config, ("python",)).files
            made = {name.partition("/src/")[2]: content for name, content in files.items() if "/src/" in name}
    for name, content in made.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copy(calls, source / f"{calls_name(calls)}.py")


def calls_name(calls: Path) -> str:
    return "calls_of_" + calls.parent.name.replace("-", "_")


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
    check_strictly(cases, "cases", *map(calls_name, CALLS))


def test_every_module_of_every_generated_case_can_be_imported(cases: Path) -> None:
    modules = [
        path.relative_to(cases).with_suffix("").as_posix().replace("/", ".") for path in cases.glob("cases/**/*.py")
    ]
    names = sorted(name.removesuffix(".__init__") for name in modules)
    code = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)"
    done = subprocess.run([sys.executable, "-c", code, *names], cwd=cases, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
