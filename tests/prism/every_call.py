"""Every method of every version's client, found by walking the clients.

In: the package and its documents. Out: one value for each method, with what a test needs to call it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from operator import attrgetter
from typing import Any, cast

from hubspot_meetings import Operation
from tests.prism.documents import Node, documents, operation_of
from tests.prism.valid_arguments import Amount, arguments_of, wire_values

__all__ = ["CALLS", "Call", "client_of"]


@dataclass(frozen=True, slots=True)
class Call:
    """A method by its path from the client, such as `scheduler.meetings.meeting_links.list`."""

    version: str
    path: str
    operation: Operation[object]

    def on(self, client: object) -> Callable[..., Any]:
        """The method of this client."""
        return cast("Callable[..., Any]", attrgetter(self.path)(client))

    @property
    def wires(self) -> set[str]:
        """The names of all that it takes, as the document writes them."""
        return set(wire_values(*self._in_document(), Amount.EVERYTHING))

    def arguments(self, client: object, amount: Amount) -> dict[str, Any]:
        """Valid arguments for it."""
        return arguments_of(*self._in_document(), self.on(client), amount)

    def _in_document(self) -> tuple[Node, Node]:
        document = documents()[self.version]
        return document, operation_of(document, self.operation.path, self.operation.method)

    def __str__(self) -> str:
        return f"{self.version}-{self.path}"


def client_of(version: str, kind: str = "Client", **settings: Any) -> Any:
    """A client of a version: `Client` or `AsyncClient`."""
    return getattr(import_module(f"hubspot_meetings.{version}"), kind)(**settings)


def _below(resource: object, path: str = "") -> Iterator[tuple[str, Operation[object]]]:
    for name, operation in cast("dict[str, Operation[object]]", getattr(resource, "__operations__", {})).items():
        yield f"{path}{name}", operation
    for name, member in vars(type(resource)).items():
        if isinstance(member, cached_property):
            yield from _below(getattr(resource, name), f"{path}{name}.")


CALLS = tuple(
    Call(version, path, operation) for version in documents() for path, operation in _below(client_of(version))
)
