"""What a program pays for that only imports the package or builds a client: nothing of network and models."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import hubspot_meetings
import pytest
from tests.sdk.meetings_world import VERSIONS

SOURCE = Path(hubspot_meetings.__file__).parents[1]
HEAVY = ("httpx2", "httpcore2", "pydantic", "pydantic_core", "ssl", "asyncio", "anyio")
STEPS = {
    "import": "import hubspot_meetings.{version}",
    "client": "from hubspot_meetings.{version} import Client; Client(access_token='x')",
    "reach": "from hubspot_meetings.{version} import Client; {links}.book",
    "async": "from hubspot_meetings.{version} import AsyncClient as Client; {links}.book",
    "scopes": "from hubspot_meetings.{version} import Client; assert Client().operation({links}.list).scopes",
}
LINKS = "Client(access_token='x').scheduler.meetings.meeting_links"


def loaded_by(*lines: str) -> set[str]:
    """The modules that these lines add to those of a fresh interpreter."""
    program = [
        "import sys",
        f"sys.path.insert(0, {str(SOURCE)!r})",
        "before = set(sys.modules)",
        *lines,
        "print(*sys.modules.keys() - before)",
    ]
    command = [sys.executable, "-I", "-c", "\n".join(program)]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize("step", STEPS)
def test_nothing_heavy_is_loaded_before_the_first_call(step: str) -> None:
    lines = [STEPS[step].format(version=version, links=LINKS) for version in VERSIONS]
    loaded = loaded_by("import hubspot_meetings", *lines)
    assert "hubspot_meetings._runtime.lazy" in loaded
    assert loaded.intersection(HEAVY) == set()


def test_a_model_loads_its_library_and_no_network() -> None:
    loaded = loaded_by("import hubspot_meetings", "hubspot_meetings.models.NextPage(after='1')")
    assert loaded.intersection(("pydantic", "httpx2", "ssl")) == {"pydantic"}


def test_a_version_and_a_resource_are_loaded_only_when_they_are_named() -> None:
    loaded = loaded_by("from hubspot_meetings.v3 import Client", "Client(access_token='x').scheduler.meetings.calendar")
    assert [name for name in sorted(loaded) if "v2026" in name or "meeting_links" in name or "_models" in name] == []
