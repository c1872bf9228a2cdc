"""Two updates of a small project, replayed in a git repository from the publisher's change to the next release.

The first one adds, and is calm. The second one breaks: a method is renamed by its publisher, a property goes, a
parameter becomes required. Nothing is generated before somebody has decided on the name; then its callers are warned
for a release.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from calls_server import serving
from specwright.cli import main
from trees import tree_of

CONFIG = 'output = "output"\n\n[[sdk]]\nname = "pet-shop"\nversion = "0.1.0"\nspecs = ["specs/*.yaml"]\n'
FIRST = """\
openapi: 3.0.3
info: {title: Pet Shop, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {name: kind, in: query, schema: {type: string}}
      responses:
        '200':
          description: All pets.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: string}
        tag: {type: string}
"""
ADDED = FIRST.replace(
    "        tag: {type: string}\n", "        tag: {type: string}\n        color: {type: string}\n"
).replace(
    "components:\n",
    "  /owners:\n    get:\n      operationId: listOwners\n      tags: [owners]\n"
    "      responses: {'204': {description: Nothing yet.}}\ncomponents:\n",
)
BROKEN = (
    ADDED.replace("operationId: listPets", "operationId: searchPets")
    .replace("        tag: {type: string}\n", "")
    .replace("in: query, schema", "in: query, required: true, schema")
)


@dataclass(frozen=True)
class Project:
    """The project's folder, and what is done in it."""

    folder: Path

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The exit code, results and messages of a `specwright` command."""
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    def publish(self, text: str) -> None:
        """What the publisher has from now on."""
        (self.folder / "upstream.yaml").write_text(text)

    def commit(self, subject: str) -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-qm", subject)

    def git(self, *arguments: str) -> str:
        """What git says."""
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@shop.example")
        done = subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True, text=True)
        return done.stdout

    def call(self, code: str) -> str:
        """What a program prints that uses the generated package; `client` is connected to a server with one pet."""
        with serving() as server:
            server.always(200, json=[{"id": "tom"}])
            lines = ("import warnings", "warnings.simplefilter('always')", "from pet_shop import Client")
            program = "\n".join((*lines, f"with Client(base_url={server.url!r}) as client:", f"    {code}"))
            done = subprocess.run(
                [sys.executable, "-c", program],
                env={"PYTHONPATH": str(self.folder / "output" / "python" / "pet-shop" / "src")},
                capture_output=True,
                text=True,
                check=False,
            )
        return done.stdout + done.stderr.strip().rpartition("\n")[2]

    @property
    def output(self) -> dict[str, bytes]:
        """What is generated."""
        return tree_of(self.folder / "output")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project that has been released once."""
    monkeypatch.chdir(tmp_path)
    own = Project(tmp_path)
    (tmp_path / "specwright.toml").write_text(CONFIG)
    (tmp_path / ".gitignore").write_text(".cache/\n__pycache__/\n")
    own.publish(FIRST)
    said = ("--to", "specs/shop.yaml", "--license", "MIT", "--retrieved", "2026-01-01")
    assert own.run("vendor", "add", "upstream.yaml", *said)[:2] == (0, "")
    assert own.run("generate")[0] == 0
    assert own.run("names", "pin")[0] == 0
    assert own.run("generate")[0] == 0
    own.git("init", "-q", "-b", "main")
    own.commit("Release 0.1.0")
    return own


def test_noise_changes_nothing(project: Project) -> None:
    head, _, schemas = FIRST.partition("components:")
    info, _, paths = head.partition("paths:")
    project.publish(f"{info}components:{schemas}paths:{paths}")
    before = project.output
    code, out, _ = project.run("vendor", "update", "--retrieved", "2026-02-01")
    assert (code, "before → after: no change.\n" in out) == (0, True)
    assert project.run("check")[0] == 0
    assert project.run("generate")[0] == 0
    assert project.output == before
    assert project.run("diff")[:2] == (0, "HEAD → the working tree: no change.\n")


