"""An address without a host."""

from __future__ import annotations

import pytest
from servers_relative import Client, ConfigurationError

from calls_server import Server


def a_client_says_what_the_address_lacks() -> None:
    with pytest.raises(ConfigurationError, match="without a host, '/api/v1'; give base_url="):
        Client()


def the_path_is_part_of_the_address_given(server: Server) -> None:
    server.answers(204)
    with Client(base_url=server.url + Client.server_url(version="v2")) as client:
        client.a.get_a()
    assert server.request.line == "GET /api/v2/a"
