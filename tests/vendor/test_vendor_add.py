"""`specwright vendor add` and `verify`: what is brought in, what is pinned, and what is refused."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
from tls_server import Certificates, answer, serving
from vendored import DOCUMENT, PET, digest, entry, run, write

from specwright.vendor import gathering
from specwright.vendor.layout import layout_of
from trees import ROOT, tree_of

SAID = ("--license", "MIT", "--retrieved", "2026-01-31", "--origin", "A shop.")
PROPOSAL = '[[sdk]]\nname = "pet-shop"\nspecs = ["specs/shop.yaml"]\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory, and beside it a document with a file that it refers to."""
    write(
        tmp_path / "upstream",
        {"shop.yaml": DOCUMENT, "schemas/pet.yaml": PET, "other.yaml": "a: 1\n", "broken.yaml": "a: [\n"},
    )
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def test_a_document_and_what_it_refers_to_are_brought_in_as_they_are(project: Path) -> None:
    code, out, err = run("add", "../upstream/shop.yaml", *SAID)
    assert (code, out) == (0, PROPOSAL)
    assert err == (
        "specs/shop.yaml: brought in, with 1 that it refers to and pinned in specs/sources.toml.\n"
        "`specwright vendor update` will not find it again. "
        'Write url = "https://…" in specs/sources.toml, or give --from then.\n'
        "No pattern in specwright.toml means it. For a package of its own, put there:\n"
    )
    pinned = f"""\
# Where each document comes from. `path` is relative to this folder.

[[source]]
path = "shop.yaml"
sha256 = "{digest(DOCUMENT)}"
title = "Pet Shop"
version = "1"
origin = "A shop."
license = "MIT"
retrieved = "2026-01-31"

[source.parts]
"schemas/pet.yaml" = "{digest(PET)}"
"""
    files = {"specs/shop.yaml": DOCUMENT, "specs/schemas/pet.yaml": PET, "specs/sources.toml": pinned}
    assert tree_of(project) == {name: text.encode() for name, text in files.items()}
    assert run("verify") == (0, "", "specs/sources.toml: 2 files as retrieved.\n")


def test_the_place_is_chosen_and_a_pattern_that_means_it_is_known(project: Path) -> None:
    write(project, {"specwright.toml": '[[sdk]]\nname = "shop"\nspecs = ["specs/{version}/*.yaml"]\n'})
    assert run("add", "../upstream/shop.yaml", "--to", "specs/v1")[:2] == (0, "")
    assert run("add", "../upstream/shop.yaml", "--to", "specs/v2/pets.yaml")[:2] == (0, "")
    assert set(tree_of(project)) == {
        *("specs/v1/shop.yaml", "specs/v1/schemas/pet.yaml", "specs/v2/pets.yaml", "specs/v2/schemas/pet.yaml"),
        *("specs/sources.toml", "specwright.toml"),
    }  # fmt: skip


def test_a_document_that_lies_there_already_is_pinned_where_it_is(project: Path) -> None:
    write(project, {"specs/v1/shop.yaml": DOCUMENT, "specs/v1/schemas/pet.yaml": PET})
    assert run("add", "specs/v1/shop.yaml", *SAID)[0] == 0
    assert run("verify")[0] == 0


def test_where_a_document_of_the_project_is_from_is_kept_for_updates(project: Path) -> None:
    write(project, {"server/api.yaml": DOCUMENT.replace("$ref: 'schemas/pet.yaml'", "type: string")})
    code, _, err = run("add", "server/api.yaml")
    assert (code, "will not find it again" in err) == (0, False)
    assert 'file = "../server/api.yaml"\n' in (project / "specs" / "sources.toml").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.yaml"], "nowhere.yaml: unreadable: there is no such file to read."),
        (["../upstream"], "../upstream: unreadable: this is a folder. Name a document in it."),
        (["../upstream/other.yaml"], "../upstream/other.yaml:1:1: missing-version: this is no OpenAPI or Swagger "),
        (["../upstream/broken.yaml"], "../upstream/broken.yaml:2:1: malformed-yaml: "),
        (["../upstream/shop.yaml", "--to", "elsewhere"], 'elsewhere: vendor-outside: "elsewhere" lies outside'),
        (["../upstream/shop.yaml", "--to", "specs/../x.yaml"], "specs/../x.yaml: vendor-outside: "),
        (["http://example.com/a"], 'http://example.com/a: url-refused: "http://example.com/a" is not fetched'),
        (["https://127.0.0.1/a"], "https://127.0.0.1/a: address-refused: 127.0.0.1, a loopback address."),
    ],
)
def test_what_is_refused_leaves_nothing_behind(project: Path, arguments: list[str], told: str) -> None:
    code, out, err = run("add", *arguments)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith(told)
    assert tree_of(project) == {}
    assert list(project.iterdir()) == []


