"""The addresses of everything that one document may refer to: of its files, and of schemas with an `$id`.

In: documents, as they are read. Out: for a reference the resource that it means, if that is known by its address.

Why a miss is no fault: real documents give schemas addresses on machines that nobody asks, and mean the files beside
them. What no address explains is looked for as a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urlsplit

from specwright.load.identities import Identities, absolute, identities_of
from specwright.load.shape import Document

__all__ = ["Addresses", "Resource"]


@dataclass(frozen=True, slots=True)
class Resource:
    """The document, where in it the resource begins, and the fragment that the reference has below it."""

    document: Document
    begin: str
    fragment: str


class Addresses:
    """The documents of one run by their addresses."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._identities: dict[str, Identities] = {}
        self._known: dict[str, tuple[Document, str]] = {}
        for document in documents:
            self.add(document)

    def add(self, document: Document) -> None:
        """Note a document; of two things with one address the first is meant."""
        address = document.path.resolve().as_uri()
        found = identities_of(document.data, address)
        self._identities[document.file] = found
        for pointer, own in (("", address), *found.resources.items()):
            self._known.setdefault(own, (document, pointer))

    def find(self, document: Document, reference: str, within: str) -> Resource | None:
        """What a reference means that stands in a document at the pointer `within`."""
        found = self._identities[document.file]
        if reference.startswith("#") and len(found.resources) == 1:
            return Resource(document, "", unquote(reference[1:]))
        begin = found.resource_at(within)
        address, fragment = urldefrag(absolute(found.resources[begin], reference))
        known = self._known.get(address)
        return Resource(*known, unquote(fragment)) if known else None

    def file_meant(self, document: Document, reference: str, within: str) -> str | None:
        """The path of the file that a reference means, where an `$id` or `$self` around it has changed its start."""
        found = self._identities[document.file]
        base = found.resources[found.resource_at(within)]
        address = urldefrag(absolute(base, reference)).url
        is_local = base.startswith("file:") and not urlsplit(reference).scheme and address.startswith("file:")
        return unquote(urlsplit(address).path) if is_local and base != document.path.resolve().as_uri() else None

    def anchor(self, resource: Resource, near: str) -> str | None:
        """The place of the anchor that the fragment names."""
        return self._identities[resource.document.file].anchor(resource.begin, resource.fragment, near)
