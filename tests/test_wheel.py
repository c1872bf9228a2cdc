"""The wheel carries all that a run needs, and a run from it makes the same bytes as one from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from trees import OUTPUT, ROOT, tree_of


def test_a_run_from_the_wheel_makes_the_committed_output(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    [wheel] = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    command = (
        "import specwright.cli as c, specwright as s, sys; assert s.__file__.startswith(sys.argv.pop(1)); c.main()"
    )
    made = tmp_path / "made"
    arguments = [str(installed), "generate", "--config", str(ROOT / "specwright.toml"), "-o", str(made)]
    clean = {"PYTHONPATH": str(installed), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-c", command, *arguments],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert tree_of(made) == tree_of(OUTPUT)
