"""Parameters of every kind on the wire."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from parameters_further import AsyncClient, Client, InvalidRequestError, models

from calls_server import Server

RANGE = models.Range(from_=1, to=2)


def scalars_in_a_query(client: Client, server: Server) -> None:
    server.answers(204)
    client.p.in_query(
        empty="",
        flag=False,
        day=date(2026, 9, 1),
        at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        id=UUID(int=1),
        level=2,
        odd_name="a&b",
        text='say "x"',
    )
    assert server.request.target == (
        "/query?empty=&flag=false&day=2026-09-01&at=2026-09-01T12%3A00%3A00Z&id=00000000-0000-0000-0000-000000000001"
        "&level=2&text=say%20%22x%22&odd%20%5Bname%5D=a%26b"
    )


def what_is_not_given_is_not_sent(client: Client, server: Server) -> None:
    server.answers(204)
    client.p.in_query()
    assert server.request.target == "/query"


def lists_and_objects_in_a_query(client: Client, server: Server) -> None:
    server.answers(204)
    client.p.in_query(
        either=["x", "y"],
        spread={"a": "1", "b": "2"},
        joined=RANGE,
        spaced=["a", "b c"],
        spaced_out=["a", "b"],
        piped=[1, 2],
        reserved=["a/b", "c?d"],
    )
    assert server.request.target == (
        "/query?either=x&either=y&a=1&b=2&joined=from,1,to,2&spaced=a%20b%20c&spacedOut=a&spacedOut=b&piped=1%7C2"
        "&reserved=a/b,c?d"
    )


def deep_objects_hold_lists_and_objects(client: Client, server: Server) -> None:
    server.answers(204)
    client.p.in_query(
        deep=models.Filter(colour="red", sizes=[1, 2], range=RANGE, ranges=[RANGE, models.Range(to=3)]),
        json=models.Filter(sizes=[1]),
    )
    assert server.request.target.replace("%5B", "[").replace("%5D", "]") == (
        "/query?deep[colour]=red&deep[range][from]=1&deep[range][to]=2&deep[ranges][0][from]=1&deep[ranges][0][to]=2"
        "&deep[ranges][1][to]=3&deep[sizes]=1&deep[sizes]=2&json=%7B%22sizes%22%3A[1]%7D"
    )


def a_query_may_be_one_value(client: Client, server: Server) -> None:
    server.always(204)
    client.p.whole_query_as_form(search=RANGE)
    client.p.whole_query_as_form()
    client.p.whole_query_as_json(search=RANGE)
    assert [each.target for each in server.requests] == [
        "/form-query?from=1&to=2",
        "/form-query",
        "/json-query?%7B%22from%22:1,%22to%22:2%7D",
    ]


async def headers_hold_lists_objects_and_documents(client: AsyncClient, server: Server) -> None:
    server.answers(204)
    await client.p.in_header(x_list=[1, 2], x_object=RANGE, x_spread=RANGE, x_flag=True, x_json=RANGE)
    sent = {name: value for name, value in server.request.headers.items() if name.startswith("x-")}
    assert sent == {
        "x-list": "1,2",
        "x-object": "from,1,to,2",
        "x-spread": "from=1,to=2",
        "x-flag": "true",
        "x-json": '{"from":1,"to":2}',
    }


def cookies_hold_lists_and_objects(client: Client, server: Server) -> None:
    server.answers(204)
    client.p.in_cookie(one="a; b", joined=["x", "y"], pairs=RANGE, raw="a/b=c; d")
    assert server.request.headers["cookie"] == "one=a%3B%20b; joined=x,y; pairs=from,1,to,2; raw=a/b=c%3B%20d"


def values_of_each_kind_in_a_path(client: Client, server: Server) -> None:
    server.answers(204)
    client.p.in_path(["a", "b/c"], RANGE, RANGE, RANGE, 2, True, date(2026, 9, 1))
    assert server.request.target == "/path/a,b%2Fc/from=1,to=2/.from=1.to=2/;from=1;to=2/2/true/2026-09-01"


def an_empty_list_in_a_path_is_refused(client: Client) -> None:
    with pytest.raises(InvalidRequestError, match="list: '' would lead to another address"):
        client.p.in_path([], RANGE, RANGE, RANGE, 1, True, date(2026, 9, 1))
