"""Through the pages of a listing: lazily, to the end, and not for ever."""

from __future__ import annotations

import anyio
import clinic_models as models
import pytest
from clinic import Pets
from scripted import CAT, Script, async_clinic, clinic, ok, script

from runtime import Operation, PagingError
from runtime.operation import Answer, Body, Content, Paging
from runtime.turns import (
    Cursor,
    EmptyPage,
    Flag,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Place,
    TotalItems,
    TotalPages,
)

AFTER = Place("query", ("after",))


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


def _operation(paging: Paging) -> Operation[object]:
    turn = paging.turn
    sent = isinstance(turn, Cursor | LastItem | Offset | PageNumber) and turn.into.location == "body"
    body = Body((Content("application/json", "json"),)) if sent else None
    return Operation(
        id="x",
        name="x",
        method="POST" if body else "GET",
        path="/x",
        security=Pets.__operations__["list"].security,
        parameters=Pets.__operations__["list"].parameters,
        body=body,
        answers=(Answer("200", (Content("application/json", "json"),)),),
        paging=paging,
    )


def _walk(played: Script, paging: Paging, **parts: object) -> list[object]:
    return list(clinic(played).pages(_operation(paging), {}, **parts))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportUnknownVariableType, reportUnknownArgumentType]


def _queries(played: Script) -> list[str]:
    return [request.url.query.decode() for request in played.seen]


def _address(played: Script) -> str:
    """The whole address; the transport's own text of it hides the query."""
    url = played.last.url
    return f"{url.scheme}://{url.host}{url.raw_path.decode()}"


def _in_body(*path: str) -> Place:
    return Place("body", path)


def _of(turn: Cursor | LastItem | Offset | PageNumber | NextUrl | LinkHeader, *ends: Flag | EmptyPage) -> Paging:
    return Paging(("items",), turn, ends)


# Cursors


def test_a_cursor_may_travel_in_the_body() -> None:
    played = script({"items": [1], "next": "b"}, {"items": [2]})
    paging = _of(Cursor(_in_body("cursor"), _in_body("next")))
    assert _walk(played, paging, body={"limit": 1}) == [1, 2]
    assert [request.content for request in played.seen] == [b'{"limit":1}', b'{"limit":1,"cursor":"b"}']


def test_a_cursor_may_travel_deep_in_a_body_and_leaves_the_callers_own_body_alone() -> None:
    played = script({"items": [1], "next": "b"}, {"items": [2]})
    body = {"page": {"size": 1}}
    assert _walk(played, _of(Cursor(_in_body("page", "after"), _in_body("next"))), body=body) == [1, 2]
    assert [request.content for request in played.seen] == [b'{"page":{"size":1}}', b'{"page":{"size":1,"after":"b"}}']
    assert body == {"page": {"size": 1}}


def test_a_body_that_is_no_object_has_no_place_for_a_cursor() -> None:
    played = script({"items": [1], "next": "b"})
    with pytest.raises(PagingError, match=r"a mapping or a model .* not as list"):
        _walk(played, _of(Cursor(_in_body("cursor"), _in_body("next"))), body=[1])


def test_a_cursor_may_come_in_a_header() -> None:
    played = script(ok([1], X_Next="b"), ok([2]))
    assert _walk(played, Paging((), Cursor(AFTER, Place("header", ("X-Next",))))) == [1, 2]
    assert _queries(played) == ["", "after=b"]


def test_a_cursor_that_a_flag_takes_back_is_not_followed() -> None:
    played = script({"items": [1], "next": "b", "more": True}, {"items": [2], "next": "c", "more": False})
    paging = _of(Cursor(AFTER, _in_body("next")), Flag(_in_body("more"), last=False))
    assert _walk(played, paging) == [1, 2]
    assert _queries(played) == ["", "after=b"]


def test_more_without_a_cursor_is_an_error_and_not_an_end() -> None:
    paging = _of(Cursor(AFTER, _in_body("next")), Flag(_in_body("more"), last=False))
    with pytest.raises(PagingError, match=r"^x: there is more, says the answer, and not where$"):
        _walk(script({"items": [1], "next": None, "more": True}), paging)


def test_a_cursor_that_the_caller_began_with_counts_as_seen() -> None:
    played = script({"items": [1], "next": "a"})
    with pytest.raises(PagingError, match="'a' as the next page for the second time"):
        _walk(played, _of(Cursor(AFTER, _in_body("next"))), query={"after": "a"})
    assert len(played.seen) == 1


def test_an_empty_page_ends_a_cursor_only_where_that_is_said() -> None:
    pages = ({"items": [1], "next": "b"}, {"items": [], "next": "c"}, {"items": [3]})
    turn = Cursor(AFTER, _in_body("next"))
    assert _walk(script(*pages), _of(turn)) == [1, 3]
    assert _walk(script(*pages), _of(turn, EmptyPage())) == [1]


