"""Resolve: from documents to settled operations, every reference followed and every inheritance applied.

In: a loaded document. Out: a `Resolved` with the sites of all
operations: their parameters (the path's and their own), body, responses, security (the document's or their own) and
servers, each as a `Site`, which is a piece of data and its place; and the same of the requests that the API sends.

Why `x-webhooks` too: OpenAPI 3.0 has no webhooks, and its documents have long written them so.

Why schemas are not expanded: they recurse. `build` follows a schema's `$ref` with `Library.follow` and names the
target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.load import Document, Folder, Json, ReferenceFault
from specwright.problems import Origin, Problem, Refused
from specwright.sites import Site, as_node, child, items, members, site_at
from specwright.validate import methods_of, version_of

__all__ = ["Library", "RawOperation", "RawWebhook", "Resolved", "resolve"]

MAX_REF_CHAIN = 64
_NAME = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class RawOperation:
    """One operation with what it inherits, still in the specification's data."""

    method: str
    path: str
    site: Site
    parameters: tuple[Site, ...]
    body: Site | None
    responses: tuple[tuple[str, Site], ...]
    security: tuple[Mapping[str, Json], ...] | None
    servers: tuple[Site, ...]


@dataclass(frozen=True, slots=True)
class RawWebhook:
    """A request that the API sends; one that an operation registers has that operation's method and path."""

    name: str
    operation: RawOperation
    registered_by: tuple[str, str] | None = None


class Library:
    """The documents that a reference may lead into, loaded when first needed."""

    def __init__(self, root: Document) -> None:
        self._folder = Folder(root)
        self._documents = {root.file: root}
        self._root = root

    def follow(self, site: Site) -> Site:
        """The site itself, or the one that its `$ref` leads to through any number of references."""
        for _ in range(MAX_REF_CHAIN):
            following = self.step(site)
            if following is None:
                return site
            site = following
        raise Refused([Problem("ref-chain", site.origin, f"more than {MAX_REF_CHAIN} references in a row.")])

    def step(self, site: Site) -> Site | None:
        """Where the site's own `$ref` leads, one step only."""
        ref = site.node.get("$ref")
        if not isinstance(ref, str):
            return None
        try:
            target = self._folder.follow(self._documents[site.origin.file], ref, site.origin.pointer)
        except ReferenceFault as fault:
            raise Refused([Problem(fault.code, child(site.origin, "$ref"), fault.message, fault.hint)]) from fault
        self._documents[target.document.file] = target.document
        origin = Origin(target.document.file, target.pointer)
        return Site(origin, as_node(target.value) or {})

    def opened(self) -> tuple[Document, ...]:
        """The files beside the document itself that references have led into, by name."""
        return tuple(each for name, each in sorted(self._documents.items()) if name != self._root.file)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document's operations, settled, and the library to follow schemas with."""

    document: Document
    library: Library
    operations: tuple[RawOperation, ...]
    webhooks: tuple[RawWebhook, ...] = ()


def resolve(document: Document) -> Resolved:
    """Settle every operation of the document, by path and method."""
    version = version_of(document)
    assert version is not None, "validate has refused every other document"
    methods = methods_of(version)
    library = Library(document)
    found = sorted(_operations(document, methods, library), key=lambda raw: (raw.path, _rank(raw.method, methods)))
    field = "webhooks" if version >= "3.1" and "webhooks" in document.data else "x-webhooks"
    webhooks = (*_webhooks(document, field, methods, library), *_callbacks(found, methods, library))
    return Resolved(document, library, tuple(found), webhooks)


def _webhooks(document: Document, field: str, methods: tuple[str, ...], library: Library) -> Iterator[RawWebhook]:
    root = Site(Origin(document.file), document.data)
    for name, item in members(root, field):
        for operation in _of_item(None, name, item, methods, library):
            yield RawWebhook(name, operation)


def _callbacks(registering: list[RawOperation], methods: tuple[str, ...], library: Library) -> Iterator[RawWebhook]:
    for owner in registering:
        for name, callback in members(owner.site, "callbacks"):
            target = library.follow(callback)
            for expression in sorted(target.node):
                if not expression.startswith(("x-", "$ref")):
                    for operation in _of_item(None, expression, site_at(target, expression), methods, library):
                        yield RawWebhook(name, operation, (owner.method, owner.path))


