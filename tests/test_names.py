"""Names: always usable, always different, and decided by the thing's own place alone."""

from __future__ import annotations

import ast
import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from runtime.async_client import AsyncClient
from runtime.model import OpenModel
from runtime.options import RequestOptions
from runtime.resource import AsyncResource, Resource
from runtime.sync_client import SyncClient
from specwright.build import build
from specwright.ir import Operation, Origin
from specwright.load import Document, Json
from specwright.names import Names, name
from specwright.names.clashes import told_apart
from specwright.names.operations import name_operations
from specwright.names.reserved import ARGUMENTS, BELOW, CLASS_NAMES, PROPERTIES, RESOURCE_CLASSES, RESOURCES, safe
from specwright.names.words import pascal, snake, words
from specwright.resolve import resolve
from trees import ROOT

RESERVED = (ARGUMENTS, PROPERTIES, RESOURCES | BELOW)
# A whole document is built for each example, so there are fewer of them, and none is timed.
built = settings(deadline=None, max_examples=50)
ANSWER: Json = {"200": {"description": "Good."}}
AWKWARD = st.text(alphabet="aAbB1_-. $@{}/ßÄé名\u0301", max_size=8)


def named(paths: Json, schemas: Json | None = None) -> Names:
    data: dict[str, Json] = {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas or {}},
    }
    path = Path("spec.json")
    return name(build(resolve(Document("spec.json", path, data, ""))))


def operation(key: str, operation_id: str = "", tags: tuple[str, ...] = ()) -> Operation:
    method, path = key.split()
    return Operation(operation_id, method, path, Origin("spec.json", key), (), None, (), (), tags)


def called(*operations: Operation) -> dict[str, str]:
    return {key: each.dotted for key, each in name_operations(operations).items()}


# Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("listPets", "list_pets"),
        ("HTTPServer", "http_server"),
        ("userIDs", "user_ids"),
        ("OAuth2Token", "oauth2_token"),
        ("SCREAMING_CASE", "screaming_case"),
        ("with space.and-more", "with_space_and_more"),
        ("accent2", "accent2"),
        ("2fa", "value_2fa"),
        ("größe", "größe"),
        ("ÄpfelBaum", "äpfel_baum"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("$", "dollar"),
        ("", "value"),
        ("__dunder__", "dunder"),
        ("ﬁne", "fine"),
    ],
)
def test_a_name_in_snake_case_has_the_words_of_the_text(text: str, expected: str) -> None:
    assert snake(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("listPets", "ListPets"),
        ("CRMObject", "CRMObject"),
        ("SCREAMING_CASE", "ScreamingCase"),
        ("URL", "URL"),
        ("dotted.name", "DottedName"),
        ("2Fast", "Value2Fast"),
        ("", "Value"),
    ],
)
def test_a_class_keeps_the_look_that_its_author_gave_it(text: str, expected: str) -> None:
    assert pascal(text) == expected


@given(st.one_of(st.text(), AWKWARD))
def test_any_text_makes_an_identifier_that_python_reads_as_it_is_written(text: str) -> None:
    for made in (snake(text), pascal(text)):
        assert made.isidentifier()
        assert unicodedata.normalize("NFKC", made) == made
    assert not snake(text).startswith("_")


@given(st.one_of(st.text(), st.sampled_from([*keyword.kwlist, *sorted(PROPERTIES | ARGUMENTS | RESOURCES)])))
def test_a_safe_name_is_never_a_keyword_or_reserved(text: str) -> None:
    for reserved in RESERVED:
        made = safe(snake(text), reserved)
        assert not keyword.iskeyword(made)
        assert made not in reserved


@given(st.text())
def test_the_words_of_a_name_are_those_of_the_text(text: str) -> None:
    assert words(snake(text)) == words(snake(snake(text)))


# Clashes


