"""A local server that answers at once, in a process of its own, so that its work is not the client's.

In: nothing. Out: its address on standard output, then answers until it is ended. A GET is answered with a page
of 100 items, about 29 KB; a POST with a booking. Connections stay open.
"""

from __future__ import annotations

import asyncio
import json
from typing import Final, cast

_ITEMS: Final = 100
_WHEN: Final = "2026-09-01T09:30:00.123Z"


def _item(number: int) -> dict[str, object]:
    slug = f"ada/team-{number:03}"
    return {
        "createdAt": _WHEN,
        "defaultLink": number == 0,
        "id": str(48151623 + number),
        "link": f"https://meetings.example.com/{slug}",
        "name": f"Team {number:03}",
        "organizerUserId": "1234567",
        "slug": slug,
        "type": "PERSONAL_LINK",
        "updatedAt": _WHEN,
        "userIdsOfLinkMembers": ["1234567"],
    }


def _page() -> bytes:
    body = {"results": [_item(number) for number in range(_ITEMS)], "total": _ITEMS}
    return json.dumps(body, separators=(",", ":")).encode()


def _booking() -> bytes:
    field: dict[str, object] = {"name": "company", "value": "Example Ltd", "isCustom": False, "label": "Company"}
    consent = {"communicationTypeId": "11077", "consented": True}
    body = {
        "bookingTimezone": "Europe/Dublin",
        "calendarEventId": "90210",
        "contactId": "401",
        "duration": 1800000,
        "end": "2026-09-01T10:00:00Z",
        "formFields": [field],
        "guestEmails": [],
        "isOffline": False,
        "legalConsentResponses": [consent],
        "start": "2026-09-01T09:30:00Z",
        "subject": "First conversation",
    }
    return json.dumps(body, separators=(",", ":")).encode()


def _whole(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class _Answering(asyncio.Protocol):
    """One connection: waits for a whole request, then writes one of two answers."""

    answers: Final = {b"GET": _whole(_page()), b"POS": _whole(_booking())}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._came = b""

    def data_received(self, data: bytes) -> None:
        self._came += data
        while (end := self._came.find(b"\r\n\r\n")) >= 0:
            _, _, rest = self._came[:end].lower().partition(b"content-length:")
            whole = end + 4 + int(rest.partition(b"\r\n")[0] or 0)
            if len(self._came) < whole:
                return
            self._transport.write(self.answers[self._came[:3]])
            self._came = self._came[whole:]


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Answering, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(f"http://{host}:{port}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
