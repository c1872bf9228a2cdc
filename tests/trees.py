"""Folders as values: read one, compare it with what is expected, write it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUTPUT = ROOT / "output"


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by path, what tools leave behind (`__pycache__`, `.ruff_cache`) left aside."""
    names = {path: path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name.as_posix(): path.read_bytes() for path, name in names.items() if not any(map(_is_left_behind, name.parts))
    }


def _is_left_behind(part: str) -> bool:
    return part == "__pycache__" or part.startswith(".")


def as_text(files: Mapping[str, bytes]) -> dict[str, str]:
    """The same files as text, so that a failing comparison can be read."""
    return {name: content.decode() for name, content in files.items()}


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold exactly these files."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
