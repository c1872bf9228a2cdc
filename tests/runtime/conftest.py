"""Fixtures for the runtime: a clean environment, and a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from local_server import LocalServer, serving


@pytest.fixture(autouse=True)
def _no_credentials_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    for parameter in ("ACCESS_TOKEN", "PRIVATE_APP", "HAPIKEY", "LOGIN", "SID"):
        monkeypatch.delenv(f"CLINIC_SDK_{parameter}", raising=False)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A server on this machine; a test sets what it does."""
    with serving() as running:
        yield running
