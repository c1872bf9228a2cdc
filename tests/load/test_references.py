"""What a reference leads to, and where it may not lead. More is in `cases/refuse/ref-*`."""

from pathlib import Path

import pytest

from specwright.load import Document, Folder, ReferenceFault, load
from specwright.load.nearest import nearest


@pytest.fixture
def document(tmp_path: Path) -> Document:
    folder = tmp_path / "inside"
    (folder / "parts").mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "spec.yaml").write_text("a: {b c/é: [1, 2]}\n", encoding="utf-8")
    (folder / "parts" / "other file.yaml").write_text("x: 1\n", encoding="utf-8")
    return load(folder / "spec.yaml", "specs/spec.yaml")


def fault(document: Document, reference: str) -> str:
    with pytest.raises(ReferenceFault) as raised:
        Folder(document).follow(document, reference)
    return raised.value.code


@pytest.mark.parametrize(
    "reference", ["#/a/b%20c~1%C3%A9/1", "spec.yaml#/a/b c~1é/1", "parts/../spec.yaml#/a/b%20c~1é/1"]
)
def test_a_place_is_found_however_it_is_written(document: Document, reference: str) -> None:
    target = Folder(document).follow(document, reference)
    assert (target.document, target.value) == (document, 2)


def test_another_file_is_named_as_users_know_it(document: Document) -> None:
    target = Folder(document).follow(document, "parts/other%20file.yaml")
    assert (target.document.file, target.pointer, target.value) == ("specs/parts/other file.yaml", "", {"x": 1})


def test_a_mended_document_is_found_as_mended(document: Document) -> None:
    mended = Document(document.file, document.path, {"a": {"b": "new"}}, document.sha256)
    assert Folder(mended).follow(mended, "spec.yaml#/a/b").value == "new"


