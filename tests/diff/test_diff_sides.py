"""What OLD and NEW may be: documents, folders, versions, revisions; and what happens where they are none of these."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest
from diff_projects import CONFIG, MANY, Document, commit, diff, document, git, ids, told, write

NAME_GONE = "property-removed Item/name"
COLOR_NEW = "property-added Item/color"
COLOR = {"type": "string"}
OVERLAY = """\
overlay: 1.0.0
info: {{title: Mended, version: '1'}}
actions:
  - target: $.paths['/items'].get
    description: It says too little.
    update: {{summary: {}}}
"""


def without_name() -> Document:
    changed = document()
    del changed["components"]["schemas"]["Item"]["properties"]["name"]
    return changed


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and one document, which is the working folder."""
    (tmp_path / "specwright.toml").write_text(CONFIG)
    write(tmp_path / "specs" / "shop.json", document())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(project: Path) -> Path:
    """The same, committed."""
    git("init", "-q")
    commit("First")
    return project


def usage(*arguments: str) -> str:
    code, out, err = diff(*arguments)
    assert (code, out) == (2, "")
    return err.rpartition("Error: ")[2]


# documents and folders


def test_two_documents_are_compared(project: Path) -> None:
    write(project / "new.json", document(color=COLOR))
    assert ids("specs/shop.json", "new.json") == [COLOR_NEW]
    assert ids("new.json", "new.json") == []


