"""Clients in lists, mappings and the like."""

import asyncio
import contextvars
from collections import defaultdict

from desk import Client, v1

by_name = {"a": Client(), "b": Client()}
by_name["a"].people.get("item")
by_name.get("b").people.get("get")
for name, client in by_name.items():
    client.people.get(name)
for client in by_name.values():
    client.people.list()

listed = []
listed.append(Client())
listed[0].people.create()
[each.people.delete("1") for each in listed]
next(iter(listed)).status.get()
for number, client in enumerate(listed):
    client.reports.list()
for client, old in zip(listed, [v1.Client()]):
    client.people.notes.list("1")
    old.people.list()

tables = {}
tables["x"] = v1.Client()
tables["x"].people.purge()

made = {name: Client() for name in "ab"}
made["a"].people.notes.create("1")
made.setdefault("c", Client()).people.get("setdefault")

current = contextvars.ContextVar("current", default=Client())
current.get().people.get("context variable")

by_default = defaultdict(Client)
by_default["a"].people.get("default")

queue = asyncio.Queue()


async def work():
    await queue.put(Client())
    client = await queue.get()
    client.people.get("queue")


class Pool:
    def __init__(self):
        self._clients = {}

    def of(self, name):
        if name not in self._clients:
            self._clients[name] = Client()
        return self._clients[name]


Pool().of("a").people.get("pool")
