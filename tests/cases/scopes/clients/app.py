"""Ways to come by a client. A name stands for what was last put there."""

import asyncio
import contextlib
import os

from desk import AsyncClient, Client
from desk.v1 import Client as Old

client = Client(access_token=os.environ["TOKEN"])
client.people.get("one line after another")

with Client() as client:
    client.people.create()
with Old() as client:
    client.people.list()

client = Client().with_options(timeout=5)
client.people.list()

quick = client.with_options(max_retries=0).with_options(strict=True)
quick.people.notes.list("1")

if os.environ.get("OLD"):
    either = Old()
else:
    either = Client()
either.people.list()

(first := Client()).status.get()
first.reports.list()

chosen = client or Client()
chosen.people.notes.create("1")

a, (b, *rest) = Client(), (Old(), Client(), Client())
a.people.delete("1")
b.people.purge()
rest[0].status.get()

found = None
for token in ("a", "b"):
    try:
        found = Client(access_token=token)
        break
    except ValueError:
        continue
found.people.get("2")

match os.environ:
    case {"TOKEN": token}:
        matched = Client(access_token=token)
    case _:
        matched = Client()
matched.people.get("3")

with contextlib.ExitStack() as stack:
    entered = stack.enter_context(Client())
    entered.people.get("4")
with contextlib.closing(Client()) as closing:
    closing.people.get("5")


async def main() -> None:
    async with AsyncClient() as one, AsyncClient() as two:
        await one.people.get("6")
        async for person in two.people.list_all():
            print(person)
        await asyncio.gather(one.people.get("7"), two.people.get("8"))


asyncio.run(main())

before = None
for token in ("a", "b"):
    if before:
        before.people.get("of the turn before")
    before = Client(access_token=token)


def left() -> None:
    while True:
        if os.environ:
            last = Client()
            break
    last.people.get("where the loop was left")
