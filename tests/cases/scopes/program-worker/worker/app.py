import asyncio, os
from contextlib import AsyncExitStack
from typing import Any
import aiojobs
from hubspot_meetings import AsyncClient
from .tasks import process, TASKS

class Worker:
    def __init__(self, concurrency=4):
        self.queue: asyncio.Queue = asyncio.Queue()
        self.stack = AsyncExitStack()
        self.client = None
        self.sem = asyncio.Semaphore(concurrency)
    async def __aenter__(self):
        self.client = await self.stack.enter_async_context(AsyncClient(access_token=os.environ["TOKEN"]))
        return self
    async def __aexit__(self, *a):
        await self.stack.aclose()
    async def consume(self):
        while True:
            kind, payload = await self.queue.get()
            async with self.sem:
                await process(self.client, kind, payload)
            self.queue.task_done()
    async def run(self):
        async with asyncio.TaskGroup() as tg:
            for _ in range(4):
                tg.create_task(self.consume())
            tg.create_task(self.poll(self.client.scheduler.meetings.meeting_links))
    async def poll(self, links):
        while True:
            async for link in links.list_all():
                await self.queue.put(("check", {"slug": link.slug}))
            await asyncio.sleep(60)

async def main():
    async with Worker() as worker:
        await worker.run()
asyncio.run(main())
