"""The site of the committed pages, built once for all workers of a test run, and a browser to look at it with."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from specwright.config import CONFIG_NAME, read_config  # noqa: E402 - as the tests beside this file
from specwright.site import run_docs_build  # noqa: E402
from specwright.site.zensical import is_installed  # noqa: E402

if TYPE_CHECKING:
    from tests.site.browsing import Browser


def stop(reason: str) -> None:
    """What the tests need is missing: they are skipped, and on a build server they fail."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason} CI is set, so this is no reason to skip.", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def zensical() -> None:
    """Zensical is there."""
    if not is_installed():
        stop("Zensical is not installed: pip install 'specwright[site]'.")


@pytest.fixture(scope="session")
def site(zensical: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; the first worker to ask builds it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "site"
    with (folder.parent / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            assert run_docs_build(read_config(ROOT / CONFIG_NAME), folder) == 0
    return folder


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Browser]]:
    """A browser at a page of the site, as wide as a desk or a phone, in light or dark."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        stop("Chromium is not installed: apt-get install chromium chromium-driver.")
    try:
        from tests.site.browsing import started  # noqa: PLC0415 - selenium may be missing
    except ImportError:
        stop("selenium is not installed: pip install selenium.")
    with started(str(chromium), str(driver), tmp_path_factory.mktemp("profile"), address) as one:
        yield one.at
