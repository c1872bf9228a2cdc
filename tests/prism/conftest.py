"""One Prism for each version of the API, shared by every worker of a test run.

In: the documents of this repository, mended by their overlays. Out: addresses of mock servers that refuse what the
document does not allow.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "output/python/hubspot-meetings/src")]

from tests.prism.documents import documents, mockable  # noqa: E402 - found through the path above
from tests.prism.mock_servers import MissingPrismError, find_prism, shared_prism  # noqa: E402


def command_or_stop() -> Path:
    """The command; without one the tests are skipped, and on a build server they fail."""
    try:
        return find_prism(ROOT)
    except MissingPrismError as missing:
        reason = str(missing)
    if os.environ.get("CI"):
        pytest.fail(f"{reason} CI is set, so this is no reason to skip.", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of the Prism that serves a version, which starts with the first question."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "prism"
    folder.mkdir(exist_ok=True)
    command = command_or_stop()
    addresses: dict[str, str] = {}
    with ExitStack() as servers:

        def address(version: str) -> str:
            if version not in addresses:
                server = shared_prism(command, folder, version, mockable(documents()[version]))
                addresses[version] = servers.enter_context(server)
            return addresses[version]

        yield address
