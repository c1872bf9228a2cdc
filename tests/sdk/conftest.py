"""The generated package as its user has it, and a server on this machine that it calls.

In: `output/` as the repository holds it. Out: the package on the import path, and a fresh server for each test.

Why not installed: what is tested is what is committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "output/python/hubspot-meetings/src")]

from tests.sdk.meetings_server import LocalServer, serving  # noqa: E402 - found through the path above

CREDENTIAL_VARIABLES = tuple(
    f"HUBSPOT_MEETINGS_{name}" for name in ("ACCESS_TOKEN", "DEVELOPER_HAPIKEY", "PRIVATE_APPS", "PRIVATE_APPS_LEGACY")
)


@pytest.fixture(autouse=True)
def _no_credentials_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in CREDENTIAL_VARIABLES:
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A server that answers `{}` until it is told otherwise."""
    with serving() as started:
        yield started


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between tries, noted instead of waited for."""
    noted: list[float] = []
    monkeypatch.setattr("time.sleep", noted.append)

    async def note(seconds: float) -> None:
        noted.append(seconds)

    monkeypatch.setattr("anyio.sleep", note)
    return noted
