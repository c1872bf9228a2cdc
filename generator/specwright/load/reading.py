"""A file to a `Document`: its bytes, its text, its plain data.

In: a path, and the name that users know it by. Out: a `Document`, or `Refused` with every problem found.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from specwright.load.faults import at_offset, fault
from specwright.load.json_text import parse_json
from specwright.load.limits import MAX_BYTES
from specwright.load.shape import Document
from specwright.load.text import Syntax, syntax_of
from specwright.load.yaml_text import parse_yaml
from specwright.problems import Position, Refused

__all__ = ["load"]


def load(path: Path, shown: str) -> Document:
    """Read a file whose content is one mapping."""
    content = _read(path, shown)
    text = _decode(content, shown)
    is_json = syntax_of(path.suffix, text) is Syntax.JSON
    parsed = parse_json(text, shown) if is_json else parse_yaml(text, shown)
    if not isinstance(parsed.data, dict):
        what = "is empty" if not text.strip() else "does not hold a mapping"
        raise Refused([fault(shown, Position(1, 1), "not-a-mapping", f"the file {what}.")])
    return Document(shown, path, parsed.data, sha256(content).hexdigest(), parsed.problems)


def _read(path: Path, shown: str) -> bytes:
    try:
        # A named pipe or a device would keep the reader waiting for ever.
        if path.exists() and not path.is_file():
            raise Refused([fault(shown, None, "unreadable", "this is not a regular file.")])
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        hint = "Check the path and its permissions."
        raise Refused([fault(shown, None, "unreadable", f"cannot read the file: {reason}.", hint)]) from error
    if len(content) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024**2} MiB."
        raise Refused([fault(shown, None, "too-large", message, "Split it, or leave out what is not used.")])
    return content


def _decode(content: bytes, shown: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        message = f"the byte 0x{content[error.start]:02x} is not UTF-8."
        problem = fault(shown, at_offset(before, len(before)), "not-utf-8", message, "Save the file as UTF-8.")
        raise Refused([problem]) from error
