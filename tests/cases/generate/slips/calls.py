"""What is against the letter of OpenAPI and has a meaning all the same."""

from __future__ import annotations

import pytest
from slips import Client, MissingCredentialsError

from calls_server import Server


def a_scheme_that_nobody_declares_leaves_the_alternative_beside_it(client: Client, server: Server) -> None:
    server.answers(json=[["a", 1], ["b", 2]])
    with pytest.raises(MissingCredentialsError, match="give the client key="):
        client.things.list_things()
    with Client(key="k", base_url=server.url) as known:
        assert [list(pair) for pair in known.things.list_things(limit=2)] == [["a", 1], ["b", 2]]
    assert server.request.headers["x-key"] == "k"


def an_operation_without_answers_is_called_with_what_its_path_names(client: Client, server: Server) -> None:
    server.answers(204)
    client.things.delete_thing("x")
    assert server.request.line == "DELETE /things/x"