def test_a_document_outside_of_the_working_folder_is_named_so_that_it_can_be_opened(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "shop.json"
    write(elsewhere, document(color=COLOR))
    change = told("specs/shop.json", str(elsewhere))["changes"][0]
    assert (change["old"]["file"], change["new"]["file"]) == ("specs/shop.json", elsewhere.as_posix())
    line: int = change["new"]["line"]
    assert elsewhere.read_text().splitlines()[line - 1].strip() == '"color": {'


def test_folders_are_compared_document_by_document(project: Path) -> None:
    for folder, path, shop in (("a", "v1/shop.json", document()), ("b", "v2/shop.json", document(color=COLOR))):
        write(project / folder / "same" / "pets.json", document())
        write(project / folder / path, shop)
        write(project / folder / "parts.json", {"Item": {"type": "string"}})
    write(project / "a" / "old.json", document() | {"info": {"title": "Old", "version": "1"}})
    write(project / "b" / "new.json", document() | {"info": {"title": "New", "version": "1"}})
    found = told("a", "b")["changes"]
    assert [(each["version"], each["id"]) for each in found] == [
        ("v1/shop.json → v2/shop.json", COLOR_NEW),
        ("old.json", "package-removed package old.json"),
        ("new.json", "package-added package new.json"),
    ]


def test_documents_of_folders_are_one_by_their_title_where_their_names_differ(project: Path) -> None:
    write(project / "a" / "first.json", document())
    write(project / "b" / "second.json", document(color=COLOR))
    assert ids("a", "b") == [COLOR_NEW]


def test_a_document_whose_keys_are_sorted_is_one_too(project: Path) -> None:
    for folder, shop in (("a", document()), ("b", document(color=COLOR))):
        write(project / folder / "shop.json", {key: shop[key] for key in sorted(shop)})
    assert ids("a", "b") == ["property-added Item/color"]


def test_a_folder_with_a_configuration_is_a_project(project: Path) -> None:
    write(project / "next" / "specs" / "shop.json", document(color=COLOR))
    (project / "next" / "specwright.toml").write_text(CONFIG)
    found = told(".", "next")
    assert [(each["package"], each["id"]) for each in found["changes"]] == [("shop", COLOR_NEW)]
    assert found["changes"][0]["new"]["file"] == "next/specs/shop.json"


def test_reordering_changes_nothing(project: Path) -> None:
    plain = document(color=COLOR)
    turned = {key: plain[key] for key in reversed(plain)}
    write(project / "a.json", plain)
    write(project / "b.json", turned)
    assert diff("a.json", "b.json", "--fail-on", "any") == (0, "a.json → b.json: no change.\n", "")


def test_the_problems_of_both_sides_are_told_at_once(project: Path) -> None:
    broken = document()
    broken["paths"]["/items"]["get"]["responses"]["200"] = {"$ref": "#/components/responses/Gone"}
    write(project / "a" / "old.json", broken)
    (project / "new.json").write_text("{,}")
    code, out, err = diff("a/old.json", "new.json")
    assert (code, out) == (1, "")
    assert [line.partition(": ")[0] for line in err.splitlines()] == ["a/old.json:13:7", "new.json:1:2"]


# versions


@pytest.fixture
def versions(project: Path) -> Path:
    (project / "specwright.toml").write_text(MANY)
    write(project / "specs" / "v3.json", document("3", ("/v3/items",)))
    write(project / "specs" / "2026-03.json", document("2026-03", ("/items/2026-03",), color=COLOR))
    (project / "specs" / "shop.json").unlink()
    return project


@pytest.mark.parametrize("words", [("v3", "2026-03"), ("3", "v2026_03"), ("shop@v3", "shop@2026-03")])
def test_versions_are_compared_without_the_versions_in_their_paths(versions: Path, words: tuple[str, str]) -> None:
    found = told(*words, "--level", "docs")
    assert [(each["package"], each["version"], each["id"]) for each in found["changes"]] == [
        ("shop", "v3 → 2026-03", COLOR_NEW)
    ]
    assert found["changes"][0]["old"]["file"] == "specs/v3.json"


def test_a_version_is_compared_with_a_document(versions: Path) -> None:
    write(versions / "published.json", document("4", ("/v4/items",)))
    assert ids("2026-03", "published.json") == ["property-removed Item/color"]


def test_a_version_that_several_packages_have_is_to_be_named_with_its_package(versions: Path) -> None:
    write(versions / "pets" / "v3.json", document())
    (versions / "specwright.toml").write_text(MANY + MANY.replace("shop", "pets").replace("specs/", "pets/"))
    message = '"v3" is a version of several packages. Name one: shop@v3, pets@v3.\n'
    assert usage("v3", "2026-03") == message
    assert ids("pets@v3", "shop@v3") == []


def test_words_that_mean_nothing_are_told_with_what_there_is(versions: Path) -> None:
    git("init", "-q")
    assert usage("v3", "v5") == 'there is no file, no version and no revision "v5". Versions: 2026-03, v3.\n'
    assert usage("v3").startswith('"v3" is a version. Name the version, document or revision')
    assert usage("v3", ".") == '"v3" is one API, and "." holds 2 APIs or versions. Name one of them.\n'
    assert usage("v3", "2026-03", "v3") == "two sides are compared, OLD and NEW.\n"


# revisions


def test_a_revision_is_compared_with_the_working_tree(repository: Path) -> None:
    write(repository / "specs" / "shop.json", document(color=COLOR))
    (repository / "specwright.toml").write_text(CONFIG.replace("shop.json", "*.json"))
    for words in ((), ("HEAD",), ("HEAD:",), ("HEAD:.", "."), ("specs/shop.json",), ("HEAD:specs/shop.json",)):
        change = told(*words)["changes"][0]
        assert change["id"] == COLOR_NEW
        assert (change["old"]["file"], change["new"]["file"]) == ("HEAD:specs/shop.json", "specs/shop.json")
    assert ids("specs") == [COLOR_NEW]


def test_two_revisions_are_compared(repository: Path) -> None:
    write(repository / "specs" / "shop.json", without_name())
    commit()
    write(repository / "specs" / "shop.json", "not committed")
    for words in (("HEAD~1", "HEAD"), ("HEAD~1..",), ("HEAD~1..HEAD",), ("HEAD~1:specs", "HEAD:specs")):
        assert ids(*words) == [NAME_GONE]
    change = told("HEAD~1", "HEAD")["changes"][0]
    assert (change["old"]["file"], change["old"]["line"]) == ("HEAD~1:specs/shop.json", 34)


def test_paths_of_a_revision_begin_at_the_top_or_here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository / "specs" / "shop.json", document(color=COLOR))
    monkeypatch.chdir(repository / "specs")
    for word in ("HEAD:specs/shop.json", "HEAD:./shop.json", "HEAD:shop.json"):
        assert ids(word, "shop.json") == [COLOR_NEW]
    assert ids() == ids("HEAD") == ids("HEAD:../specs") == ids("HEAD:../specs/shop.json") == [COLOR_NEW]


def test_overlays_and_files_referred_to_are_those_of_the_revision(repository: Path) -> None:
    api = document()
    api["components"]["schemas"]["Item"] = {"$ref": "../shared/item.json#/Item"}
    write(repository / "specs" / "shop.json", api)
    write(repository / "shared" / "item.json", {"Item": document()["components"]["schemas"]["Item"]})
    overlay = repository / "specs" / "shop.overlay.yaml"
    overlay.write_text(OVERLAY.format("Old"))
    commit()
    item = document(color=COLOR)["components"]["schemas"]["Item"]
    write(repository / "shared" / "item.json", {"Item": item})
    overlay.write_text(OVERLAY.format("New"))
    found = {each["id"]: each for each in told()["changes"]}
    assert list(found) == [COLOR_NEW, "operation-described GET /items summary"]
    assert found[COLOR_NEW]["new"]["file"] == "shared/item.json"
    assert found[COLOR_NEW]["old"]["file"] == "HEAD:specs/shop.json"