def test_nothing_is_overwritten(project: Path) -> None:
    write(project, {"specs/schemas/pet.yaml": "mine: 1\n"})
    told = (
        "specs/schemas/pet.yaml:1:1: already-there: another file lies here already. "
        "`specwright vendor update` brings in a new one; --to names another place.\n"
    )
    assert run("add", "../upstream/shop.yaml") == (1, "", told)
    assert tree_of(project) == {"specs/schemas/pet.yaml": b"mine: 1\n"}
    (project / "specs" / "schemas" / "pet.yaml").unlink()
    assert run("add", "../upstream/shop.yaml")[0] == 0
    before = tree_of(project)
    assert run("add", "../upstream/shop.yaml")[2].startswith("specs/sources.toml:3:1: already-vendored: ")
    assert tree_of(project) == before


def test_only_files_below_the_documents_folder_come_along(project: Path) -> None:
    secret = project.parent / "secret.yaml"
    secret.write_text("a: secret\n")
    document = DOCUMENT.replace("schemas/pet.yaml", "../secret.yaml")
    write(project.parent / "upstream", {"shop.yaml": document, ".env.yaml": "a: 1\n", "link.yaml": "a: 1\n"})
    (project.parent / "upstream" / "link.yaml").unlink()
    (project.parent / "upstream" / "link.yaml").symlink_to(secret)
    for reference in ("../secret.yaml", "link.yaml", str(secret), ".env.yaml", "a/../../secret.yaml"):
        document = DOCUMENT.replace("schemas/pet.yaml", reference)
        write(project.parent / "upstream", {"shop.yaml": document})
        assert run("add", "../upstream/shop.yaml", "--to", f"specs/{digest(reference)[:5]}")[0] == 1
    brought = [path for path in project.rglob("*") if path.is_file()]
    assert not [path for path in brought if b"secret\n" in path.read_bytes()]
    assert {path.name for path in brought} == {"shop.yaml", "sources.toml"}


def test_a_folder_that_holds_all_of_a_document_may_be_named(project: Path) -> None:
    upstream = project.parent / "upstream"
    write(upstream, {"api/shop.yaml": DOCUMENT.replace("schemas/", "../schemas/")})
    code, _, err = run("add", "../upstream/api/shop.yaml", "--to", "specs/shop/api/")
    told = (
        "leads out of the document's folder, and is left there. If it belongs to the document, name a folder that holds"
    )
    assert code == 1
    assert err.startswith(
        f'specs/shop/api/shop.yaml:10:49: ref-not-vendored: "../schemas/pet.yaml" {told} both: --below'
    )
    code, _, err = run("add", "../upstream/api/shop.yaml", "--below", "../upstream", "--to", "specs/api")
    assert (code, len(err.splitlines())) == (0, 3)
    assert (project / "specs" / "schemas" / "pet.yaml").read_text() == PET
    code, _, err = run("add", "../upstream/api/shop.yaml", "--below", "../upstream", "--to", "specs")
    told = "would lie outside specs/, and is not brought in. Choose a deeper place with --to."
    assert code == 1
    assert err.startswith(f'specs/shop.yaml:10:49: ref-not-vendored: "../schemas/pet.yaml" {told}\n')
    # An update may go as far above the document as its files were brought in from.
    write(upstream, {"schemas/pet.yaml": PET.replace("string", "integer")})
    source = ("--from", "../upstream/api/shop.yaml", "--retrieved", "2026-02-01")
    assert run("update", "specs/api/shop.yaml", *source)[1].startswith("specs/schemas/pet.yaml: sha256 ")


def test_only_so_many_files_come_along(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project.parent / "upstream", {"schemas/pet.yaml": "$ref: tag.yaml\n", "schemas/tag.yaml": "$ref: end.yaml\n"})
    write(project.parent / "upstream", {"schemas/end.yaml": "type: string\n"})
    monkeypatch.setattr(gathering, "MAX_FILES", 3)
    code, _, err = run("add", "../upstream/shop.yaml")
    assert (code, err.partition(": too-large: ")[0]) == (1, "../upstream/shop.yaml:1:1")
    assert tree_of(project) == {}
    monkeypatch.setattr(gathering, "MAX_FILES", 4)
    assert run("add", "../upstream/shop.yaml")[0] == 0


def test_files_that_refer_to_each_other_are_brought_in_once(project: Path) -> None:
    write(project.parent / "upstream", {"schemas/pet.yaml": PET + "x-shop: {$ref: ../shop.yaml}\n"})
    assert run("add", "../upstream/shop.yaml")[0] == 0
    assert set(tree_of(project)) == {"specs/shop.yaml", "specs/schemas/pet.yaml", "specs/sources.toml"}


