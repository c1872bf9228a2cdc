"""What `manifest.json` says: which files a run wrote, and what decided their bytes.

In: paths, contents and input digests. Out: the manifest's bytes; and a `Manifest` read back from a folder.

Why a damaged manifest is refused and not taken for a missing one: without the list every file of ours looks like
somebody else's, and the user would be told to move each of them away. The usual damage is a merge conflict, where
either side will do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from specwright.emit.paths import path_problems
from specwright.problems import Origin, Position, Problem, Refused

__all__ = ["MANIFEST", "Inputs", "Manifest", "digest", "manifest_of", "parse", "read_manifest", "render"]

MANIFEST = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that decided the output, as `(name, digest or version)` sorted by name.

    `parts` and `stands` say no more than that, but in detail, so that a check can tell why one file differs: digests of
    the parts of each document, and of the places that each file shows.
    """

    digests: tuple[tuple[str, str], ...] = ()
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]], compare=False)
    stands: Mapping[str, str] = field(default_factory=dict[str, str], compare=False)

    def __post_init__(self) -> None:
        names = [name for name, _ in self.digests]
        assert names == sorted(set(names)), "input digests are sorted by name, each name once"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one run as `(path, sha256)` sorted by path, and the inputs that decided them."""

    files: tuple[tuple[str, str], ...]
    inputs: Inputs


def digest(content: bytes) -> str:
    """The sha256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifest_of(files: Mapping[str, bytes], inputs: Inputs) -> Manifest:
    """The manifest that belongs to these files."""
    return Manifest(tuple((path, digest(files[path])) for path in sorted(files)), inputs)


def render(manifest: Manifest) -> bytes:
    """The manifest as sorted JSON, one file a line: no timestamps, no paths of the machine."""
    tree: dict[str, object] = {
        "files": dict(manifest.files),
        "format": _FORMAT,
        "inputs": dict(manifest.inputs.digests),
    }
    for name, told in (("parts", manifest.inputs.parts), ("stands", manifest.inputs.stands)):
        if told:
            tree[name] = {**told}
    return (json.dumps(tree, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(root: Path, *, shown: str = "") -> Manifest | None:
    """The manifest of the last run, or `None` where there was none."""
    shown = f"{shown or root.name}/{MANIFEST}"
    try:
        content = (root / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(shown, error.strerror or str(error)) from error
    return parse(content, shown=shown)


def parse(content: bytes, *, shown: str) -> Manifest:
    """The manifest that these bytes hold."""
    try:
        tree: object = json.loads(content)
    except json.JSONDecodeError as error:
        raise _unreadable(shown, error.msg, Position(error.lineno, error.colno)) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise _unreadable(shown, "it is not JSON") from error
    fields = cast("dict[str, object]", tree) if isinstance(tree, dict) else {}
    if fields.get("format") != _FORMAT:
        raise _unreadable(shown, f"it does not say `format: {_FORMAT}`")
    files, inputs = _pairs(fields.get("files")), _pairs(fields.get("inputs"))
    if files is None or inputs is None:
        raise _unreadable(shown, "`files` and `inputs` must map names to digests")
    # A path that leads elsewhere would make us read, and count as ours, a file outside the folder.
    if path_problems((path for path, _ in files), shown=shown):
        raise _unreadable(shown, "it lists paths that no run could have written")
    parts, stands = fields.get("parts"), fields.get("stands")
    listed = cast("dict[str, object]", parts) if isinstance(parts, dict) else {}
    detail = {name: dict(_pairs(listed[name]) or ()) for name in sorted(listed)}
    return Manifest(files, Inputs(inputs, detail, dict(_pairs(stands) or ())))


def _pairs(tree: object) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(tree, dict):
        return None
    pairs = sorted(cast("dict[str, object]", tree).items())
    strings = tuple((name, value) for name, value in pairs if isinstance(value, str))
    return strings if len(strings) == len(pairs) else None


def _unreadable(shown: str, reason: str, position: Position | None = None) -> Refused:
    return Refused(
        [
            Problem(
                "manifest-unreadable",
                Origin(shown),
                f"the manifest cannot be read: {reason}.",
                hint="Restore it from version control (after a merge conflict either side will do), "
                "or remove what was generated and generate again.",
                position=position,
            )
        ]
    )
