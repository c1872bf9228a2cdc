"""What the README tells people to write into their own projects works as it stands there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import cast

import pytest
import yaml

from consumer.consuming import Consumer
from consumer.workshop import Done
from trees import ROOT

SECTION = (ROOT / "README.md").read_text().partition("\n## In your own project\n")[2].partition("\n## ")[0]
INSTALL = "python -m pip install specwright"
CALL = "from acme_parcels import Client\n\nwith Client() as client:\n    client.parcels.list_parcels()\n"


def blocks(language: str) -> list[str]:
    """The code blocks of the section."""
    return re.findall(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)


@pytest.fixture
def proposed(checked: Consumer) -> Consumer:
    """A change that is proposed: a branch with a commit of its own, and code that calls the SDK."""
    checked.git("branch", "-M", "main")
    checked.git("clone", "-q", "--bare", ".", "../origin.git")
    checked.git("remote", "add", "origin", "../origin.git")
    checked.git("fetch", "-q", "origin")
    checked.git("switch", "-q", "-c", "proposal")
    (checked.folder / "src").mkdir()
    (checked.folder / "src" / "app.py").write_text(CALL)
    return checked


def change(consumer: Consumer, old: str, new: str) -> None:
    """Change the document, and everything that comes of it."""
    consumer.edit("specs/parcels.yaml", old, new)
    assert consumer.specwright("generate").code == 0
    consumer.git("add", ".")
    assert consumer.commit().code == 0


def run(consumer: Consumer, script: str) -> Done:
    assert INSTALL in script
    script = script.replace(INSTALL, "true")
    more = {"BASE": "main", "GITHUB_BASE_REF": "main"}
    return consumer.workshop.run("bash", "-e", "-c", script, cwd=consumer.folder, more=more)


def steps() -> str:
    """What the workflow for GitHub runs."""
    [workflow] = [cast("dict[str, object]", each) for each in map(yaml.safe_load, blocks("yaml")) if "jobs" in each]
    jobs = cast("dict[str, dict[str, list[dict[str, str]]]]", workflow["jobs"])
    return "\n".join(step["run"] for step in jobs["sdk"]["steps"] if "run" in step)


SCRIPTS = {"any": blocks("sh")[0], "GitHub": steps()}


@pytest.mark.consumer
@pytest.mark.parametrize("place", SCRIPTS)
def test_a_change_that_adds_something_passes(place: str, proposed: Consumer) -> None:
    change(proposed, "[{name: city,", "[{name: day, in: query, schema: {type: string}}, {name: city,")
    done = run(proposed, SCRIPTS[place])
    assert done.code == 0, done.said


@pytest.mark.consumer
@pytest.mark.parametrize("place", SCRIPTS)
def test_a_change_that_breaks_callers_fails(place: str, proposed: Consumer) -> None:
    change(proposed, "schema: {type: string}}]", "schema: {type: integer}}]")
    done = run(proposed, SCRIPTS[place])
    assert (done.code, "breaking" in done.said) == (1, True), done.said


@pytest.mark.consumer
def test_the_project_of_the_readme_is_one_that_builds(consumer: Consumer) -> None:
    [text] = blocks("toml")
    assert tomllib.loads(text)["project"]["name"] == "acme-parcels"
    (consumer.folder / "pyproject.toml").write_text(text)
    done = consumer.wheel(".", "--no-build-isolation")
    assert done.code == 0, done.said
    assert b"acme_parcels/client.py" in consumer.made()


def test_the_hooks_of_the_readme_are_hooks_that_there_are(consumer: Consumer) -> None:
    [config] = [each for each in map(yaml.safe_load, blocks("yaml")) if "repos" in each]
    named = [hook["id"] for hook in config["repos"][0]["hooks"]]
    assert set(named) <= {hook["id"] for hook in consumer.workshop.hooks()}
    assert (
        config["repos"][0]["rev"] == f"v{tomllib.loads(Path(ROOT, 'pyproject.toml').read_text())['project']['version']}"
    )
