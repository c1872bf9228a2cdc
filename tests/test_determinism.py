"""The same bytes, whatever the machine and whatever the order in which a vendor writes what has no order.

Each test runs the command line in a copy of this project's own job, and compares the whole output, manifest included.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from specwright.load import Json
from trees import OUTPUT, ROOT, tree_of

UNORDERED = frozenset({"consumes", "produces", "required", "schemes", "security", "tags"})
QUOTED = frozenset({"example", "examples", "default", "enum"})
PYTHONS = ("3.12", "3.13")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what this repository generates from."""
    for name in ("specwright.toml", "specwright.names.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    return tmp_path


def generated(
    project: Path, environment: Mapping[str, str], *, python: str = sys.executable, cwd: Path | None = None
) -> dict[str, bytes]:
    output = project / "made"
    command = [python, "-m", "specwright", "generate", "--config", str(project / "specwright.toml"), "-o", str(output)]
    path = {"PYTHONPATH": str(ROOT / "generator"), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        command, cwd=cwd or project, env={**path, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return tree_of(output)


def shuffled(node: Json, chance: random.Random, key: str = "") -> Json:
    """The same document with every object's keys, and every list that has no order of its own, in another order."""
    if isinstance(node, dict):
        names = list(node)
        chance.shuffle(names)
        inner = key if key == "security" else ""
        return {name: node[name] if name in QUOTED else shuffled(node[name], chance, inner or name) for name in names}
    if isinstance(node, list):
        listed = [shuffled(each, chance, key if key == "security" else "") for each in node]
        if key in UNORDERED:
            chance.shuffle(listed)
        return listed
    return node


def test_the_committed_output_is_what_a_run_makes(project: Path) -> None:
    assert generated(project, {}) == tree_of(OUTPUT), "if this is meant: specwright generate"


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_the_hash_seed_decides_nothing(project: Path, seed: str) -> None:
    assert generated(project, {"PYTHONHASHSEED": seed}) == tree_of(OUTPUT)


def test_time_zone_locale_and_working_directory_decide_nothing(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    # Settings for the formatter that lie in the working directory must not reach what is generated.
    (elsewhere / "ruff.toml").write_text('line-length = 40\n[format]\nquote-style = "single"\n')
    (elsewhere / "pyproject.toml").write_text(
        "[tool.black]\nline-length = 40\n[tool.datamodel-codegen]\nsnake-case-field = false\n"
    )
    far = {"TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "COLUMNS": "40"}
    assert generated(project, far, cwd=elsewhere) == tree_of(OUTPUT)


@pytest.mark.parametrize("version", PYTHONS)
def test_the_version_of_python_decides_nothing(project: Path, version: str) -> None:
    python = ROOT / ".cache" / "venvs" / version / "bin" / "python"
    if not python.exists():
        pytest.skip(f"no environment for Python {version}: .ci/run makes one where the interpreter is present")
    assert generated(project, {}, python=str(python)) == tree_of(OUTPUT)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_what_has_no_order_decides_nothing(project: Path, seed: int) -> None:
    chance = random.Random(seed)
    for path in sorted((project / "specs").glob("*/*.json")):
        before = path.read_text()
        path.write_text(json.dumps(shuffled(json.loads(before), chance)))
        assert path.read_text() != before
    assert generated(project, {}) == tree_of(OUTPUT)


def test_the_order_of_what_has_an_order_does_decide(project: Path) -> None:
    path = project / "specs" / "v3" / "scheduler-meetings-v3.json"
    document = json.loads(path.read_text())
    document["paths"]["/scheduler/v3/meetings/meeting-links"]["get"]["parameters"].reverse()
    path.write_text(json.dumps(document))
    assert generated(project, {}) != tree_of(OUTPUT)
