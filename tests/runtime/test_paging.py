"""Through the pages of a listing: lazily, to the end, and not for ever."""

from __future__ import annotations

import anyio
import clinic_models as models
import pytest
from clinic import Pets
from scripted import CAT, Script, async_clinic, clinic, ok, script

from runtime import Operation, PagingError
from runtime.operation import Answer, Body, Content, Paging


def _page(number: int, after: str | None) -> object:
    paging = {} if after is None else {"paging": {"next": {"after": after}}}
    return {"results": [{**CAT, "id": str(number)}], **paging}


def _three() -> Script:
    return script(_page(1, "a"), _page(2, "b"), _page(3, None))


def test_every_item_of_every_page_comes_in_order() -> None:
    played = _three()
    pager = clinic(played).pets.list_all(tags=["x"])
    assert [pet.id for pet in pager] == ["1", "2", "3"]
    assert [request.url.query.decode() for request in played.seen] == ["tags=x", "after=a&tags=x", "after=b&tags=x"]


def test_pages_are_fetched_only_when_they_are_reached() -> None:
    played = _three()
    pager = clinic(played).pets.list_all()
    assert len(played.seen) == 0
    items = iter(pager)
    next(items)
    assert len(played.seen) == 1
    next(items)
    assert len(played.seen) == 2


def test_pages_can_be_gone_through_too() -> None:
    pages = list(clinic(_three()).pets.list_all().pages())
    assert [type(page) for page in pages] == [models.PetPage] * 3
    assert [page.results[0].id for page in pages] == ["1", "2", "3"]


def test_each_loop_starts_at_the_first_page() -> None:
    pager = clinic(script(_page(1, None))).pets.list_all()
    assert [pet.id for pet in pager] == [pet.id for pet in pager] == ["1"]


def test_an_empty_cursor_ends_and_an_empty_page_does_not() -> None:
    played = script({"results": [], "paging": {"next": {"after": "a"}}}, _page(2, ""))
    assert [pet.id for pet in clinic(played).pets.list_all()] == ["2"]


@pytest.mark.parametrize("cursors", [("a", "a"), ("a", "b", "a")])
def test_a_cursor_that_comes_again_is_an_error(cursors: tuple[str, ...]) -> None:
    played = script(*(_page(1, cursor) for cursor in cursors))
    with pytest.raises(PagingError, match=r"^pets\.list: .* second time$"):
        list(clinic(played).pets.list_all())
    assert len(played.seen) == len(cursors)


def test_the_asynchronous_pager_goes_the_same_way() -> None:
    async def run() -> None:
        played = _three()
        pager = async_clinic(played).pets.list_all()
        assert len(played.seen) == 0
        assert [pet.id async for pet in pager] == ["1", "2", "3"]
        pages = async_clinic(_three()).pets.list_all().pages()
        assert [page.results[0].id async for page in pages] == ["1", "2", "3"]

    anyio.run(run)


def _walk(played: Script, paging: Paging, **parts: object) -> list[object]:
    body = Body((Content("application/json", "json"),)) if paging.location == "body" else None
    method = "POST" if body else "GET"
    answers = (Answer("200", (Content("application/json", "json"),)),)
    operation: Operation[object] = Operation(
        id="x",
        name="x",
        method=method,
        path="/x",
        parameters=Pets.__operations__["list"].parameters,
        body=body,
        answers=answers,
        paging=paging,
    )
    return list(clinic(played).pages(operation, {}, **parts))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportUnknownVariableType, reportUnknownArgumentType]


def test_an_offset_grows_by_the_items_that_came() -> None:
    played = script({"items": [1, 2], "total": 5}, {"items": [3, 4], "total": 5}, {"items": [5], "total": 5})
    paging = Paging(("items",), ("total",), "after", kind="offset")
    assert _walk(played, paging) == [1, 2, 3, 4, 5]
    assert [request.url.query.decode() for request in played.seen] == ["", "after=2", "after=4"]


def test_page_numbers_grow_until_a_page_is_empty() -> None:
    played = script({"items": [1]}, {"items": [2]}, {"items": []})
    assert _walk(played, Paging(("items",), (), "after", kind="page"), query={"after": 3}) == [1, 2]
    assert [request.url.query.decode() for request in played.seen] == ["after=3", "after=4", "after=5"]


def test_a_cursor_may_travel_in_the_body() -> None:
    played = script({"items": [1], "next": "b"}, {"items": [2]})
    paging = Paging(("items",), ("next",), "cursor", location="body")
    assert _walk(played, paging, body={"limit": 1}) == [1, 2]
    assert [request.content for request in played.seen] == [b'{"limit":1}', b'{"limit":1,"cursor":"b"}']


def test_a_link_header_is_followed() -> None:
    link = '<https://clinic.test/api/other?page=2&x=%2F>; rel="next", <https://clinic.test/api>; rel="first"'
    played = script(ok({"items": [1]}, Link=link), {"items": [2]})
    assert _walk(played, Paging(("items",), kind="link")) == [1, 2]
    assert played.last.url.raw_path == b"/api/other?page=2&x=%2F"


def test_a_link_to_another_host_is_not_followed() -> None:
    played = script(ok({"items": [1]}, Link='<https://evil.test/x>; rel="next"'))
    with pytest.raises(PagingError, match=r"^x: the next page is at another host, 'evil\.test'"):
        _walk(played, Paging(("items",), kind="link"))
    assert len(played.seen) == 1
