"""Every sample of every page, as a reader would paste it: run against Prism, and checked by two type checkers.

In: the committed pages. Prism's address takes the place of the base URL, and pages of a list end with the first: Prism
says on every page that another one follows.
"""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import pytest
from tests.prism.conftest import command_or_stop
from tests.prism.documents import ROOT, Node, documents, mockable
from tests.prism.mock_servers import shared_prism

PAGES = ROOT / "output" / "docs" / "en"
SOURCE = ROOT / "output" / "python" / "hubspot-meetings" / "src"
SERVER = "https://api.hubapi.com"
FENCE = re.compile(r"^```(bash|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def samples() -> Iterator[tuple[str, str, str]]:
    """Version, name and text of every sample."""
    for path in sorted(PAGES.glob("*/scheduler/**/*.md")):
        found = FENCE.findall(path.read_text(encoding="utf-8"))
        for (language, text), kind in zip(found, ("curl", "sync", "async"), strict=True):
            assert language == ("bash" if kind == "curl" else "python")
            version = path.relative_to(PAGES).parts[0]
            yield version, f"{version}-{path.parent.name}-{path.stem}-{kind}".replace("-", "_"), text


SAMPLES = tuple(samples())
CURLS = [each for each in SAMPLES if each[1].endswith("_curl")]
PROGRAMS = [each for each in SAMPLES if not each[1].endswith("_curl")]


def one_page(document: Node) -> Node:
    """The document with lists that fit on one page."""
    whole = cast("Node", copy.deepcopy(document))
    schemas = cast("dict[str, Node]", cast("Node", whole["components"])["schemas"])
    for schema in schemas.values():
        cast("Node", schema.get("properties", {})).pop("paging", None)
    for path in cast("dict[str, dict[str, Node]]", whole["paths"]).values():
        for operation in path.values():
            _without_paging(operation["responses"])
    return whole


def _without_paging(node: object) -> None:
    if isinstance(node, dict):
        told = cast("Node", node)
        for name in ("example", "value"):
            if isinstance(told.get(name), dict):
                cast("Node", told[name]).pop("paging", None)
        for each in told.values():
            _without_paging(each)


@pytest.fixture(scope="session")
def mock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of the Prism for a version's samples."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "prism-samples"
    folder.mkdir(exist_ok=True)
    command = command_or_stop()
    addresses: dict[str, str] = {}
    with ExitStack() as servers:

        def address(version: str) -> str:
            if version not in addresses:
                document = mockable(one_page(documents()[version]))
                addresses[version] = servers.enter_context(shared_prism(command, folder, version, document))
            return addresses[version]

        yield address


def environment(**more: str) -> dict[str, str]:
    """The variables that a reader has set, and what a program needs to start."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "HUBSPOT_MEETINGS_ACCESS_TOKEN": "any-token", **more}


def test_every_operation_of_every_version_has_three_samples() -> None:
    operations = [
        path
        for each in documents().values()
        for item in cast("Node", each["paths"]).values()
        for path in cast("Node", item)
    ]
    assert len(SAMPLES) == 3 * len(operations)


@pytest.mark.prism
@pytest.mark.parametrize(("version", "name", "text"), CURLS, ids=[name for _, name, _ in CURLS])
def test_a_curl_command_is_answered_with_success(
    version: str, name: str, text: str, mock: Callable[[str], str], tmp_path: Path
) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed.")
    assert SERVER in text
    command = (
        text.replace(SERVER, mock(version)).rstrip()
        + f" --silent --show-error --output {tmp_path}/answer --write-out '%{{http_code}}'"
    )
    done = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, text=True, check=False)
    answer = (tmp_path / "answer").read_text() if (tmp_path / "answer").is_file() else ""
    assert done.stdout[:1] == "2", (name, done.stdout, done.stderr, answer)


@pytest.mark.prism
@pytest.mark.parametrize("version", documents())
def test_every_program_of_a_version_runs_as_it_stands(version: str, mock: Callable[[str], str], tmp_path: Path) -> None:
    wanted = [(name, text) for each, name, text in PROGRAMS if each == version]
    for name, text in wanted:
        assert text.count("Client()") == 1
        path = tmp_path / f"{name}.py"
        path.write_text(text.replace("Client()", f'Client(base_url="{mock(version)}")'), encoding="utf-8")
    (tmp_path / "run_all.py").write_text(RUN_ALL)
    command = [sys.executable, "-W", "error", str(tmp_path / "run_all.py"), *(f"{name}.py" for name, _ in wanted)]
    told = environment(PYTHONPATH=str(SOURCE))
    done = subprocess.run(command, cwd=tmp_path, env=told, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((tmp_path / "printed.json").read_text()) == {f"{name}.py": True for name, _ in wanted}


# One process for all programs of a version: starting one costs more than its call.
RUN_ALL = """
import contextlib, io, json, runpy, sys
printed = {}
for name in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()) as output:
        runpy.run_path(name, run_name="__main__")
    printed[name] = bool(output.getvalue().strip())
with open("printed.json", "w") as file:
    json.dump(printed, file)
"""


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All programs in one folder."""
    folder = tmp_path_factory.mktemp("programs")
    for _, name, text in PROGRAMS:
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def test_every_program_is_strictly_typed_for_mypy(programs: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-version=3.11",
        "--cache-dir",
        str(ROOT / ".cache/mypy/samples"),
    ]
    done = subprocess.run(
        [*command, "."],
        cwd=programs,
        env=environment(MYPYPATH=str(SOURCE)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_program_is_strictly_typed_for_pyright(programs: Path) -> None:
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": ["."], "extraPaths": [str(SOURCE)]}
    (programs / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable, "--project", "pyrightconfig.json"]
    done = subprocess.run(command, cwd=programs, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
