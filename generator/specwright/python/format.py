"""Format: Python as ruff writes it.

In: files by path. Out: the same files, the Python among them with unused imports gone, imports sorted and lines laid
out. The runtime is copied as it is, so it is not touched.

Why one folder and two calls: starting ruff costs more than its work. The settings are given here, so that no
configuration of the user's decides a byte.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff import find_ruff_bin

__all__ = ["LINE_LENGTH", "format_python"]

LINE_LENGTH = 120
_SORTED = "lint.isort.combine-as-imports=true"
_LINT = ("check", "--fix-only", "--exit-zero", "--select=F401,I", "--unsafe-fixes", "--config", _SORTED)
_FORMAT = ("format", "--config", "format.skip-magic-trailing-comma=true")


def format_python(files: Mapping[str, str]) -> Mapping[str, str]:
    """The files, their Python formatted."""
    loose = sorted(name for name in files if name.endswith(".py") and "/_runtime/" not in name)
    with tempfile.TemporaryDirectory(prefix="specwright-") as folder:
        for name in loose:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], "utf-8", newline="\n")
        for arguments in (_LINT, _FORMAT):
            _ruff(folder, arguments)
        done = {name: Path(folder, name).read_text("utf-8") for name in loose}
    return {**files, **done}


def _ruff(folder: str, arguments: tuple[str, ...]) -> None:
    settings = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length", str(LINE_LENGTH))
    done = subprocess.run(
        [find_ruff_bin(), *arguments, *settings, "."], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(f"ruff refused generated code: {done.stderr or done.stdout}")
