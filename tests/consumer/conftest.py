"""The workshop and the consumer that the tests of this folder share."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path

import pytest

from consumer.consuming import Consumer
from consumer.workshop import Workshop, open_workshop

PROJECT = Path(__file__).parent / "project"


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Workshop:
    """One workshop for all processes of a run: the first that asks makes it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "workshop"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.with_suffix(".done").exists():
            return Workshop(folder)
        made = open_workshop(folder)
        Consumer.begin(made, PROJECT, folder / "begun").copy(folder / "kept").keep_output()
        folder.with_suffix(".done").touch()
        return made


@pytest.fixture
def consumer(workshop: Workshop, tmp_path: Path) -> Consumer:
    """A project of somebody else's, committed."""
    return Consumer(workshop, workshop.folder / "begun").copy(tmp_path / "acme")


@pytest.fixture
def checked(workshop: Workshop, tmp_path: Path) -> Consumer:
    """The same with a fresh, committed output and the hooks `lint` and `check`."""
    return Consumer(workshop, workshop.folder / "kept").copy(tmp_path / "acme")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The same project as a mere folder."""
    shutil.copytree(PROJECT, tmp_path / "acme")
    return tmp_path / "acme"
