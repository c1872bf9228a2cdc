"""The operations of the made-up API."""

from __future__ import annotations

from typing import Final

import clinic_models as models

from runtime.operation import Answer, Body, Content, Operation, Paging, Parameter, SchemeUse
from runtime.turns import Cursor, Place

_JSON = "application/json"
_DEFAULT = Answer("default", (Content("*/*", "json", lambda: models.Fault),))
_READ = (SchemeUse("oauth2", ("pets.read",)),)

list_: Final[Operation[models.PetPage]] = Operation(
    id="get-/pets",
    name="pets.list",
    method="GET",
    path="/pets",
    security=(_READ, (SchemeUse("private", ("pets.read",)),)),
    parameters=(
        Parameter("after", "query", "form", explode=True),
        Parameter("tags", "query", "form", explode=True),
        Parameter("monthOffset", "query", "form", explode=True),
    ),
    answers=(Answer("200", (Content(_JSON, "json", lambda: models.PetPage),)), _DEFAULT),
    paging=Paging(("results",), Cursor(Place("query", ("after",)), Place("body", ("paging", "next", "after")))),
)
get: Final[Operation[models.Pet]] = Operation(
    id="get-/pets/{id}",
    name="pets.get",
    method="GET",
    path="/pets/{petId}",
    security=(_READ, ()),
    parameters=(
        Parameter("petId", "path", required=True),
        Parameter("X-Trace", "header"),
        Parameter("session", "cookie", "form", explode=True),
    ),
    answers=(Answer("200", (Content("*/*", "json", lambda: models.Pet),)), _DEFAULT),
)
create: Final[Operation[models.Pet]] = Operation(
    id="post-/pets",
    name="pets.create",
    method="POST",
    path="/pets",
    security=tuple((SchemeUse("oauth2", (f"pets.write.{number}",)),) for number in range(25)),
    body=Body((Content(_JSON, "json", lambda: models.NewPet),), required=True),
    answers=(
        Answer("200", (Content(_JSON, "json", lambda: models.Pet),)),
        Answer("207", (Content(_JSON, "json", lambda: models.Fault),)),
        Answer("4XX", (Content(_JSON, "json", lambda: models.Fault),)),
    ),
)
update: Final[Operation[models.Pet]] = Operation(
    id="patch-/pets/{id}",
    name="pets.update",
    method="PATCH",
    path="/pets/{petId}",
    parameters=(Parameter("petId", "path", required=True),),
    body=Body((Content(_JSON, "json", lambda: models.PetPatch),)),
    answers=(Answer("200", (Content(_JSON, "json", lambda: models.Pet),)), Answer("204"), _DEFAULT),
)
pay: Final[Operation[object]] = Operation(
    id="post-/payments",
    name="pets.pay",
    method="POST",
    path="/payments",
    body=Body((Content(_JSON, "json"),)),
    answers=(Answer("200", (Content(_JSON, "json"),)),),
    idempotency_header="Idempotency-Key",
)
draw: Final[Operation[models.Drawing]] = Operation(
    id="get-/drawing",
    name="pets.draw",
    method="GET",
    path="/drawing",
    answers=(Answer("200", (Content(_JSON, "json", lambda: models.Drawing),)),),
)
bags: Final[Operation[list[models.Bag]]] = Operation(
    id="get-/bags",
    name="pets.bags",
    method="GET",
    path="/bags",
    answers=(Answer("200", (Content(_JSON, "json", lambda: list[models.Bag]),)),),
)
upload: Final[Operation[object]] = Operation(
    id="put-/photo",
    name="pets.upload",
    method="PUT",
    path="/photo",
    body=Body(
        (
            Content("application/octet-stream", "binary", lambda: bytes),
            Content("multipart/form-data", "multipart"),
            Content("application/x-www-form-urlencoded", "form"),
            Content("text/plain", "text", lambda: str),
        ),
        required=True,
    ),
    answers=(Answer("200", (Content(_JSON, "json"),)),),
)
download: Final[Operation[bytes]] = Operation(
    id="get-/photo",
    name="pets.download",
    method="GET",
    path="/photo",
    answers=(
        Answer("200", (Content("application/octet-stream", "binary"), Content("text/event-stream", "events"))),
        _DEFAULT,
    ),
)
