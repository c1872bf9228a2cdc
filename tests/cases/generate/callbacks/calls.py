"""Callbacks below the operations that register them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from callbacks import STANDARD_WEBHOOKS, UNVERIFIED, Client, WebhookVerificationError, callbacks, models

from calls_server import Server


def a_callback_stands_below_the_call_that_registers_it(client: Client, server: Server) -> None:
    server.answers(201)
    client.streams.create(url="https://example.com/hook")
    assert server.request.json == {"url": "https://example.com/hook"}
    on_data = callbacks.streams.create.on_data
    assert (on_data.address, on_data.method, on_data.answers) == ("{$request.body#/url}/data", "POST", ("202", "204"))
    data = on_data.parse(b'{"at": "2026-01-02T03:04:05Z", "value": 1.5}', {}, verify=UNVERIFIED)
    assert data == models.StreamsCreateOnDataCallbackRequest(at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), value=1.5)


def the_same_name_below_two_operations_is_two_callbacks() -> None:
    number: int = callbacks.streams.list.on_data.parse(b"7", {}, verify=UNVERIFIED)
    assert (number, callbacks.streams.list.on_data.address) == (7, "$request.query.url")


def several_addresses_and_methods_have_names_of_their_own() -> None:
    create = callbacks.streams.create
    assert create.on_end_delete.method == "DELETE"
    assert create.on_end_post_request_body_url_end.address == "{$request.body#/url}/end"
    failed = create.on_end_post_request_body_failed.parse(b'{"why": "x"}', {}, verify=UNVERIFIED)
    assert failed.why == "x"


def a_shared_callback_is_there_for_each_operation() -> None:
    body = json.dumps({"id": "1"}).encode()
    done = callbacks.streams.copies.create.done.parse(body, {}, verify=UNVERIFIED)
    assert done == callbacks.streams.create.shared.parse(body, {}, verify=UNVERIFIED) == models.Done(id="1")
    assert callbacks.models_.replace.import_.parse(body, {}, verify=UNVERIFIED) == done


def a_scheme_of_the_runtime_verifies_where_the_configuration_names_none() -> None:
    with pytest.raises(WebhookVerificationError) as raised:
        callbacks.streams.create.shared.parse(b"{}", {}, verify=STANDARD_WEBHOOKS.verifier("whsec_c2VjcmV0"))
    assert raised.value.reason == "missing header"