def test_a_link_in_a_revision_leads_to_its_file(repository: Path) -> None:
    (repository / "specs" / "linked.json").symlink_to("shop.json")
    commit()
    write(repository / "new.json", document(color=COLOR))
    assert ids("HEAD:specs/linked.json", "new.json") == [COLOR_NEW]


def test_a_tree_that_leads_out_of_its_top_writes_nothing_there(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stored(kind: str, content: bytes) -> str:
        command = ["git", "hash-object", "-w", "--literally", "-t", kind, "--stdin"]
        return subprocess.run(command, input=content, check=True, capture_output=True).stdout.decode().strip()

    blob = stored("blob", (repository / "specs" / "shop.json").read_bytes())
    inside = stored("tree", b"100644 out.json\0" + bytes.fromhex(blob))
    whole = stored("tree", b"40000 ..\0" + bytes.fromhex(inside) + b"100644 shop.json\0" + bytes.fromhex(blob))
    git(
        "tag", "odd", stored("commit", f"tree {whole}\nauthor A <a> 0 +0000\ncommitter A <a> 0 +0000\n\nOdd\n".encode())
    )
    place = tmp_path_factory.mktemp("elsewhere")
    written: list[Path] = []
    monkeypatch.setattr(tempfile, "tempdir", str(place))

    def put(path: Path, content: bytes) -> int:
        written.append(path.resolve())
        return len(content)

    monkeypatch.setattr(Path, "write_bytes", put)
    diff("odd:./", "specs")
    assert [path.name for path in written] == ["shop.json"]


def test_settings_are_no_document(repository: Path) -> None:
    told = '"specwright.toml" is no OpenAPI document. "." stands for the whole project.\n'
    assert usage("specwright.toml") == usage("specwright.toml", "specs/shop.json") == told
    assert diff(".")[0] == 0


def test_what_git_does_not_know_is_told(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert usage("nowhere") == 'there is no file, no version and no revision "nowhere".\n'
    assert usage("nowhere:specs") == 'git knows no revision "nowhere".\n'
    assert usage("--", "--output=x:specs") == 'git knows no revision "--output=x".\n'
    assert usage("HEAD:gone.json", "specs/shop.json") == "HEAD has no file or folder gone.json.\n"
    assert usage(":specs") == 'a revision is missing before ":specs".\n'
    assert not (repository / "x").exists()


def test_a_revision_needs_a_repository(project: Path) -> None:
    told = '"HEAD" is no file and no version; a revision needs a git repository here: fatal: not a git repository'
    assert usage().startswith(told)
    assert usage("HEAD").startswith(told)
    assert usage("HEAD:specs").startswith("a revision needs a git repository here: fatal: not a git repository")


def test_the_problems_of_a_revision_are_told_with_its_name(repository: Path) -> None:
    (repository / "specs" / "shop.json").write_text("{,}")
    commit()
    write(repository / "specs" / "shop.json", document())
    assert diff()[2].startswith("HEAD:specs/shop.json:1:2: malformed-json: ")
    (repository / "specwright.toml").write_text("[[sdk]]\n")
    commit()
    (repository / "specwright.toml").write_text(CONFIG)
    assert diff()[2].startswith('HEAD:specwright.toml:1:1: config-missing-key: "name" is missing')


def test_an_annotation_of_a_revision_names_the_file_by_its_path(repository: Path) -> None:
    write(repository / "specs" / "shop.json", without_name())
    commit()
    annotations = diff("HEAD~1", "HEAD", "--format", "github")[1]
    assert annotations.startswith("::error file=specs/shop.json,line=")


def test_a_shallow_clone_says_why_a_revision_is_not_there(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository / "specs" / "shop.json", without_name())
    commit()
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "-q", "--depth", "1", repository.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    shallow = "This clone is shallow: `git fetch --unshallow` brings the rest, in a workflow `fetch-depth: 0`.\n"
    assert usage("HEAD~1").endswith(f'no revision "HEAD~1". {shallow}')
    assert usage("HEAD~1:specs/shop.json", "HEAD") == f'git knows no revision "HEAD~1". {shallow}'


def test_a_repository_without_commits_is_told(project: Path) -> None:
    assert project == Path.cwd()
    git("init", "-q")
    assert usage().endswith("This repository has no commit yet.\n")