def _operations(document: Document, methods: tuple[str, ...], library: Library) -> Iterator[RawOperation]:
    root = Site(Origin(document.file), document.data)
    for path, item in members(root, "paths"):
        if not path.startswith("x-"):
            yield from _of_item(root, path, item, methods, library)


def _of_item(
    root: Site | None, path: str, item: Site, methods: tuple[str, ...], library: Library
) -> Iterator[RawOperation]:
    """The operations of a path item; without a root those that the API calls, for which it stands nowhere."""
    sources = _sources(item, library)
    for method in methods:
        # `null` is read as if it were not there.
        holder = next((each for each in sources if isinstance(each.node.get(method), dict)), None)
        if holder is not None:
            yield _operation(root, path, method, sources, site_at(holder, method), library)
    for method, site in _further(sources) if "query" in methods else ():
        yield _operation(root, path, method, sources, site, library)


def _further(sources: tuple[Site, ...]) -> Iterator[tuple[str, Site]]:
    """Operations of methods that have no field of their own; they came with `query`. A path item's own count first."""
    found = {method: site for each in reversed(sources) for method, site in members(each, "additionalOperations")}
    yield from found.items()


def _rank(method: str, methods: tuple[str, ...]) -> tuple[int, str]:
    return (methods.index(method), "") if method in methods else (len(methods), method)


def _sources(item: Site, library: Library) -> tuple[Site, ...]:
    """A path item may hold fields beside its `$ref`: its own count before those that it refers to."""
    target = library.follow(item)
    return (item,) if target is item else (item, target)


def _operation(
    root: Site | None, path: str, method: str, sources: tuple[Site, ...], site: Site, library: Library
) -> RawOperation:
    """One operation; the document's security and the names in a path are about calls to the API alone."""
    parameters = _parameters((*reversed(sources), site), library)
    return RawOperation(
        method=method,
        path=path,
        site=site,
        parameters=_for_path(path if root else "", site, parameters),
        body=library.follow(site_at(site, "requestBody")) if "requestBody" in site.node else None,
        responses=tuple(
            (status, library.follow(each)) for status, each in sorted(members(site, "responses"), key=_by_status)
        ),
        security=_first_list((site, "security"), *([(root, "security")] if root else [])),
        servers=next((found for each in (site, *sources) if (found := tuple(items(each, "servers")))), ()),
    )


def _by_status(entry: tuple[str, Site]) -> tuple[bool, str]:
    return (entry[0] == "default", entry[0])


def _parameters(holders: tuple[Site, ...], library: Library) -> tuple[Site, ...]:
    """The path's parameters, then the operation's, which replace those of the same name and location."""
    settled: dict[tuple[Json, Json], Site] = {}
    for holder in holders:
        for entry in items(holder, "parameters"):
            target = library.follow(entry)
            settled[target.node.get("name"), target.node.get("in")] = target
    return tuple(settled.values())


def _for_path(path: str, operation: Site, parameters: tuple[Site, ...]) -> tuple[Site, ...]:
    """A parameter for each name in the path: the declared one, the one that differs in case alone, else plain text.

    One that is declared for a path that does not name it has nowhere to go, and is left out.
    """
    names = tuple(dict.fromkeys(_NAME.findall(path)))
    declared = {str(each.node.get("name")) for each in parameters if each.node.get("in") == "path"}
    missing = [name for name in names if name not in declared]
    settled: list[Site] = []
    for each in parameters:
        name = str(each.node.get("name"))
        if each.node.get("in") != "path" or name in names:
            settled.append(each)
        elif meant := next((one for one in missing if one.casefold() == name.casefold()), ""):
            missing.remove(meant)
            settled.append(Site(each.origin, {**each.node, "name": meant}))
    text: dict[str, Json] = {"in": "path", "required": True, "schema": {"type": "string"}}
    return (*settled, *(Site(operation.origin, {"name": name, **text}) for name in missing))


def _first_list(*places: tuple[Site, str]) -> tuple[Mapping[str, Json], ...] | None:
    for site, key in places:
        if isinstance(value := site.node.get(key), list):
            return tuple(each for each in value if isinstance(each, dict))
    return None
