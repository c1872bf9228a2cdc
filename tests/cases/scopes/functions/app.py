"""Where values go: in and out of functions without annotations."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache, partial, wraps

from desk import AsyncClient, Client


@lru_cache(maxsize=1)
def get_client():
    return Client()


get_client().people.get("returned")


@contextmanager
def opened():
    with Client() as client:
        yield client


with opened() as client:
    client.people.get("context manager")


@asynccontextmanager
async def opened_later():
    async with AsyncClient() as client:
        yield client


def several():
    yield from [Client(), Client()]


for each in several():
    each.people.get("generator")


def given(client, slug="x", *, other=None):
    client.people.get(slug)
    if other:
        other.people.notes.list(slug)


given(get_client(), other=Client())


def by_default(client=Client()):
    client.people.get("default")


def in_a_thread(client):
    client.people.get("thread")


def in_a_pool(number, client):
    client.people.get("pool")


with ThreadPoolExecutor() as pool:
    pool.submit(in_a_pool, 1, Client())


def as_target(client, number):
    client.people.get(number)


threading.Thread(target=as_target, args=(Client(), 3)).start()


def first(client, slug):
    client.people.get(slug)


partial(first, Client())("partial")


def with_client(function):
    @wraps(function)
    def inside(*args, **kwargs):
        return function(Client(), *args, **kwargs)

    return inside


@with_client
def decorated(client, slug):
    client.people.create()


make = lambda: Client()
make().people.delete("1")


def outer():
    client = Client()

    def inner():
        client.status.get()

    inner()
    return inner


shared = None


def start():
    global shared
    shared = Client()


def use():
    shared.reports.list()


def recursive(client, depth):
    return client if depth == 0 else recursive(client, depth - 1)


recursive(Client(), 3).people.notes.create("1")


async def one(client, slug):
    await client.people.get(slug)


async def main():
    async with opened_later() as client:
        await asyncio.gather(*(one(client, slug) for slug in "ab"))
        await asyncio.to_thread(in_a_thread, client)


kept = lambda client=Client(): client.people.get("default of a lambda")
