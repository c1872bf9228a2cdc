"""The calls of cases: each function of a `calls.py` is a test that uses the generated package as its user would.

In: `cases/generate/<topic>/calls.py`, and the package made from the documents beside it. A function gets what it asks
for by the names of its parameters: `client` (an `AsyncClient` where the function is `async`) and `server`, which the
client calls and which answers what the function has told it.

Why generated here and not read from `expected/`: that leaves the runtime out, and is what `test_generate.py` is about.
"""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from calls_server import Server, serving
from specwright.pipeline import generate
from test_generate import CASES, configured
from trees import write_tree

WITH_CALLS = [case for case in CASES if (case / "calls.py").exists()]


def functions_of(case: Path) -> Iterator[str]:
    """The names of a case's calls, in order; the package need not exist for this."""
    for node in ast.parse((case / "calls.py").read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name


def package_of(case: Path) -> str:
    return configured(case).sdks[0].package


@pytest.fixture(scope="session")
def calls_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], ModuleType]:
    """The module of a case's calls, its package made and on the import path."""
    loaded: dict[Path, ModuleType] = {}

    def load(case: Path) -> ModuleType:
        if case not in loaded:
            with chdir(case):
                config = configured(case)
                files = generate(config, ("python",)).files
            folder = tmp_path_factory.mktemp(case.name)
            name = f"calls_of_{config.sdks[0].package}"
            # Under a name of its own: `calls` is every case's, and pytest explains asserts by a module's name.
            write_tree(folder, {**files, f"{name}.py": (case / "calls.py").read_bytes()})
            sys.path[:0] = [str(folder), *(str(folder / "python" / sdk.name / "src") for sdk in config.sdks)]
            importlib.invalidate_caches()
            pytest.register_assert_rewrite(name)
            loaded[case] = importlib.import_module(name)
        return loaded[case]

    return load


@pytest.mark.parametrize(
    ("case", "name"),
    [pytest.param(case, name, id=f"{case.name}-{name}") for case in WITH_CALLS for name in functions_of(case)],
)
def test_a_call_of_a_case(
    case: Path, name: str, calls_of: Callable[[Path], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in [each for each in os.environ if each.startswith(f"{package_of(case).upper()}_")]:
        monkeypatch.delenv(variable)
    module = calls_of(case)
    function = getattr(module, name)
    with serving() as server:
        if inspect.iscoroutinefunction(function):
            asyncio.run(await_call(function, module, server))
        else:
            call(function, module, server)


def call(function: Callable[..., None], module: ModuleType, server: Server) -> None:
    with module.Client(base_url=server.url) as client:
        function(**asked_for(function, client, server))


async def await_call(function: Callable[..., Any], module: ModuleType, server: Server) -> None:
    async with module.AsyncClient(base_url=server.url) as client:
        await function(**asked_for(function, client, server))


def asked_for(function: Callable[..., Any], client: object, server: Server) -> dict[str, object]:
    """A function that needs credentials asks for the server alone, and makes a client of its own."""
    wanted = inspect.signature(function).parameters
    return {name: value for name, value in (("client", client), ("server", server)) if name in wanted}


def test_cases_have_calls() -> None:
    assert WITH_CALLS