def test_the_last_items_id_asks_for_the_next_page() -> None:
    pages = [{"items": [{"id": "a"}, {"id": "b"}], "more": True}, {"items": [{"id": "c"}], "more": False}]
    played = script(*pages)
    paging = _of(LastItem(AFTER, ("id",)), Flag(_in_body("more"), last=False), EmptyPage())
    assert _walk(played, paging) == [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    assert _queries(played) == ["", "after=b"]


def test_a_last_item_without_its_id_is_an_error() -> None:
    with pytest.raises(PagingError, match=r"^x: the last item holds nothing at 'id'$"):
        _walk(script({"items": [{"name": "a"}]}), _of(LastItem(AFTER, ("id",)), EmptyPage()))


def test_items_of_a_map_come_with_their_keys() -> None:
    played = script({"items": {"a": 1, "b": 2}, "next": "b"}, {"items": {"c": 3}})
    paging = Paging(("items",), Cursor(AFTER, _in_body("next")), keyed=True)
    assert _walk(played, paging) == [("a", 1), ("b", 2), ("c", 3)]


# Counts


def test_an_offset_grows_by_the_items_that_came() -> None:
    played = script({"items": [1, 2], "total": 5}, {"items": [3, 4], "total": 5}, {"items": [5], "total": 5})
    paging = Paging(("items",), Offset(AFTER), (TotalItems(_in_body("total")), EmptyPage()))
    assert _walk(played, paging) == [1, 2, 3, 4, 5]
    assert _queries(played) == ["", "after=2", "after=4"]


def test_an_offset_goes_on_from_where_the_caller_began() -> None:
    played = script({"items": [4], "total": 5}, {"items": [5], "total": 5})
    paging = Paging(("items",), Offset(AFTER), (TotalItems(_in_body("total")), EmptyPage()))
    assert _walk(played, paging, query={"after": 3}) == [4, 5]
    assert _queries(played) == ["after=3", "after=4"]


def test_an_offset_may_begin_at_one() -> None:
    played = script({"items": [1, 2], "total": 3}, {"items": [3], "total": 3})
    paging = Paging(("items",), Offset(AFTER, 1), (TotalItems(_in_body("total")), EmptyPage()))
    assert _walk(played, paging) == [1, 2, 3]
    assert _queries(played) == ["", "after=3"]


def test_a_total_that_the_server_does_not_know_ends_nothing() -> None:
    played = script({"items": [1], "total": 0}, {"items": [2], "total": 0}, {"items": [], "total": 0})
    paging = Paging(("items",), Offset(AFTER), (TotalItems(_in_body("total")), EmptyPage()))
    assert _walk(played, paging) == [1, 2]


def test_page_numbers_grow_until_a_page_is_empty() -> None:
    played = script({"items": [1]}, {"items": [2]}, {"items": []})
    assert _walk(played, _of(PageNumber(AFTER), EmptyPage()), query={"after": 3}) == [1, 2]
    assert _queries(played) == ["after=3", "after=4", "after=5"]


@pytest.mark.parametrize(("first", "asked"), [(0, ["", "after=1"]), (1, ["", "after=2"])])
def test_page_numbers_end_at_the_number_of_pages(first: int, asked: list[str]) -> None:
    played = script({"items": [1], "pages": 2}, {"items": [2], "pages": 2})
    paging = Paging(("items",), PageNumber(AFTER, first), (TotalPages(_in_body("pages")), EmptyPage()))
    assert _walk(played, paging) == [1, 2]
    assert _queries(played) == asked


def test_page_numbers_end_when_all_items_came_unless_the_caller_began_later() -> None:
    pages = ({"items": [1, 2], "total": 3}, {"items": [3], "total": 3}, {"items": [], "total": 3})
    paging = Paging(("items",), PageNumber(AFTER), (TotalItems(_in_body("total")), EmptyPage()))
    whole, part = script(*pages), script(*pages)
    assert _walk(whole, paging) == [1, 2, 3]
    assert _walk(part, paging, query={"after": 2}) == [1, 2, 3]
    assert (_queries(whole), _queries(part)) == (["", "after=2"], ["after=2", "after=3", "after=4"])


def test_a_page_without_items_is_passed_where_the_answer_says_that_there_is_more() -> None:
    pages = ({"items": [1], "last": False}, {"items": [], "last": False}, {"items": [3], "last": True})
    flag = Flag(_in_body("last"), last=True)
    assert _walk(script(*pages), _of(PageNumber(AFTER), flag, EmptyPage())) == [1, 3]
    with pytest.raises(PagingError, match=r"^x: there is more, says a page without items$"):
        _walk(script(*pages), _of(Offset(AFTER), flag, EmptyPage()))


@pytest.mark.parametrize("turn", [Offset(AFTER), PageNumber(AFTER)])
def test_a_server_that_sends_the_same_page_again_is_an_error(turn: Offset | PageNumber) -> None:
    played = script({"items": [1, 2]})
    with pytest.raises(PagingError, match=r"^x: the server sent the same page for the second time$"):
        _walk(played, _of(turn, EmptyPage()))
    assert len(played.seen) == 2


# Addresses


def test_a_link_header_is_followed() -> None:
    link = '<https://clinic.test/api/other?page=2&x=%2F>; rel="next", <https://clinic.test/api>; rel="first"'
    played = script(ok({"items": [1]}, Link=link), {"items": [2]})
    assert _walk(played, _of(LinkHeader())) == [1, 2]
    assert played.last.url.raw_path == b"/api/other?page=2&x=%2F"


@pytest.mark.parametrize(
    "link",
    [
        "<?page=2>; rel=next",
        '</api/x?page=2>; title="a, b; rel=prev"; REL="last next"',
        '<https://clinic.test/api/first?ids=1,2>; rel="first",<https://CLINIC.test:443/api/x?page=2>;rel=next;type="x"',
        '<//clinic.test/api/x?page=2>; rel="next"',
        '<http://clinic.test/api/x?page=2>; rel="next"',
    ],
)
def test_a_link_is_found_however_it_is_written(link: str) -> None:
    played = script(ok({"items": [1]}, Link=link), {"items": [2]})
    assert _walk(played, _of(LinkHeader())) == [1, 2]
    assert _address(played) == "https://clinic.test/api/x?page=2"


@pytest.mark.parametrize(
    "link", ['<https://clinic.test/api>; rel="prev"', "", '<x>; rel="nextish"', '<x>; xrel="next"']
)
def test_another_link_is_no_next_page(link: str) -> None:
    assert _walk(script(ok({"items": [1]}, Link=link)), _of(LinkHeader())) == [1]


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.test/x",
        "//evil.test/x",
        "https://clinic.test@evil.test/x",
        "https://tok@clinic.test/api/x",
        "https://clinic.test:8443/x",
        "https://clinic.test:99999/x",
        "ftp://clinic.test/x",
        "https://clinic.test.evil.test/x",
        "http://evil.test/x",
        "http://clinic.test:8080/x",
    ],
)
def test_an_address_of_another_host_is_not_followed(url: str) -> None:
    for answer, turn in (
        (ok({"items": [1]}, Link=f'<{url}>; rel="next"'), LinkHeader()),
        (ok({"items": [1], "next": url}), NextUrl(_in_body("next"))),
    ):
        played = script(answer)
        with pytest.raises(PagingError, match=r"^x: the next page is at another host, '"):
            _walk(played, _of(turn))
        assert len(played.seen) == 1


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("https://clinic.test/api/y?page=2", "https://clinic.test/api/y?page=2"),
        ("/api/y?page=2#top", "https://clinic.test/api/y?page=2"),
        ("?page=2", "https://clinic.test/api/x?page=2"),
        ("y", "https://clinic.test/api/y"),
    ],
)
def test_an_address_in_the_body_is_followed(said: str, asked: str) -> None:
    played = script({"items": [1], "next": said}, {"items": [2], "next": None})
    assert _walk(played, _of(NextUrl(_in_body("next")))) == [1, 2]
    assert _address(played) == asked
    assert played.last.headers["authorization"] == "Bearer tok"


