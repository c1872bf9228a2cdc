"""Bodies: the parameter `in: body`, or those of a form, become a request body.

In: the parameters of an operation that make its body, and the media types it takes. Out: a request body of OpenAPI 3.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specwright.load import Json, Target
from specwright.load.pointers import join
from specwright.upgrade.media import FORM, JSON, MULTIPART, ordered
from specwright.upgrade.parameters import own_schema, style_of
from specwright.upgrade.places import Here
from specwright.upgrade.schemas import again, is_file

__all__ = ["Given", "MediaTypes", "request_body", "shared_body"]


@dataclass(frozen=True, slots=True)
class MediaTypes:
    """What an operation takes or answers, and what the document says of all that do not say so themselves."""

    own: tuple[str, ...]
    general: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter that is part of the body: where it is listed, and what it is in the end."""

    listed: Here
    meant: Target
    node: Mapping[str, Json]

    @property
    def is_shared(self) -> bool:
        """Whether it stands elsewhere."""
        return (self.meant.document, self.meant.pointer) != (self.listed.document, self.listed.old)

    @property
    def location(self) -> Json:
        """`body` or `formData`."""
        return self.node.get("in")


def request_body(here: Here, given: tuple[Given, ...], takes: MediaTypes) -> Json:
    """The body of the operation at `here`."""
    whole = [each for each in given if each.location == "body"]
    for extra in [each for each in given if whole and each is not whole[0]]:
        message = f'a request has one body, so the parameter "{extra.node.get("name")}" is not sent.'
        extra.listed.warn("second-body", message, "Remove one of the two.")
    return _body(here, whole[0], takes) if whole else _form(here, given, takes)


def shared_body(here: Here, node: Mapping[str, Json], takes: MediaTypes) -> dict[str, Json]:
    """A body with a schema of its own; `here` is where it stands now."""
    contents: dict[str, Json] = {}
    schema = Target(here.document, here.at("schema").old, node.get("schema"))
    for media_type in ordered(takes.own, JSON):
        place = here.moved(schema.pointer, "content", media_type, "schema")
        known = schema if contents else None
        contents[media_type] = {"schema": again(place, schema.value, known)} if "schema" in node else {}
    return {**_described(node), "content": contents}


def _body(here: Here, given: Given, takes: MediaTypes) -> Json:
    place = here.moved(given.listed.old, "requestBody")
    if not given.is_shared:
        return shared_body(place, given.node, takes)
    if takes.own == takes.general and _is_of_document(given):
        return here.upgrading.refer("request body", place, {}, given.meant)
    schema = _schema_of(given)
    contents: dict[str, Json] = {
        media_type: {"schema": here.upgrading.refer("schema", place, {}, schema)} if schema else {}
        for media_type in ordered(takes.own, JSON)
    }
    return {**_described(given.node), "content": contents}


def _is_of_document(given: Given) -> bool:
    """Whether it is one of the document's own parameters, which has a place among the request bodies."""
    above = given.meant.pointer.rpartition("/")[0]
    return given.meant.document is given.listed.upgrading.document and above == "/parameters"


def _schema_of(given: Given) -> Target | None:
    """The schema of a body that stands elsewhere; what it refers to, if it does no more than that."""
    document, node = given.meant.document, given.node.get("schema")
    if node is None:
        return None
    further = given.listed.upgrading.follow(document, node) if isinstance(node, dict) else None
    return further or Target(document, join(given.meant.pointer, "schema"), node)


def _described(node: Mapping[str, Json]) -> dict[str, Json]:
    return {key: each for key, each in node.items() if key in ("description", "required") or key.startswith("x-")}


def _form(here: Here, given: tuple[Given, ...], takes: MediaTypes) -> Json:
    forms = tuple(each for each in takes.own if each in (FORM, MULTIPART))
    has_file = any(is_file(each.node) for each in given)
    first, *others = (MULTIPART,) if has_file else ordered(forms, FORM)
    listed = Target(here.document, here.at("parameters").old, None)
    here.moved(listed.pointer, "requestBody", "content", first, "schema")
    here.moved(listed.pointer, "requestBody")
    required: list[Json] = [each.node.get("name") for each in given if each.node.get("required") is True]
    schema: dict[str, Json] = {
        "type": "object",
        "properties": {_name(each): _field(here, each, first) for each in given},
        **({"required": required} if required else {}),
    }
    content: dict[str, Json] = {"schema": schema, **_encoding(given, first)}
    contents: dict[str, Json] = {first: content}
    for media_type in others:
        again_referred = here.upgrading.refer("schema", here, {}, listed)
        contents[media_type] = {"schema": again_referred, **_encoding(given, media_type)}
    return {"content": contents, **({"required": True} if required else {})}


def _name(given: Given) -> str:
    return str(given.node.get("name", ""))


def _field(here: Here, given: Given, media_type: str) -> Json:
    """A property of a form."""
    place = here.moved(given.listed.old, "requestBody", "content", media_type, "schema", "properties", _name(given))
    made = own_schema(place, given.node)
    told = {key: each for key, each in given.node.items() if key == "description"}
    return {**(made if isinstance(made, dict) else {}), **told}


def _encoding(given: tuple[Given, ...], media_type: str) -> dict[str, Json]:
    """How the lists of a form are written; in a multipart body each item is a part."""
    if media_type == MULTIPART:
        return {}
    found: dict[str, Json] = {}
    for each in given:
        if each.node.get("type") == "array":
            style, explode = style_of(each.listed, each.node)
            found[_name(each)] = {"style": style, "explode": explode}
    return {"encoding": found} if found else {}
