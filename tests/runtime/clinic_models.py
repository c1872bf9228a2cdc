"""The models of a small made-up API, written as the generator writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from runtime.model import Model, OpenInt, OpenModel, OpenStr


class Owner(Model):
    name: str
    phone_number: Annotated[str | None, Field(alias="phoneNumber")] = None


class Pet(Model):
    id: str
    kind: Literal["CAT", "DOG"] | OpenStr
    born_at: Annotated[AwareDatetime, Field(alias="bornAt")]
    weight: float
    chip: Literal[1, 2] | OpenInt | None = None
    owner: Owner | None = None
    tags: list[str] | None = None


class Next(Model):
    after: str


class Links(Model):
    next: Next | None = None


class PetPage(Model):
    results: list[Pet]
    paging: Links | None = None


class NewPet(Model):
    name: str
    birth_time: Annotated[AwareDatetime, Field(alias="birthTime")]
    legs: int | None = None
    owner: Owner | None = None
    kind: Literal["CAT", "DOG"] | OpenStr | None = None


class PetPatch(Model):
    nick_name: Annotated[str | None, Field(alias="nickName")] = None
    weight: float | None = None


class Fault(Model):
    message: str
    category: str | None = None


class Bag(OpenModel):
    id: str
    size: Literal["S", "L"] | OpenStr | None = None
    owner: Owner | None = None


class Circle(Model):
    radius: float
    color: Literal["RED"] | OpenStr


class Square(Model):
    side: float


class Drawing(Model):
    shape: Circle | Square
    by_name: Annotated[dict[str, Pet] | None, Field(alias="byName")] = None