def test_an_address_that_leads_to_its_own_page_is_an_error() -> None:
    played = script({"items": [1], "next": "https://clinic.test/api/x"})
    with pytest.raises(PagingError, match="for the second time"):
        _walk(played, _of(NextUrl(_in_body("next"))))
    assert len(played.seen) == 1


def test_headers_and_the_callers_own_query_go_with_an_address() -> None:
    played = script({"items": [1], "next": "?page=2&trace=theirs"}, {"items": [2]})
    options = {"extra_query": {"trace": "mine", "tenant": "t"}, "extra_headers": {"X-Own": "1"}}
    pager = clinic(played).pages(_operation(_of(NextUrl(_in_body("next")))), options)  # type: ignore[arg-type, var-annotated]  # pyright: ignore[reportArgumentType, reportUnknownVariableType]
    assert list(pager) == [1, 2]  # pyright: ignore[reportUnknownArgumentType]
    assert played.last.url.query == b"page=2&trace=theirs&tenant=t"
    assert played.last.headers["x-own"] == "1"


def test_responses_bring_each_page_with_its_headers() -> None:
    played = script(ok(_page(1, "a"), X_Number="1"), ok(_page(2, None), X_Number="2"))
    responses = list(clinic(played).pets.list_all().responses())
    assert [response.headers["x-number"] for response in responses] == ["1", "2"]
    assert [response.value.results[0].id for response in responses] == ["1", "2"]


def test_a_page_that_fails_is_tried_again() -> None:
    played = script(_page(1, "a"), ok({}, 503), _page(2, None))
    assert [pet.id for pet in clinic(played).pets.list_all()] == ["1", "2"]
    assert _queries(played) == ["", "after=a", "after=a"]
