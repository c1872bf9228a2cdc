"""Saved: a file of the user's, written as a whole or left as it was.

In: a path, its new bytes, and what messages call it. Out: the file; `Refused` where there is no writing it.

Why a link is followed and the mode stays: the file is the user's, and only what it holds is ours.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from specwright.problems import Origin, Problem, Refused

__all__ = ["save_file"]


def save_file(path: Path, content: bytes, shown: str) -> None:
    """Put the whole content in the place of what was there."""
    place = Path(os.path.realpath(path))
    scratch = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(scratch, content)
        if place.exists():
            scratch.chmod(stat.S_IMODE(place.stat().st_mode))
        scratch.replace(place)
    except OSError as error:
        message = f"cannot be written: {error.strerror or type(error).__name__}."
        hint = "Make room, or see to the permissions; nothing has been changed."
        raise Refused([Problem("unwritable", Origin(shown), message, hint)]) from error
    finally:
        # What kept the file from being written keeps this from being removed, and has been told.
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
