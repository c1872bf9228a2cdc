"""Objects that keep a client."""

from abc import ABC
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from desk import Client, v1


class Service:
    def __init__(self, client: Client, old=None) -> None:
        self._client = client
        self.people = client.people
        self.old = old

    @property
    def notes(self):
        return self._client.people.notes

    @cached_property
    def reports(self):
        return self._client.reports

    @classmethod
    def connect(cls) -> Self:
        return cls(Client(), v1.Client())

    @staticmethod
    def status(client: Client):
        return client.status.get()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def client(self):
        return self._client

    def run(self):
        self.people.get("an attribute")
        self.notes.list("a property")
        self.reports.list()
        self.client().people.create()
        self.old.people.purge()


with Service.connect() as service:
    service.people.delete("from outside")
    service.client().people.notes.create("1")


class Base(ABC):
    client: Client | v1.Client

    def list(self):
        return self.client.people.list()


class Derived(Base):
    def __init__(self):
        self.client = Client()


class Later(Base):
    def make(self):
        return self.own.people.get("made below")

    def prepare(self):
        self.own = Client()


class Mine(Client):
    """A client with calls of its own."""

    def everyone(self):
        return self.people.list()

    def status_twice(self):
        return super().status.get()


Mine().people.get("of a client of mine")


class Callable_:
    def __call__(self, client):
        return client.people.get("called")


Callable_()(Client())


class Holder:
    client = Client()


Holder.client.people.get("of a class")


class Template:
    def run(self):
        return self.made.people.get("made by one that derives from it")


class Filled(Template):
    def __init__(self):
        self.made = Client()


@dataclass
class Loose:
    client: Any
    other: object = None

    def run(self):
        self.client.people.get("a field by its place")
        self.other.people.purge()


Loose(Client(), other=v1.Client()).run()


class Chain:
    def __init__(self, client: Client):
        self.client = client

    def also(self) -> Self:
        return anything()


Chain(Client()).also().also().client.people.get("self")


class Settable:
    def __init__(self):
        self._client = None

    @property
    def client(self):
        return self._client

    @client.setter
    def client(self, value):
        value.status.get()
        self._client = value


settable = Settable()
settable.client = Client()
settable.client.people.get("a property that is set")


class Many:
    def __init__(self):
        self.clients = [Client()]

    def __iter__(self):
        return iter(self.clients)

    def __getitem__(self, index):
        return self.clients[index]


for each in Many():
    each.people.get("gone through")
Many()[0].people.get("by its place")


class OneByOne:
    def __iter__(self):
        return self

    def __next__(self):
        return Client()


[each.people.get("one by one") for each in OneByOne()]


class Single:
    one = None

    def __new__(cls):
        if cls.one is None:
            cls.one = super().__new__(cls)
            cls.one.client = Client()
        return cls.one


Single().client.people.get("of a single object")
Single.one.client.people.get("of that object")