def test_a_reference_in_an_example_is_a_warning(project: Path) -> None:
    example = "          content: {application/json: {example: {$ref: 'gone.yaml'}, schema: {type: string}}}\n"
    before, _, _ = DOCUMENT.partition("          content:")
    write(project.parent / "upstream", {"shop.yaml": before + example})
    code, _, err = run("add", "../upstream/shop.yaml")
    assert (code, err.splitlines()[0].partition(". ")[0]) == (
        0, 'specs/shop.yaml:10:50: warning: ref-not-vendored: "gone.yaml" leads to no file'
    )  # fmt: skip


def test_a_reference_to_no_file_is_told_and_stops_nothing(project: Path) -> None:
    write(project.parent / "upstream", {"shop.yaml": DOCUMENT.replace("schemas/pet.yaml", "schemas/cat.yaml")})
    code, _, err = run("add", "../upstream/shop.yaml")
    assert code == 1
    assert err.splitlines()[0].startswith("specs/shop.yaml:10:49: ref-not-vendored: ")
    assert set(tree_of(project)) == {"specs/shop.yaml", "specs/sources.toml"}


def test_a_url_brings_its_files_from_the_same_server(project: Path, certificates: Certificates) -> None:
    files = {"/v1/api": DOCUMENT, "/v1/schemas/pet.yaml": PET}

    def talk(connection: ssl.SSLSocket, line: str) -> None:
        found = files.get(line.split()[1].partition("?")[0])
        connection.sendall(answer(found.encode()) if found else answer(b"", "404 Not Found"))

    network = ("--allow-private", "--ca-file", str(certificates.authority))
    with serving(certificates, talk) as server:
        url = server.url("/v1/api?key=1")
        assert run("add", url, *SAID, *network, "--to", "specs/v1")[0] == 0
        assert [line.split()[1] for line in server.asked] == ["/v1/api?key=1", "/v1/schemas/pet.yaml"]
        assert f'url = "{url}"\n' in (project / "specs" / "sources.toml").read_text()
        assert set(tree_of(project)) == {"specs/v1/api.yaml", "specs/v1/schemas/pet.yaml", "specs/sources.toml"}
        code, _, err = run("add", server.url("/v2/api"), *network)
        hint = "Check the address. Get the file yourself, and name the file."
        told = f"{server.url('/v2/api')}: fetch-failed: 127.0.0.1 answers 404 Not Found. {hint}\n"
        assert (code, err) == (1, told)
    assert run("verify")[0] == 0


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/v1/api.json", "api.json"),
        ("/v1/api", "api.yaml"),
        ("/", "openapi.yaml"),
        ("/v1/..%2f..%2fevil.yaml", "openapi.yaml"),
        ("/v1/%2e%2e", "openapi.yaml"),
        ("/v1/.hidden.yaml", "hidden.yaml"),
        ("/v1/a%0ab.yaml", "openapi.yaml"),
        ("/v1/con.yaml", "openapi.yaml"),
        ("/v1/a%20b.yml?x=/y.json", "a b.yml"),
    ],
)
def test_a_url_names_a_file_and_never_a_place(project: Path, certificates: Certificates, path: str, name: str) -> None:
    text = DOCUMENT.replace("$ref: 'schemas/pet.yaml'", "type: string")
    with serving(certificates, lambda connection, _: connection.sendall(answer(text.encode()))) as server:
        assert run("add", server.url(path), "--allow-private", "--ca-file", str(certificates.authority))[0] == 0
    assert set(tree_of(project.parent)) - {f"upstream/{each}" for each in tree_of(project.parent / "upstream")} == {
        f"project/specs/{name}", "project/specs/sources.toml"
    }  # fmt: skip


# Verify


def test_everything_that_is_not_as_retrieved_is_told_at_its_line(project: Path) -> None:
    write(
        project,
        {
            "specs/a.yaml": "edited: 1\n",
            "specs/c.yaml": DOCUMENT,
            "specs/extra.json": "{}",
            "specs/.hidden.json": "{}",
            "specs/a.overlay.yaml": "overlay: 1.0.0\n",
            "specs/README.md": "Ours.\n",
            "specs/locales/de/shop.po": "",
            "specs/sources.toml": entry("a.yaml", DOCUMENT)
            + entry("b.yaml", DOCUMENT)
            + f'[source.parts]\n"schemas/pet.yaml" = "{digest(PET)}"\n\n'
            + f'[[source]]\npath = "c.yaml"\nsha256 = "{digest(DOCUMENT)}"\nlicense = " "\n',
        },
    )
    code, out, err = run("verify")
    assert (code, err) == (1, "")
    lines = [line.partition(" ")[0] + " " + line.split(": ")[1] for line in out.splitlines()]
    assert lines == [
        "specs/extra.json:1:1: source-unlisted",
        "specs/sources.toml:3:1: pin-mismatch",
        "specs/sources.toml:9:1: source-missing",
        "specs/sources.toml:14:1: source-missing",
        "specs/sources.toml:16:1: source-without-date",
        "specs/sources.toml:16:1: source-without-license",
        "specs/sources.toml:16:1: source-without-origin",
    ]
    assert digest("edited: 1\n") in out
    assert run("verify", "--format", "github")[1].count("::error file=specs/") == 7