def identified(tmp_path: Path, text: str) -> Document:
    (tmp_path / "spec.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("$id: https://x.test/lib/b\nB: {c: {$anchor: c}}\n", encoding="utf-8")
    return load(tmp_path / "spec.yaml", "spec.yaml")


@pytest.mark.parametrize(
    ("reference", "within", "file", "pointer"),
    [
        ("https://x.test/api/spec.yaml#/a", "", "spec.yaml", "/a"),
        ("spec.yaml#/a", "", "spec.yaml", "/a"),
        ("b.yaml#/B", "", "b.yaml", "/B"),
        ("b.yaml#c", "", "b.yaml", "/B/c"),
        ("part", "", "spec.yaml", "/a/id"),
        ("part#inner", "", "spec.yaml", "/a/id/x"),
        ("#inner", "/a/id/x", "spec.yaml", "/a/id/x"),
        ("#/x", "/a/id/x", "spec.yaml", "/a/id/x"),
        ("#/a/id", "/a/id/x", "spec.yaml", "/a/id"),
        ("#", "/a/id/x", "spec.yaml", "/a/id"),
        ("#", "/a", "spec.yaml", ""),
    ],
)
def test_an_address_of_ones_own_is_where_references_start(
    tmp_path: Path, reference: str, within: str, file: str, pointer: str
) -> None:
    document = identified(
        tmp_path,
        "openapi: 3.2.0\n$self: https://x.test/api/spec.yaml\n"
        "a: {id: {$id: part, x: {$anchor: inner}}, example: {$id: part, $anchor: inner}}\n",
    )
    target = Folder(document).follow(document, reference, within)
    assert (target.document.file, target.pointer) == (file, pointer)


@pytest.mark.parametrize("quoting", ["example", "default", "x-a"])
def test_what_a_document_quotes_has_no_address(tmp_path: Path, quoting: str) -> None:
    document = identified(tmp_path, f"openapi: 3.1.0\na: {{{quoting}: {{$id: quoted, $anchor: inner}}}}\n")
    assert [fault(document, reference) for reference in ("quoted", "#inner")] == ["dangling-ref", "dangling-ref"]


def test_before_3_1_there_are_no_addresses(tmp_path: Path) -> None:
    document = identified(tmp_path, "openapi: 3.0.3\na: {$id: part, x: {$anchor: inner}}\n")
    assert [fault(document, reference) for reference in ("part", "#inner")] == ["dangling-ref", "unsupported-ref"]


def test_a_file_is_read_once(document: Document) -> None:
    folder = Folder(document)
    assert (
        folder.follow(document, "parts/other%20file.yaml").document
        is folder.follow(document, "./parts/other%20file.yaml").document
    )


@pytest.mark.parametrize(
    "reference", ["../secret.yaml", "link.yaml", "linked/secret.yaml", "parts/%2E%2E/../secret.yaml"]
)
def test_no_way_leads_out_of_the_folder(document: Document, reference: str) -> None:
    (document.path.parent / "link.yaml").symlink_to(document.path.parent.parent / "secret.yaml")
    (document.path.parent / "linked").symlink_to(document.path.parent.parent)
    assert fault(document, reference) == "ref-outside"


def test_a_folder_beside_that_of_the_document_is_within_the_border_of_its_run(tmp_path: Path) -> None:
    for name, text in {
        "specs/api/spec.yaml": "a: 1\n",
        "specs/shared/errors.yaml": "x: 1\n",
        "aside.yaml": "{}",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    document = load(tmp_path / "specs/api/spec.yaml", "api/spec.yaml")
    assert Folder(document).follow(document, "../shared/errors.yaml").document.file == "shared/errors.yaml"
    assert fault(document, "../../aside.yaml") == "ref-outside"


def test_what_is_hidden_is_read_only_by_documents_that_lie_there(tmp_path: Path) -> None:
    for name in ("api/.secrets/key.yaml", "api/.env", ".specs/part.yaml", "api/part.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    outside, inside = (load(tmp_path / name, name) for name in ("api/part.yaml", ".specs/part.yaml"))
    assert [fault(outside, name) for name in (".secrets/key.yaml", ".env", "../.specs/part.yaml")] == [
        "ref-outside"
    ] * 3
    assert Folder(inside).follow(inside, "part.yaml#/a").value == 1


@pytest.mark.parametrize(
    "reference",
    [
        "#/a/b c~1é/2",
        "#/a/b c~1é/-1",
        "#/a/b c~1é/01x",
        "#/a/b c~1é/1/0",
        "#/a/b c~1é/" + "1" * 5000,
        "parts",
        "loop.yaml",
        "a\0b",
        "x" * 5000,
    ],
)
def test_what_is_not_there_is_dangling(document: Document, reference: str) -> None:
    (document.path.parent / "loop.yaml").symlink_to("loop.yaml")
    assert fault(document, reference) == "dangling-ref"


def hint(document: Document, reference: str) -> str:
    with pytest.raises(ReferenceFault) as raised:
        Folder(document).follow(document, reference)
    return raised.value.hint


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("#/A", 'Did you mean "#/a"?'),
        ("#/a/b c/x/0", "Correct the reference, or add what it names."),
        ("#/a/bc~1é/1", 'Did you mean "#/a/b c~1é/1"?'),
        ("#/a/bc~1é/7", "Correct the reference, or add what it names."),
        ("parts/otherfile.yaml", 'Did you mean "parts/other file.yaml"?'),
        ("parts/gone.yaml", "Correct the reference."),
        ("parts/..", "Correct the reference."),
        ("gone/other.yaml", "Correct the reference."),
        ("parts/other%20file.yaml#/y", "Correct the reference, or add what it names."),
        ("parts/other%20file.yaml#/X", 'Did you mean "parts/other file.yaml#/x"?'),
    ],
)
def test_a_slip_in_a_reference_is_told_with_what_was_meant(document: Document, reference: str, expected: str) -> None:
    assert hint(document, reference) == expected


def test_what_was_meant_is_not_searched_for_ever(document: Document) -> None:
    folder, hints = Folder(document), list[str]()
    for _ in range(60):
        with pytest.raises(ReferenceFault) as raised:
            folder.follow(document, "#/A")
        hints.append(raised.value.hint)
    assert (hints[0], hints[49], hints[50]) == (
        'Did you mean "#/a"?', 'Did you mean "#/a"?', "Correct the reference, or add what it names.",
    )  # fmt: skip


def test_among_very_many_names_only_those_that_begin_alike_are_compared() -> None:
    many = [f"name{number}" for number in range(3_000)]
    assert nearest("Name17", many) == "name17"
    assert nearest("name", [*many, "names"]) is not None
    assert nearest("xname17", [*many, "xname18"]) == "xname18"
    assert nearest("ame17", many) is None
    assert nearest("x" * 200, ["x" * 201]) is None
