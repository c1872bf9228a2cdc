"""The base of every generated model, and the open end of every enum.

In: nothing. Out: `Model`, `OpenModel`, and `OpenStr`, `OpenInt`, `OpenFloat` for `Literal["A", "B"] | OpenStr`.

Why an open end that refuses under the context `EXACT` alone: callers may build models with values that the contract
does not know yet, and decoding, which first reads every body exactly, still notices them and where they stand.
Why `OpenModel`: extra fields that the contract invites are no surprise, so they are not reported.
"""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError

__all__ = ["EXACT", "Model", "OpenFloat", "OpenInt", "OpenModel", "OpenStr"]

V = TypeVar("V", str, int, float)

EXACT: Final = object()
"""The validation context of the first, exact reading of an answer."""


def _known(value: V, info: ValidationInfo) -> V:
    if info.context is EXACT:
        raise PydanticCustomError("unknown_value", "not one of the values in the contract")
    return value


OpenStr: TypeAlias = Annotated[str, AfterValidator(_known)]
OpenInt: TypeAlias = Annotated[int, AfterValidator(_known)]
OpenFloat: TypeAlias = Annotated[float, AfterValidator(_known)]


class Model(BaseModel):
    """An object of the API: attributes in snake_case, made from either spelling, extra fields kept."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_alias=True,
        validate_by_name=True,
        defer_build=True,
        protected_namespaces=(),
        ser_json_timedelta="iso8601",
    )


class OpenModel(Model):
    """A model whose contract invites fields of any name."""
