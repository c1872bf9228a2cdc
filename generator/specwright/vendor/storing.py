"""Storing: several files changed as one.

In: new contents by path, and paths that go. Out: all of them in place, or none.

Each file is written beside its place first, so a full disk or a missing permission is met before anything is
replaced. Then each takes its place by one rename. Where one cannot, those before it are put back. A power cut in
between leaves some files new and `sources.toml` old, as that one comes last: `specwright vendor verify` tells of it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from specwright.problems import Origin, Problem, Refused

__all__ = ["store"]


def store(contents: Mapping[Path, bytes], gone: Iterable[Path], shown: str) -> None:
    """Put the contents in place, in their order, and take away what goes; `shown` names what is done in a refusal."""
    mark = f".{secrets.token_hex(6)}"
    made: list[Path] = []
    try:
        _prepare(contents, mark, made)
        _exchange([*contents], [*gone], mark)
    except OSError as error:
        hint = "Make room, or see to the permissions; nothing has been changed."
        message = f"cannot be written: {error.strerror or type(error).__name__}."
        raise Refused([Problem("vendor-unwritable", Origin(shown), message, hint)]) from error
    finally:
        for path in (*contents, *gone):
            # What kept a file from being written keeps it from being removed, and has been told.
            with suppress(OSError):
                _beside(path, f"{mark}.new").unlink(missing_ok=True)
        for folder in reversed(made):
            # What has been filled stays, and what has not was made for nothing.
            with suppress(OSError):
                folder.rmdir()


def _prepare(contents: Mapping[Path, bytes], mark: str, made: list[Path]) -> None:
    for path, content in contents.items():
        for folder in reversed([each for each in path.parents if not each.exists()]):
            folder.mkdir()
            made.append(folder)
        _beside(path, f"{mark}.new").write_bytes(content)


def _exchange(written: list[Path], gone: list[Path], mark: str) -> None:
    aside: list[Path] = []
    placed: list[Path] = []
    try:
        for path in (*gone, *written):
            if os.path.lexists(path):
                path.replace(_beside(path, f"{mark}.old"))
                aside.append(path)
            if path in written:
                _beside(path, f"{mark}.new").replace(path)
                placed.append(path)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        for path in aside:
            _beside(path, f"{mark}.old").replace(path)
        raise
    for path in aside:
        _beside(path, f"{mark}.old").unlink(missing_ok=True)


def _beside(path: Path, ending: str) -> Path:
    """A hidden name, so that no pattern of a configuration means it."""
    return path.with_name(f".{path.name}{ending}")
