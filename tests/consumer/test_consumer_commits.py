"""Commits of a repository that keeps an SDK: what the hooks let through, what they stop, and what they say."""

from __future__ import annotations

import re

import pytest

from consumer.consuming import Consumer
from consumer.workshop import Workshop

pytestmark = pytest.mark.consumer

ITEMS = "output/python/acme-parcels/src/acme_parcels/resources/parcels.py"
SPEC = "specs/parcels.yaml"


def test_a_commit_with_a_stale_output_is_stopped_and_told_why(checked: Consumer) -> None:
    checked.edit(SPEC, "All parcels", "Every parcel")
    checked.git("add", ".")
    done = checked.commit()
    assert done.code == 1
    assert "specwright lint..........................................................Passed" in done.said
    assert "specwright check.........................................................Failed" in done.said
    assert re.search(rf"^{re.escape(ITEMS)}: stale: .*{re.escape(SPEC)}", done.said, re.MULTILINE), done.said
    assert "Run `specwright generate`." in done.said


def test_a_commit_with_what_was_generated_goes_through(checked: Consumer) -> None:
    checked.edit(SPEC, "All parcels", "Every parcel")
    assert checked.specwright("generate").code == 0
    checked.git("add", ".")
    done = checked.commit()
    assert done.code == 0, done.said
    assert "specwright check.........................................................Passed" in done.said
    assert checked.git("status", "--short") == ""


def test_a_generated_file_that_is_left_out_of_the_commit_is_noticed(checked: Consumer) -> None:
    checked.edit(
        SPEC, "  /parcels:\n", "  /depots:\n    get: {responses: {'204': {description: None.}}}\n  /parcels:\n"
    )
    assert checked.specwright("generate").code == 0
    done = checked.commit("--all")
    new = "output/python/acme-parcels/src/acme_parcels/resources/depots.py"
    assert done.code == 1
    assert "git does not know" in done.said
    assert new in done.said
    assert "Run `git add output`." in done.said
    checked.git("add", "output")
    assert checked.commit("--all").code == 0


def test_a_catalogue_decides_the_output_too(checked: Consumer) -> None:
    checked.edit("specs/locales/de/acme-parcels.po", "Die Pakete", "Alle Pakete")
    checked.git("add", ".")
    done = checked.commit()
    told = re.search(r"^output/docs/de/\S+: stale: .*specs/locales/de/acme-parcels\.po", done.said, re.MULTILINE)
    assert (done.code, told is not None) == (1, True), done.said


WAKING = {
    "specwright.toml": "lint check generate",
    "sdk/specwright.names.toml": "lint check generate",
    "specs/sources.toml": "check generate",
    "specs/a.json": "lint check generate",
    "api/v3/a.overlay.yaml": "lint check generate",
    "a.yml": "lint check generate",
    "specs/locales/de/a.po": "check generate",
    "output/manifest.json": "lint check generate",
    "output/python/a/src/a/py.typed": "check generate",
    "sdk/output/docs/en/index.md": "check generate",
    "README.md": "",
    "src/a.py": "",
    "pyproject.toml": "",
}


@pytest.mark.parametrize("file", WAKING)
def test_a_hook_wakes_for_what_concerns_it(file: str, workshop: Workshop) -> None:
    awake = {str(hook["id"]) for hook in workshop.hooks() if re.search(str(hook["files"]), file)}
    assert awake == {f"specwright-{word}" for word in WAKING[file].split()}


def test_a_hand_that_edits_the_output_is_stopped(checked: Consumer) -> None:
    with (checked.folder / ITEMS).open("a") as file:
        file.write("# mine\n")
    checked.git("add", ".")
    done = checked.commit()
    assert done.code == 1
    assert "edited: changed by hand since it was written" in done.said
    assert "-# mine" in done.said


def test_a_commit_that_only_deletes_is_looked_at_where_that_is_asked_for(checked: Consumer) -> None:
    checked.git("rm", "-q", "output/docs/en/index.md")
    assert "(no files to check)Skipped" in checked.commit().said
    checked.use_installed("specwright-check", always_run=True)
    checked.git("rm", "-q", "output/docs/de/index.md")
    done = checked.commit()
    assert (done.code, "output/docs/de/index.md: missing" in done.said) == (1, True), done.said


def test_a_commit_of_something_else_runs_no_hook(checked: Consumer) -> None:
    (checked.folder / "notes.md").write_text("Not about parcels.\n")
    checked.git("add", ".")
    done = checked.commit()
    assert (done.code, done.said.count("(no files to check)Skipped")) == (0, 2)


def test_a_broken_document_is_told_with_file_and_line(checked: Consumer) -> None:
    checked.edit(SPEC, "parcel.yaml#/Parcel", "parcel.yaml#/Gone")
    checked.git("add", ".")
    done = checked.commit()
    assert done.code == 1
    assert "specwright lint..........................................................Failed" in done.said
    assert "specs/parcels.yaml:15:45: dangling-ref: " in done.said


def test_a_hook_that_generates_fails_once_and_says_what_to_add(consumer: Consumer) -> None:
    consumer.use_installed("specwright-generate")
    (consumer.folder / "specwright.toml").write_text((consumer.folder / "specwright.toml").read_text() + "\n")
    consumer.git("add", ".")
    first = consumer.commit()
    assert first.code == 1
    assert "specwright generate......................................................Failed" in first.said
    assert "Run `git add output`." in first.said
    consumer.git("add", "output")
    second = consumer.commit()
    assert second.code == 0, second.said
    assert "specwright generate......................................................Passed" in second.said
    assert ITEMS in consumer.git("ls-files")
    assert consumer.git("status", "--short") == ""


@pytest.mark.consumer
def test_hooks_from_the_repository_install_themselves_and_do_the_same(consumer: Consumer) -> None:
    consumer.use_repository()
    assert consumer.specwright("generate").code == 0
    consumer.git("add", "output")
    done = consumer.commit()
    assert done.code == 0, done.said
    assert f"Installing environment for {consumer.workshop.repository}" in done.said
    consumer.edit(SPEC, "All parcels", "Every parcel")
    consumer.git("add", ".")
    done = consumer.commit()
    assert (done.code, f"{ITEMS}: stale: " in done.said) == (1, True), done.said
