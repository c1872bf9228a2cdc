"""Files: where the ledger lies, and how it is written.

In: a configuration. Out: the ledger, if there is one; the file, whole or as it was.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path

from specwright.config import LEDGER_NAME, Config
from specwright.pins.ledger import Ledger
from specwright.pins.reading import parse, problem_at
from specwright.problems import Refused
from specwright.saved import save_file

__all__ = ["difference", "read_pins", "with_ledger"]


def difference(path: Path, content: bytes) -> str:
    """What would change in the ledger, as a unified diff."""
    before, after = (text.decode().splitlines(keepends=True) for text in (path.read_bytes(), content))
    return "".join(unified_diff(before, after, f"{path.name} (as it is)", f"{path.name} (as generated)", n=1))


def read_pins(config: Config) -> Ledger | None:
    """The ledger of a configuration, if one has been started."""
    if config.ledger is None:
        return None
    try:
        return parse(config.ledger.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise Refused([problem_at(1, "names-unreadable", "the file is not UTF-8.", "")]) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused([problem_at(1, "names-unreadable", f"cannot be read: {reason}.", "")]) from error


@contextmanager
def with_ledger(path: Path | None, content: bytes | None) -> Generator[None]:
    """Write the ledger if there is anything to write, and put back what was there if what follows fails.

    Why first: its digest is one of those that decide the output, and goes into the manifest with it.
    """
    if path is None or content is None:
        yield
        return
    before = path.read_bytes() if path.exists() else None
    save_file(path, content, LEDGER_NAME)
    try:
        yield
    except BaseException:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            save_file(path, before, LEDGER_NAME)
        raise
