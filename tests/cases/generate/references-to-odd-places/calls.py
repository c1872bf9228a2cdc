"""References that lead into the middle of other things: a property, a list's items, an answer of another path."""

from __future__ import annotations

from references_to_odd_places import AsyncClient, Client, models

from calls_server import Server

LENT = {"terms": {"days": 14}, "shelf": {"id": 7, "best": {"title": "Emma"}, "last": {"by": "author"}}}


def a_body_is_what_stands_in_the_answer_of_its_own_operation(client: Client, server: Server) -> None:
    server.answers(201, json=LENT)
    lent = client.loans.lend(days=14)
    assert (server.request.line, server.request.json) == ("POST /loans", {"days": 14})
    assert lent.terms == models.LoansLendResponseTerms(days=14)
    assert lent.model_dump(mode="json", exclude_unset=True) == LENT


def a_property_that_is_referred_to_is_one_type_in_all_places(client: Client, server: Server) -> None:
    server.answers(200, json={"last": {"by": "title"}, "sorting": {"by": "author"}, "books": [{"title": "Emma"}]})
    shelf = client.shelves.get_shelf(7)
    assert (shelf.last, shelf.sorting) == (models.ShelfSorting(by="title"), models.ShelfSorting(by="author"))
    assert shelf.books == [models.ShelfBooksItem(title="Emma")]


async def a_path_that_is_a_component_has_its_operations(client: AsyncClient, server: Server) -> None:
    server.answers(200, json=LENT)
    sorted_now = await client.shelves.sort_shelf(7, by="title")
    assert (server.request.line, server.request.json) == ("PUT /shelves/7", {"by": "title"})
    assert sorted_now.shelf is not None
    assert sorted_now.shelf.best == models.ShelfBooksItem(title="Emma")
