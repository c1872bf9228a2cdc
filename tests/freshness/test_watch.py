"""A watch is a real process here: it runs again after each save, survives what is broken, and ends when told to."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from freshness.projects import ITEMS, SPEC, make_project
from specwright.config import read_config
from specwright.inputs import inputs_of
from specwright.looked import Looked
from specwright.watching import marks_of
from trees import ROOT, tree_of

LONG = 90.0


class Watch:
    """`specwright generate --watch` in a folder, and what it says."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, "-u", "-m", "specwright", "generate", "--watch", *options]
        self.process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def end(self) -> None:
        """Be gone, whatever the watch is at."""
        self.process.kill()
        self.process.wait()
        self.reader.join()
        assert self.process.stderr
        self.process.stderr.close()

    def read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.put(line.rstrip("\n"))

    def says(self, pattern: str) -> list[str]:
        """Wait for a line, and give all up to it."""
        said: list[str] = []
        until = time.monotonic() + LONG
        while not said or not re.fullmatch(pattern, said[-1]):
            try:
                said.append(self.lines.get(timeout=max(0.1, until - time.monotonic())))
            except queue.Empty:
                raise AssertionError(f"no {pattern!r} after {said}") from None
        return said

    def is_silent(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self.lines.empty()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture
def watch(project: Path) -> Iterator[Watch]:
    started = Watch(project)
    yield started
    started.end()


def test_a_watch_follows_its_project(project: Path, watch: Watch) -> None:
    spec, output = project / "specs" / "shop.yaml", project / "output"
    assert len(watch.says(r"output: \d+ created\. 1 of 1 operation\. \(\d+\.\d s\)")) == 1
    watch.says(r"Watching \d+ files\. Ctrl-C ends it\.")

    spec.write_text(SPEC.replace("All items", "Every item"))
    told = watch.says(r"specs/shop\.yaml: output: \d+ changed, \d+ unchanged\. 1 of 1 operation\. \(\d+\.\d s\)")
    assert len(told) == 1
    assert "Every item" in (output / ITEMS).read_text()

    before = tree_of(output)
    spec.write_text("openapi: [\n")
    told = watch.says(r"specs/shop\.yaml: output is as it was\. \(\d+\.\d s\)")
    assert [line.partition(": ")[0] for line in told[:-1]] == ["specs/shop.yaml:2:1"]
    assert tree_of(output) == before

    spec.write_text(SPEC)
    assert len(watch.says(r"specs/shop\.yaml: output: \d+ changed, .*")) == 1

    (project / "specs" / "next.yaml").write_text(SPEC.replace("'1'", "'2'"))
    assert len(watch.says(r"specs/next\.yaml: output: \d+ created, .*")) == 1
    (project / "specs" / "next.yaml").unlink()
    assert len(watch.says(r"specs/next\.yaml: output: .* removed.*")) == 1

    config = project / "specwright.toml"
    good = config.read_text()
    config.write_text(good + "colour = 1\n")
    assert watch.says(r"specwright\.toml:5:1: config-unknown-key: .*")
    config.write_text(good + 'version = "2.0"\n')
    assert watch.says(r"specwright\.toml: output: \d+ changed, .*")
    assert 'version = "2.0"' in (output / "python" / "shop" / "pyproject.toml").read_text()

    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(LONG) == 0


def test_a_watch_sees_all_that_decides_the_output(project: Path, watch: Watch) -> None:
    spec = project / "specs" / "shop.yaml"
    watch.says("Watching .*")
    (project / "specs" / "shop.overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: Mended, version: '1'}\nactions:\n"
        "  - {target: \"$.paths['/items'].get\", description: Better., update: {summary: Mended items}}\n"
    )
    assert len(watch.says(r"specs/shop\.overlay\.yaml: output: \d+ changed, .*")) == 1
    assert "Mended items" in (project / "output" / ITEMS).read_text()
    (project / "specs" / "shop.overlay.yaml").unlink()
    watch.says(r"specs/shop\.overlay\.yaml: output: \d+ changed, .*")

    catalogue = project / "specs" / "locales" / "de" / "shop.po"
    catalogue.parent.mkdir(parents=True)
    text = 'msgctxt "/paths/~1items/get/summary"\nmsgid "All items"\nmsgstr "Alle"\n'
    catalogue.write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{text}')
    watch.says(r"specs/locales/de/shop\.po: output: \d+ changed, .*")
    assert "# Alle" in (project / "output" / "docs" / "de" / "items" / "list.md").read_text()

    referring = SPEC.replace("{description: Nothing.}", "{$ref: 'parts/answers.yaml#/Nothing'}")
    spec.write_text(referring)
    watch.says(r"specs/shop\.yaml: output is as it was\. .*")
    answers = project / "specs" / "parts" / "answers.yaml"
    answers.parent.mkdir()
    answers.write_text("Nothing: {description: Nothing more.}\n")
    watch.says(r"specs/parts/answers\.yaml: output: .*")
    answers.write_text("Nothing: {description: Nothing at all.}\n")
    watch.says(r"specs/parts/answers\.yaml: output: \d+ changed, .*")
    assert "Nothing at all." in (project / "output" / "docs" / "en" / "items" / "list.md").read_text()


def test_a_watch_looks_at_every_file_that_an_output_keeps_a_digest_of(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    with (project / "specwright.toml").open("a") as file:
        file.write('changelog = "notes/releases.toml"\n')
    (project / "specs" / "shop.overlay.yaml").write_text("overlay: 1.0.0\n")
    config, looked = read_config(project / "specwright.toml"), Looked()
    inputs_of(config, (), "", looked)
    kept = {str(path.relative_to(project)) for path in map(Path, looked.seen) if path.is_relative_to(project)}
    assert "notes/releases.toml" in kept
    assert kept - marks_of(config).keys() == set()


def test_many_saves_are_one_run_and_none_is_no_run(project: Path, watch: Watch) -> None:
    watch.says("Watching .*")
    spec = project / "specs" / "shop.yaml"
    for number in range(8):
        scratch = spec.with_name(".shop.yaml.saving")
        scratch.write_text(SPEC.replace("All", f"{number}"))
        scratch.replace(spec)
        time.sleep(0.02)
    watch.says(r"specs/shop\.yaml: output: \d+ changed, .*")
    assert "7 items" in (project / "output" / ITEMS).read_text()
    (project / "output" / "notes.txt").write_text("not watched")
    (project / "notes.txt").write_text("not watched")
    assert watch.is_silent(2.0)
    assert watch.process.poll() is None


def test_a_watch_of_documents_alone(project: Path) -> None:
    (project / "specwright.toml").unlink()
    watch = Watch(project, "specs/shop.yaml", "-o", "made")
    try:
        watch.says("Watching .*")
        (project / "specs" / "shop.yaml").write_text(SPEC.replace("All items", "Every item"))
        watch.says(r"specs/shop\.yaml: made: \d+ changed, .*")
        assert not (project / ".cache").exists()
    finally:
        watch.end()


def test_a_watch_that_makes_no_sense_is_wrong_usage(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    assert watch.process.wait(LONG) == 2
    watch.says("Error: no specwright.toml here or above.*")
    watch.end()
