"""Schemas that are known by anchors and addresses, in one file and in others."""

from __future__ import annotations

from anchors_and_ids import Client, models

from calls_server import Server

BOOK: dict[str, object] = {
    "id": "b1",
    "title": "One",
    "first": {"heading": "I"},
    "chapters": [{"heading": "I"}],
    "default": 1,
    "number": 2,
}


def a_schema_is_found_by_its_anchor(client: Client, server: Server) -> None:
    server.answers(json=BOOK)
    book = client.books.get_book("b1")
    assert book == models.Book.model_validate(BOOK)
    assert book.number == 2
    assert book.chapters == [book.first]


def a_schema_is_found_by_its_address_and_starts_references_of_its_own(client: Client, server: Server) -> None:
    shelf = {"mark": "red", "slot": {"row": 3}, "next": {"mark": "blue"}, "books": [BOOK]}
    server.answers(json=shelf)
    found = client.books.replace_book("b1", id="b1", title="One")
    assert found == models.Shelf.model_validate(shelf)
    assert found.next is not None
    assert (found.mark, found.next.mark) == ("red", "blue")
    assert server.request.json == {"id": "b1", "title": "One"}


def a_dynamic_reference_with_one_anchor_is_a_plain_one(client: Client, server: Server) -> None:
    children: list[object] = []
    server.answers(json={"name": "a", "children": [{"name": "b", "children": children}]})
    category = client.categories.get_category()
    assert category.children is not None
    assert category.children[0] == models.Category(name="b", children=[])


def a_dynamic_reference_with_several_takes_any_value(client: Client, server: Server) -> None:
    server.answers(json={"items": [1, {"a": 2}]})
    assert client.sheets.get_page().items == [1, {"a": 2}]


def an_address_on_another_machine_means_the_file_beside(client: Client, server: Server) -> None:
    author = {"name": "A", "address": {"city": "B", "author": {"name": "C"}}, "books": [BOOK]}
    server.answers(json=author)
    assert client.authors.get_author() == models.Author.model_validate(author)


def an_address_in_a_folder_starts_references_there(client: Client, server: Server) -> None:
    server.answers(json={"imprint": {"label": "x"}, "parent": {"imprint": {"label": "y"}}})
    publisher = client.publishers.get_publisher()
    assert publisher.parent is not None
    assert publisher.parent.imprint == models.Imprint(label="y")
