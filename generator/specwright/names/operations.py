"""Operations: where each one stands in the resource tree, and what its method is called.

In: the IR's operations. Out: an `OperationName` for each, by its place. A name is read off the operation's own place:

1. A usable operationId decides together with the first tag by name: `listPets`, tag `pets`: `pets.list_pets`;
   `repos/list-for-org`: `repos.list_for_org`. Without a tag the first path segment is the resource.
2. Otherwise the path decides, its version segment dropped. Segments that are nouns are resources. The HTTP verb is the
   method: GET `list` (the last segment is plural) or `get`; POST `create`; PUT `replace`; PATCH `update`; DELETE
   `delete`; on a whole collection `replace_all`, `update_all`, `delete_all`.
3. The first action segment (`actions.py`) ends the resource. As the last segment it is the method: `POST
   …/meeting-links/book` is `meeting_links.book`. With something below, it turns into its noun and names what is read
   or changed there, and the HTTP verb leads: `GET …/book/availability-page/{slug}` is
   `meeting_links.get_booking_availability_page`. Where nothing but path parameters follows, that something is `info`:
   `GET …/book/{slug}` is `meeting_links.get_booking_info`.

Why a clash lengthens every name in it: giving way to whoever came first would make a name depend on order. All
operations that would share a name get their HTTP verb and their path parameters into it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specwright.ir import Operation
from specwright.names.actions import ACTIONS
from specwright.names.words import snake, words

__all__ = ["OperationName", "name_operations"]

_VERSION = re.compile(r"v\d+([._]\d+)*((alpha|beta|rc|preview)\d*)?|\d{4}-\d{2}(-\d{2})?(-[a-z]+\d*)?", re.IGNORECASE)
_USABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_. -]*(/[A-Za-z_][A-Za-z0-9_. -]*)?")
_ITEM = {"GET": "get", "POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}
_COLLECTION = {"GET": "list", "POST": "create", "PUT": "replace_all", "PATCH": "update_all", "DELETE": "delete_all"}
_SINGULAR_ENDINGS = ("ss", "us", "is")


@dataclass(frozen=True, slots=True, order=True)
class OperationName:
    """A resource's path in the tree, and the method on it."""

    resource: tuple[str, ...]
    method: str

    @property
    def dotted(self) -> str:
        """The name as a user writes it after `client.`."""
        return ".".join((*self.resource, self.method))


def name_operations(operations: Iterable[Operation]) -> Mapping[str, OperationName]:
    """The name of each operation, by its place."""
    listed = tuple(operations)
    ids = Counter(operation.id for operation in listed)
    first = {
        each.origin.pointer: _by_id(each) if ids[each.id] == 1 and is_usable(each.id) else _by_path(each)
        for each in listed
    }
    taken = Counter(first.values())
    return {
        each.origin.pointer: first[each.origin.pointer] if taken[first[each.origin.pointer]] == 1 else _lengthened(each)
        for each in listed
    }


def is_usable(operation_id: str) -> bool:
    """Whether an operationId is a name that somebody chose, and not a path written another way."""
    return bool(_USABLE.fullmatch(operation_id))


def _by_id(operation: Operation) -> OperationName:
    group, _, rest = operation.id.rpartition("/")
    segments = _nouns(operation.path)
    resource = group or (operation.tags[0] if operation.tags else segments[0] if segments else "root")
    return OperationName((snake(resource),), snake(rest))


def _by_path(operation: Operation) -> OperationName:
    segments = [part for part in operation.path.strip("/").split("/") if part and not _VERSION.fullmatch(part)]
    resource: list[str] = []
    for index, segment in enumerate(segments):
        if not _is_parameter(segment) and segment.lower() in ACTIONS and resource:
            return OperationName(tuple(resource), _action(operation.method, segment.lower(), segments[index + 1 :]))
        if not _is_parameter(segment):
            resource.append(snake(segment))
    last = segments[-1] if segments else ""
    return OperationName(tuple(resource) or ("root",), _verb(operation.method, last))


def _action(method: str, action: str, below: list[str]) -> str:
    if not below:
        return snake(action)
    nouns = [snake(segment) for segment in below if not _is_parameter(segment)] or ["info"]
    return "_".join((_ITEM.get(method, method.lower()), snake(ACTIONS[action]), *nouns))


def _verb(method: str, last: str) -> str:
    if _is_parameter(last) and method == "POST":
        return "create_by_" + snake(last)
    table = _COLLECTION if not _is_parameter(last) and _is_plural(last) else _ITEM
    return table.get(method, method.lower())


def _is_plural(segment: str) -> bool:
    last = words(segment)[-1]
    return last.endswith("s") and not last.endswith(_SINGULAR_ENDINGS)


def _lengthened(operation: Operation) -> OperationName:
    base = _by_path(operation)
    verb = _ITEM.get(operation.method, operation.method.lower())
    parameters = [snake(segment) for segment in operation.path.split("/") if _is_parameter(segment)]
    parts = [base.method] if base.method.startswith(verb) else [verb, base.method]
    return OperationName(base.resource, "_".join([*parts, *(["by", *parameters] if parameters else [])]))


def _nouns(path: str) -> list[str]:
    return [
        part for part in path.strip("/").split("/") if part and not _is_parameter(part) and not _VERSION.fullmatch(part)
    ]


def _is_parameter(segment: str) -> bool:
    return "{" in segment
