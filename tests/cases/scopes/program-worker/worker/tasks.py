from __future__ import annotations
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias
from hubspot_meetings import AsyncClient
Task: TypeAlias = Callable[[AsyncClient, dict[str, Any]], Awaitable[None]]
TASKS: dict[str, Task] = {}
def task(name: str) -> Callable[[Task], Task]:
    def wrap(fn: Task) -> Task:
        TASKS[name] = fn
        return fn
    return wrap
@task("check")
async def check(client, payload):
    info = await client.scheduler.meetings.meeting_links.get_booking_info(payload["slug"], timezone="UTC")
@task("book")
async def book(client: AsyncClient, payload):
    await client.scheduler.meetings.meeting_links.book(**payload)
async def process(client, kind, payload):
    await TASKS[kind](client, payload)
