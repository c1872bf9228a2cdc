"""A client of the caller's own lends its connections, and says what else of it is not used."""

from __future__ import annotations

import warnings
from typing import Any

import anyio
import httpx2
import pytest
from clinic import AsyncClinic, Clinic
from scripted import PAGE, script

from runtime import UnusedSettingWarning

BEGINS = "http_client lends its connections alone; not used are its "


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ({"headers": {"X-Own": "1", "X-Also": "2"}}, "headers x-also, x-own (use with_options(headers=...))"),
        ({"headers": {"User-Agent": "me/1"}}, "headers user-agent (use with_options(headers=...))"),
        ({"headers": {"Accept": "text/csv"}}, "headers accept (use with_options(headers=...))"),
        ({"auth": ("u", "p")}, "auth (give credentials to this client)"),
        ({"cookies": {"a": "1"}}, "cookies (use with_options(headers=...))"),
        ({"params": {"a": "1"}}, "params (use extra_query)"),
        ({"base_url": "https://x.test"}, "base_url (use base_url=)"),
        (
            {"auth": ("u", "p"), "params": {"a": "1"}},
            "auth (give credentials to this client); params (use extra_query)",
        ),
    ],
)
def test_what_is_not_used_is_told_once_when_the_client_is_made(held: dict[str, Any], words: str) -> None:
    with httpx2.Client(**held) as own:
        with pytest.warns(UnusedSettingWarning) as caught:
            client = Clinic(access_token="t", http_client=own)
        client.with_options(timeout=1).with_options(max_retries=1)
    assert [str(item.message) for item in caught] == [BEGINS + words]


def test_an_asynchronous_client_is_looked_at_too() -> None:
    async def run() -> None:
        async with httpx2.AsyncClient(params={"a": "1"}) as own:
            AsyncClinic(access_token="t", http_client=own)

    with pytest.warns(UnusedSettingWarning, match="params"):
        anyio.run(run)


def test_what_is_lent_causes_no_warning() -> None:
    seen: list[str] = []
    own = httpx2.Client(
        transport=httpx2.MockTransport(script(PAGE)),
        timeout=3,
        follow_redirects=True,
        headers={"Accept-Encoding": "gzip"},
        event_hooks={"request": [lambda request: seen.append(request.headers["accept-encoding"])]},
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Clinic(access_token="t", http_client=own).pets.list()
    assert seen == ["gzip"]
