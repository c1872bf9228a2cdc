"""Prism, the mock server that checks requests against a document: found, started once for all workers, ended.

In: the command, a folder that every worker of the run shares, a document. Out: an address while it is in use.

Why a count in a locked file: workers are processes of their own; the first one to ask starts Prism, the last one to
leave ends it.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

__all__ = ["MissingPrismError", "find_prism", "shared_prism"]

_PLACES = ("node_modules/.bin/prism", ".cache/prism/node_modules/.bin/prism")
_PATIENCE = 60.0


class MissingPrismError(Exception):
    """Node or Prism is not there; the message says what to do."""


@dataclass(frozen=True, slots=True)
class _Running:
    process: int
    port: int
    users: int


def find_prism(root: Path) -> Path:
    """The command, from `SPECWRIGHT_PRISM` or from where npm puts it."""
    given = os.environ.get("SPECWRIGHT_PRISM")
    places = [Path(given)] if given else [root / place for place in _PLACES]
    found = next((place for place in places if place.is_file()), None)
    if shutil.which("node") is None:
        raise MissingPrismError("Node is not installed, so the SDK is not tried against Prism.")
    if found is None:
        sought = " or ".join(place.as_posix().removeprefix(f"{root.as_posix()}/") for place in places)
        raise MissingPrismError(
            f"Prism is not at {sought}, so the SDK is not tried against it: "
            "npm install --prefix .cache/prism @stoplight/prism-cli@5.16.0, or set SPECWRIGHT_PRISM."
        )
    return found


@contextmanager
def shared_prism(command: Path, folder: Path, name: str, document: object) -> Generator[str]:
    """The address of a Prism for this document, shared by all who name it."""
    state = folder / f"{name}.state"
    with _locked(folder / f"{name}.lock"):
        running = _read(state) or _started(command, folder / f"{name}.json", document)
        _write(state, replace(running, users=running.users + 1))
    try:
        yield f"http://127.0.0.1:{running.port}"
    finally:
        with _locked(folder / f"{name}.lock"):
            left = _read(state) or running
            if left.users > 1:
                _write(state, replace(left, users=left.users - 1))
            else:
                state.unlink()
                with suppress(ProcessLookupError):
                    os.killpg(left.process, signal.SIGTERM)


@contextmanager
def _locked(path: Path) -> Generator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _read(state: Path) -> _Running | None:
    return _Running(**json.loads(state.read_text())) if state.exists() else None


def _write(state: Path, running: _Running) -> None:
    state.write_text(json.dumps(asdict(running)))


def _started(command: Path, path: Path, document: object) -> _Running:
    path.write_text(json.dumps(document))
    port = _free_port()
    arguments = [str(command), "mock", "--errors", "-v", "warn", "-p", str(port), str(path)]
    log = path.with_suffix(".log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    end = time.monotonic() + _PATIENCE
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > end:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            raise RuntimeError(f"Prism did not start:\n{log.read_text()}")
        time.sleep(0.05)
    process.returncode = 0  # whoever leaves last ends it, so that this object must not mind its being alive
    return _Running(process.pid, port, 0)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.settimeout(1)
        return attempt.connect_ex(("127.0.0.1", port)) == 0