@built
@given(st.dictionaries(AWKWARD, st.just(""), max_size=8))
def test_properties_of_one_object_never_share_a_name(properties: Mapping[str, str]) -> None:
    schema: Json = {"type": "object", "properties": {wire: {"type": "string"} for wire in properties}}
    names = named({}, {"Thing": schema}).properties
    assert len(set(names.values())) == len(properties)


@built
@given(st.lists(st.tuples(st.sampled_from(["query", "header", "cookie"]), AWKWARD), unique=True, max_size=6))
def test_arguments_of_one_operation_never_share_a_name(places: list[tuple[str, str]]) -> None:
    parameters: Json = [{"name": wire, "in": where, "schema": {"type": "string"}} for where, wire in places]
    body: Json = {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {}, "A-b": {}}}}}}
    paths: Json = {"/a": {"post": {"parameters": parameters, "requestBody": body, "responses": ANSWER}}}
    names = named(paths).arguments["POST /a"]
    assert len(set(names.values())) == len(names) == len({*places}) + 2


@given(st.lists(st.text(alphabet="abA-_./{}x", min_size=1, max_size=10), unique=True, max_size=6))
def test_operations_never_share_a_name_with_each_other_or_with_a_resource(paths: list[str]) -> None:
    names = name_operations([operation(f"GET /{path}", path.strip("/")) for path in paths if " " not in path])
    resources = {each.resource[:depth] for each in names.values() for depth in range(len(each.resource) + 1)}
    assert len(set(names.values())) == len(paths)
    assert not {(*each.resource, each.method) for each in names.values()} & resources