def test_a_part_that_is_edited_is_told(project: Path) -> None:
    assert run("add", "../upstream/shop.yaml", *SAID)[0] == 0
    write(project, {"specs/schemas/pet.yaml": PET + "\n"})
    code, out, _ = run("verify")
    assert (code, out.partition(": specs/")[0]) == (1, "specs/sources.toml:13:1: pin-mismatch")


def test_a_file_that_is_moved_is_told_with_the_line_to_write(project: Path) -> None:
    assert run("add", "../upstream/shop.yaml", *SAID)[0] == 0
    for old, new in (("shop.yaml", "v1/shop.yaml"), ("schemas/pet.yaml", "v1/schemas/pet.yaml")):
        (project / "specs" / new).parent.mkdir(parents=True)
        (project / "specs" / old).rename(project / "specs" / new)
    code, out, err = run("verify")
    assert (code, err) == (1, "")
    line = f'"v1/schemas/pet.yaml" = "{digest(PET)}"'
    assert out == (
        "specs/sources.toml:4:1: source-moved: specs/shop.yaml is not there: it is specs/v1/shop.yaml now. "
        'Write `path = "v1/shop.yaml"`, or move it back.\n'
        "specs/sources.toml:13:1: source-moved: specs/schemas/pet.yaml is not there: it is specs/v1/schemas/pet.yaml "
        f"now. Write `{line}`, or move it back.\n"
    )
    assert run("update", "shop.yaml", "--from", "../upstream/shop.yaml")[2].count("source-moved") == 2
    pinned = (project / "specs" / "sources.toml").read_text().replace('path = "shop', 'path = "v1/shop')
    write(project, {"specs/sources.toml": pinned.replace('"schemas/pet.yaml"', '"v1/schemas/pet.yaml"')})
    assert run("verify")[0] == 0


def test_a_copy_is_no_move_and_two_lost_files_are_not_found_in_one(project: Path) -> None:
    pinned = entry("a.yaml", PET) + entry("b.yaml", PET)
    write(project, {"specs/sources.toml": pinned, "specs/a.yaml": PET, "specs/b.yaml": PET, "specs/c.yaml": PET})
    assert [line.split(": ")[1] for line in run("verify")[1].splitlines()] == ["source-unlisted"]
    (project / "specs" / "a.yaml").unlink()
    (project / "specs" / "b.yaml").unlink()
    assert [line.split(": ")[1] for line in run("verify")[1].splitlines()] == ["source-moved", "source-missing"]


@pytest.mark.parametrize("ends", [("\n", "\r\n"), ("\r\n", "\n")])
def test_line_ends_that_git_has_changed_are_no_edit(project: Path, ends: tuple[str, str]) -> None:
    published = PET.replace("\n", ends[0])
    write(project, {"specs/sources.toml": entry("pet.yaml", published), "specs/pet.yaml": PET.replace("\n", ends[1])})
    told = (
        "specs/sources.toml:3:1: pin-mismatch: specs/pet.yaml differs in its line ends alone. Put `specs/** -text` "
        "into .gitattributes, commit it, and clone again: git changes them otherwise.\n"
    )
    assert run("verify") == (1, told, "")
    write(project, {"specs/pet.yaml": f"{PET}more: 1\n".replace("\n", ends[1])})
    assert "is not what was retrieved: its sha256" in run("verify")[1]


def test_many_sources_are_looked_through_once(project: Path) -> None:
    entries = "\n".join(entry(f"{number}.yaml", DOCUMENT) for number in range(50))
    write(project, {"specs/sources.toml": entries, **{f"specs/{number}.yaml": DOCUMENT for number in range(50)}})
    before = layout_of.cache_info().misses
    assert run("verify") == (0, "", "specs/sources.toml: 50 files as retrieved.\n")
    assert layout_of.cache_info().misses == before + 1


def test_the_sources_of_this_repository_are_as_retrieved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run("verify") == (0, "", "specs/sources.toml: 3 files as retrieved.\n")