def test_an_update_that_adds_is_calm(project: Project) -> None:
    project.publish(ADDED)
    code, told, _ = project.run("vendor", "update", "--retrieved", "2026-02-01")
    assert code == 0
    assert "before → after: 2 additive.\n" in told
    assert "Names at stake" not in told
    code, changes, _ = project.run("diff")
    assert (code, "`GET /owners` is new." in changes, "The property `Pet.color` is new." in changes) == (0, True, True)
    code, drift, _ = project.run("check")
    assert (code, "specs/shop.yaml" in drift) == (1, True)
    assert project.run("generate")[0] == 0
    assert project.run("check")[0] == 0
    pinned = (project.folder / "specwright.names.toml").read_text()
    assert 'name = "owners.list_owners"' in pinned
    assert 'properties.color = "color"' in pinned
    project.commit("Update the shop")
    assert "HEAD~1 → HEAD: 2 additive.\n" in project.run("diff", "HEAD~1", "HEAD")[1]
    assert project.run("vendor", "verify")[0] == 0


def test_an_update_that_breaks_is_told_held_and_decided(project: Project) -> None:
    project.publish(ADDED)
    assert project.run("vendor", "update", "--retrieved", "2026-02-01")[0] == 0
    assert project.run("generate")[0] == 0
    project.commit("Update the shop")
    project.publish(BROKEN)
    before = project.output

    # The report comes first, and the same run without the write says the same.
    rehearsed = project.run("vendor", "update", "--retrieved", "2026-03-01", "--dry-run")
    assert project.git("status", "--short", "specs") == ""
    code, told, _ = project.run("vendor", "update", "--retrieved", "2026-03-01")
    assert (code, told) == rehearsed[:2]
    assert code == 1
    assert told.index("  breaking\n") < told.index("Names at stake\n") < told.index("Next\n")
    assert "In the SDK: `Pet.tag` is gone." in told
    assert "name-changed: GET /pets is called pets.list_pets and would be pets.search_pets now" in told

    # It breaks, and nothing is generated before the name is decided on.
    assert project.run("diff")[0] == 1
    code, out, err = project.run("generate")
    assert (code, out) == (1, "")
    assert "specwright.names.toml:" in err
    assert "name-changed" in err
    assert project.output == before

    # The new name is taken; the old one is kept for those who call it.
    assert project.run("names", "accept", "pets.list_pets")[0] == 0
    assert 'was = ["pets.list_pets"]' in (project.folder / "specwright.names.toml").read_text()
    assert project.run("names", "prune")[0] == 0
    assert project.run("generate")[0] == 0
    assert project.run("check")[0] == 0
    project.commit("Take the shop's new names")
    assert project.run("diff", "HEAD~1", "HEAD")[0] == 1
    assert project.call("print(client.pets.search_pets(kind='cat')[0].id)") == "tom\n"


def test_a_renamed_method_works_for_a_release_and_then_goes(project: Project) -> None:
    project.publish(FIRST.replace("operationId: listPets", "operationId: searchPets"))
    assert project.run("vendor", "update", "--retrieved", "2026-02-01")[0] == 1
    assert project.run("names", "accept")[0] == 0
    assert project.run("generate")[0] == 0
    told = project.call("print(client.pets.list_pets()[0].id)")
    assert told.startswith("tom\n")
    assert "DeprecationWarning" in told
    assert "search_pets" in told
    assert project.run("check")[0] == 0

    # The next release drops it.
    (project.folder / "specwright.toml").write_text(CONFIG.replace('"0.1.0"', '"0.2.0"'))
    assert project.run("generate")[0] == 0
    assert "AttributeError" in project.call("client.pets.list_pets()")
    assert project.call("print(client.pets.search_pets()[0].id)") == "tom\n"
    assert project.run("names", "prune")[0] == 0
    assert "was" not in (project.folder / "specwright.names.toml").read_text().partition("[pet-shop")[2]
    assert project.run("generate")[0] == 0
    assert project.run("check")[0] == 0


def test_a_name_that_is_kept_stays_whatever_its_publisher_calls_it(project: Project) -> None:
    project.publish(FIRST.replace("operationId: listPets", "operationId: searchPets"))
    assert project.run("vendor", "update", "--retrieved", "2026-02-01")[0] == 1
    assert project.run("names", "keep", "pets.list_pets")[0] == 0
    assert project.run("generate")[0] == 0
    assert project.run("check")[0] == 0
    assert project.call("print(client.pets.list_pets()[0].id, hasattr(client.pets, 'search_pets'))") == "tom False\n"