@built
@given(st.lists(AWKWARD, unique=True, max_size=6))
def test_models_never_share_a_name(components: list[str]) -> None:
    schema: Json = {"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {}}}}}
    names = named({}, dict.fromkeys(components, schema)).models
    assert len(set(names.values())) == len(names) == 2 * len(components)


def test_a_component_holds_its_name_against_an_inline_schema() -> None:
    inner: Json = {"type": "object", "properties": {"a": {}}}
    pet: Json = {"type": "object", "properties": {"owner": inner}}
    place = "spec.json#/components/schemas/Pet/properties/owner"
    assert named({}, {"Pet": pet}).models[place] == "PetOwner"
    names = named({}, {"Pet": pet, "PetOwner": inner}).models
    assert names[place] == "PetPropertyOwner"
    assert names["spec.json#/components/schemas/PetOwner"] == "PetOwner"


def test_of_those_that_would_share_a_name_none_keeps_it_and_nobody_else_moves() -> None:
    wanted = {"a-b": ("a_b", "a_b_x2d"), "a_b": ("a_b", "a_b_x5f"), "c": ("c", "c_x")}
    assert told_apart(wanted) == {"a-b": "a_b_x2d", "a_b": "a_b_x5f", "c": "c"}


def test_a_name_that_is_taken_already_is_left() -> None:
    assert told_apart({"a": ("a", "a_x"), "b": ("b", "b_x")}, {"a"}) == {"a": "a_x", "b": "b"}


def test_arguments_of_different_locations_say_so_and_those_of_one_show_their_spelling() -> None:
    parameters: Json = [
        {"name": "id", "in": "path", "required": True, "schema": {}},
        {"name": "id", "in": "query", "schema": {}},
        {"name": "user-id", "in": "query", "schema": {}},
        {"name": "userId", "in": "query", "schema": {}},
        {"name": "timeout", "in": "query", "schema": {}},
    ]
    paths: Json = {"/a/{id}": {"get": {"parameters": parameters, "responses": ANSWER}}}
    assert named(paths).arguments["GET /a/{id}"] == {
        "path:id": "path_id",
        "query:id": "query_id",
        "query:user-id": "user_id_x2d",
        "query:userId": "user_id_x49",
        "query:timeout": "timeout_",
    }


# Operations


@pytest.mark.parametrize(
    ("key", "operation_id", "tags", "expected"),
    [
        # 1. An operationId that somebody chose, with the first tag.
        ("GET /x", "listPets", ("pets",), "pets.list_pets"),
        ("GET /x", "listPets", ("Pet Store", "zoo"), "pet_store.list_pets"),
        ("GET /x", "repos/list-for-org", ("other",), "repos.list_for_org"),
        ("GET /x", "videos.list", (), "videos.list"),
        ("GET /v1/pets", "listPets", (), "pets.list_pets"),
        ("GET /", "listPets", (), "root.list_pets"),
        ("GET /x", "import", ("x",), "x.import_"),
        ("GET /x", "close", ("x",), "x.close_"),
        # 2. Otherwise the path.
        ("GET /v3/contacts", "", (), "contacts.list"),
        ("GET /v3/contacts", "get-/v3/contacts", ("x",), "contacts.list"),
        ("GET /2026-03/contacts/{id}", "", (), "contacts.get"),
        ("POST /contacts", "", (), "contacts.create"),
        ("POST /contacts/{contactId}", "", (), "contacts.create_by_contact_id"),
        ("PUT /contacts", "", (), "contacts.replace_all"),
        ("PUT /contacts/{id}", "", (), "contacts.replace"),
        ("PATCH /contacts", "", (), "contacts.update_all"),
        ("PATCH /contacts/{id}", "", (), "contacts.update"),
        ("DELETE /contacts", "", (), "contacts.delete_all"),
        ("DELETE /contacts/{id}", "", (), "contacts.delete"),
        ("HEAD /contacts", "", (), "contacts.head"),
        ("GET /contacts/{id}/notes", "", (), "contacts.notes.list"),
        ("GET /status", "", (), "status.get"),
        ("GET /address", "", (), "address.get"),
        ("GET /", "", (), "root.get"),
        # 3. An action.
        ("POST /links/book", "", (), "links.book"),
        ("GET /links/book/{slug}", "", (), "links.get_booking_info"),
        ("GET /links/book/availability-page/{slug}", "", (), "links.get_booking_availability_page"),
        ("POST /search", "", (), "search.create"),
    ],
)
def test_the_rules_of_operations(key: str, operation_id: str, tags: tuple[str, ...], expected: str) -> None:
    assert called(operation(key, operation_id, tags)) == {key: expected}


def test_an_operation_id_that_stands_twice_decides_nothing() -> None:
    made = called(operation("GET /a", "twice"), operation("GET /b", "twice"))
    assert made == {"GET /a": "a.get", "GET /b": "b.get"}


def test_all_operations_of_one_name_say_their_verb_and_their_parameters() -> None:
    made = called(operation("GET /files/{id}"), operation("GET /files/{id}/{part}"), operation("POST /files"))
    expected = {"GET /files/{id}": "files.get_by_id", "GET /files/{id}/{part}": "files.get_by_id_part"}
    assert made == {**expected, "POST /files": "files.create"}


def test_an_operation_does_not_hide_a_resource() -> None:
    made = called(operation("POST /links/book"), operation("GET /x", "getBook", ("a",)), operation("GET /links/info"))
    assert made == {"POST /links/book": "links.book", "GET /x": "a.get_book", "GET /links/info": "links.info.get"}
    hidden = called(operation("GET /x", "a.b.c"), operation("GET /y", "a.b"))
    assert hidden == {"GET /x": "a.b.c", "GET /y": "y.get"}


# A name depends on its own place alone

OPERATIONS = (
    "/things",
    "/things/{key}",
    "/things/{key}/b",
    "/v1/c/search",
    "/c/import/{x}",
    "/d-e",
    "/class",
    "/f/{key}/{part}/g",
)
SCHEMAS = ("Pet", "pet-owner", "Field", "HTTPServer", "größe", "2fa", "Order")
WIRES = ("id", "userId", "class", "list", "model_config", "größe", "+1", "a.b", "items")


def schema(wires: Iterable[str]) -> Json:
    inner: Json = {"type": "object", "properties": {"b": {"type": "string", "enum": ["x", "y"]}}}
    return {"type": "object", "properties": dict.fromkeys(wires, inner)}


def whole(paths: Iterable[str], schemas: Iterable[str], wires: list[str], reverse: str = "") -> dict[str, object]:
    """Every public name of a document with these parts, by its place."""
    parameters: Json = [{"name": wire, "in": "query", "schema": schema(["b"])} for wire in wires]
    one: Json = {"parameters": parameters, "responses": ANSWER}
    names = named({path: {"get": one, "put": one} for path in paths}, {each: schema(wires) for each in schemas})
    return {
        **{f"operation {key}": each for key, each in names.operations.items()},
        **{f"model {_without_index(key, wires)}": each for key, each in names.models.items()},
        **{f"property {key}": each for key, each in names.properties.items() if "/parameters/" not in key.pointer},
        **{f"argument {key} {place}": each for key, found in names.arguments.items() for place, each in found.items()},
    }


def _without_index(key: str, wires: list[str]) -> str:
    return re.sub(r"/parameters/(\d+)/", lambda found: f"/{wires[int(found[1])]}/", key)


@built
@given(
    st.lists(st.sampled_from(OPERATIONS), unique=True),
    st.lists(st.sampled_from(SCHEMAS), unique=True),
    st.lists(st.sampled_from(WIRES), unique=True),
)
def test_what_is_added_removed_or_moved_changes_no_other_name(
    paths: list[str], schemas: list[str], wires: list[str]
) -> None:
    everything = whole(OPERATIONS, SCHEMAS, list(WIRES))
    some = whole(paths, schemas, wires)
    assert some == {place: everything[place] for place in some}


def test_a_clash_changes_the_names_in_it_and_no_other() -> None:
    before = whole(("/a", "/d-e"), ("Pet", "Owner"), [])
    after = whole(("/a", "/d-e", "/d_e"), ("Pet", "Owner", "pet"), [])
    changed = {place for place in before if before[place] != after[place]}
    assert changed == {"operation GET /d-e", "operation PUT /d-e", "model spec.json#/components/schemas/Pet"}


# What is reserved is what is there


def public(kinds: Iterable[type]) -> set[str]:
    return {each for kind in kinds for each in dir(kind) if not each.startswith("_")}


def test_nothing_of_a_client_or_a_resource_can_be_hidden() -> None:
    assert public([SyncClient, AsyncClient, Resource, AsyncResource]) <= RESOURCES


def test_nothing_that_a_model_inherits_can_be_hidden() -> None:
    assert public([OpenModel]) <= PROPERTIES


def test_every_option_of_a_call_is_reserved() -> None:
    assert set(RequestOptions.__annotations__) | {"self", "options", "body"} <= ARGUMENTS


def test_no_class_of_a_resource_hides_what_its_module_imports() -> None:
    template = (ROOT / "templates" / "python" / "resource.py.jinja").read_text()
    imported = re.findall(r"^from .* import ([\w, ]+)$", template, re.MULTILINE)
    classes = {each.strip() for line in imported for each in line.split(",") if each.strip()[0].isupper()}
    assert classes
    assert {
        each for each in classes if pascal(snake(each)) == each and not each.startswith("Async")
    } <= RESOURCE_CLASSES


def test_no_model_hides_what_its_module_imports() -> None:
    found: set[str] = set()
    for path in (ROOT / "tests" / "cases" / "generate").glob("*/expected/**/_models.py"):
        tree = ast.parse(path.read_text())
        nodes = [each for each in tree.body if isinstance(each, ast.ImportFrom)]
        outside = [node for node in nodes if not node.level or "_runtime" in str(node.module)]
        found |= {alias.name for node in outside for alias in node.names if alias.name[0].isupper()}
    assert found
    assert found <= CLASS_NAMES
