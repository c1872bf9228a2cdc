"""Types that are written down."""

from __future__ import annotations

import typing as t
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, NamedTuple, Optional, TypeAlias, TypeVar, Union

from desk import AsyncClient, Client, v1

AnyClient = Client | AsyncClient
Named: TypeAlias = "Client"
Json: TypeAlias = "dict[str, Json] | list[Json] | str | None"
Injected = Annotated[Client, "from the outside"]
C = TypeVar("C", bound=Client)
EITHER: Final[Client] = make()


def plain(client: Client) -> None:
    client.people.get("plain")


def quoted(client: "Client", maybe: Optional["Client"] = None) -> None:
    client.people.get("quoted")
    maybe.people.get("optional")


def joined(client: Client | None, other: Union[Client, AsyncClient], any_: AnyClient) -> None:
    client.people.get("or none")
    other.people.get("union")
    any_.people.get("alias")


def wrapped(client: Annotated[Client, Any], named: Named, injected: Injected, bound: C) -> None:
    client.people.get("annotated")
    named.people.get("named")
    injected.people.get("injected")
    bound.people.get("type variable")


def held(clients: list[Client], by_name: Mapping[str, v1.Client], pair: tuple[int, Client]) -> None:
    clients[0].people.get("list")
    for each in clients:
        each.people.get("gone through")
    by_name["a"].people.list()
    pair[1].people.get("tuple")


def called(make: Callable[[], Client], later: Callable[[], Awaitable[AsyncClient]], kind: type[Client]) -> None:
    make().people.get("callable")
    kind().people.get("class")


def variadic(*clients: Client, **named: Client) -> None:
    clients[0].people.get("args")
    named["a"].people.get("kwargs")


def narrowed(value: object, other: Client | str) -> None:
    if isinstance(value, Client):
        value.people.get("isinstance")
    assert isinstance(other, Client)
    other.people.get("assert")


def asserted(value) -> None:
    assert isinstance(value, Client) and value
    value.people.get("assert of anything")


def matched(value: object) -> None:
    match value:
        case Client() as client:
            client.people.get("match")


def declared_first() -> None:
    client: Client
    client = make()
    client.people.get("declared")


def taken(state: Any) -> None:
    client: Client = state.client
    client.people.get("variable")
    t.cast(Client, state.other).people.get("cast")
    t.cast("v1.Client", state.other).people.purge()


def iterated() -> Iterator[Client]:
    yield EITHER


for each in iterated():
    each.people.get("iterator")
EITHER.people.get("final")


@dataclass
class Fields:
    client: Client
    old: "v1.Client" = field(init=False)

    def run(self) -> None:
        self.client.people.get("field")
        self.old.people.list()


class Row(NamedTuple):
    client: Client


def of_fields(fields: Fields, row: Row) -> None:
    fields.client.people.get("field of a parameter")
    row.client.people.get("named tuple")


def recursive(json: Json) -> None:
    json["people"].get("a type that speaks of itself")
