"""Operations: where each one stands in the resource tree, and what its method is called.

In: the IR's operations. Out: an `OperationName` for each, by its key. A name is read off the operation's own place:

1. A usable operationId decides together with the first tag by name: `listPets`, tag `pets`: `pets.list_pets`;
   `repos/list-for-org` or `repos.list-for-org`: `repos.list_for_org`. Without a tag the first path segment is the
   resource. An id that is a method and a path (`get-/pets`) or too long to write is not usable.
2. Otherwise the path decides, its version segment dropped. Segments that are nouns are resources. The HTTP verb is the
   method: GET `list` (the last segment is plural) or `get`; POST `create`; PUT `replace`; PATCH `update`; DELETE
   `delete`; on a whole collection `replace_all`, `update_all`, `delete_all`.
3. The first action segment (`actions.py`) ends the resource. As the last segment it is the method: `POST
   …/meeting-links/book` is `meeting_links.book`. With something below, it turns into its noun and names what is read
   or changed there, and the HTTP verb leads: `GET …/book/availability-page/{slug}` is
   `meeting_links.get_booking_availability_page`. Where nothing but path parameters follows, that something is `info`:
   `GET …/book/{slug}` is `meeting_links.get_booking_info`.

All operations that would share a name get their HTTP verb and their path parameters into it (`clashes.py` tells why);
so does one whose name is a resource of the tree too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from specwright.ir import Operation
from specwright.names.actions import ACTIONS
from specwright.names.clashes import exact, spelled, told_apart
from specwright.names.reserved import BELOW, RESOURCES, safe
from specwright.names.words import snake, words

__all__ = ["OperationName", "is_usable", "is_version", "name_operations", "name_pagers", "plain_name"]

_VERSION = re.compile(r"v\d+([._]\d+)*((alpha|beta|rc|preview)\d*)?|\d{4}-\d{2}(-\d{2})?(-[a-z]+\d*)?", re.IGNORECASE)
_USABLE = re.compile(r"[^\W\d][\w -]*(\.[^\W\d][\w -]*)*(/[^\W\d][\w. -]*)?")
_OF_METHOD = re.compile(r"((options|head|trace|query)[ _-]+|(get|put|post|delete|patch)[ _-]*)/", re.IGNORECASE)
_LONGEST = 100
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


def is_version(segment: str) -> bool:
    """Whether a path's segment is a version, such as `v3` or `2026-03`."""
    return bool(_VERSION.fullmatch(segment))


def name_operations(
    operations: Iterable[Operation], homes: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, OperationName]:
    """The name of each operation, by its key; `homes` are the names of their documents, if there are several."""
    listed = {each.key: each for each in operations}
    ids = {key: (homes.get(key, ""), each.id) for key, each in listed.items()}
    count = Counter(ids.values())
    wanted = {key: _wanted(each, usable=count[ids[key]] == 1 and is_usable(each.id)) for key, each in listed.items()}
    taken: set[OperationName] = set()
    while True:
        chosen = told_apart(wanted, taken)
        hidden = _resources(chosen.values()) & set(chosen.values())
        if hidden <= taken:
            return chosen
        taken |= hidden


def name_pagers(operations: Iterable[Operation], names: Mapping[str, OperationName]) -> Mapping[str, str]:
    """The method that goes through all pages: the operation's name with `_all`, `_every` if that is another one's."""
    taken = set(names.values())
    paged = (each.key for each in operations if each.paging)
    return {key: _pager(names[key], frozenset(taken)) for key in paged}


def _pager(name: OperationName, taken: frozenset[OperationName]) -> str:
    plain = name.method.rstrip("_")
    return f"{plain}_all" if replace(name, method=f"{plain}_all") not in taken else f"{plain}_every"


def _resources(names: Iterable[OperationName]) -> set[OperationName]:
    """Every resource of the tree, as a method of that name on its parent would be called."""
    places = {name.resource[:depth] for name in names for depth in range(1, len(name.resource) + 1)}
    return {OperationName(place[:-1], place[-1]) for place in places}


def plain_name(operation: Operation) -> OperationName:
    """The name that an operation would have if it were alone."""
    return _safe(_by_id(operation) if is_usable(operation.id) else _by_path(operation))


def _wanted(operation: Operation, *, usable: bool) -> tuple[OperationName, ...]:
    """The names that an operation would take, the plainest first."""
    own = _safe(_by_id(operation) if usable else _by_path(operation))
    longer = _safe(_lengthened(operation))
    signs = spelled(longer.method, "".join(_nouns(operation.path)))
    return own, longer, replace(longer, method=signs), replace(longer, method=exact(longer.method, operation.path))


def _safe(name: OperationName) -> OperationName:
    first, *below = name.resource
    resource = (safe(first, RESOURCES), *(safe(each, RESOURCES | BELOW) for each in below))
    return OperationName(resource, safe(name.method, RESOURCES | BELOW))


def is_usable(operation_id: str) -> bool:
    """Whether an operationId is a name that somebody chose and can write, and not a path written another way."""
    is_name = _USABLE.fullmatch(operation_id) and not _OF_METHOD.match(operation_id)
    return bool(is_name) and len(operation_id) <= _LONGEST


def _by_id(operation: Operation) -> OperationName:
    *groups, last = re.split(r"[/.]", operation.id)
    segments = _nouns(operation.path)
    resource = groups or [operation.tags[0] if operation.tags else segments[0] if segments else "root"]
    return OperationName(tuple(snake(each) for each in resource), snake(last))


def _by_path(operation: Operation) -> OperationName:
    segments = [part for part in operation.path.strip("/").split("/") if part and not is_version(part)]
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
    method = base.method.partition("_by_")[0]
    parts = [method] if method.startswith(verb) else [verb, method]
    return OperationName(base.resource, "_".join([*parts, *(["by", *parameters] if parameters else [])]))


def _nouns(path: str) -> list[str]:
    return [part for part in path.strip("/").split("/") if part and not _is_parameter(part) and not is_version(part)]


def _is_parameter(segment: str) -> bool:
    return "{" in segment
