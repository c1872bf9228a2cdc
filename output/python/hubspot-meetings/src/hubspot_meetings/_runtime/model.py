"""The base of every generated model, and the open end of every enum.

In: nothing. Out: `Model`, `OpenModel`, and `OpenStr`, `OpenInt`, `OpenFloat` for `Literal["A", "B"] | OpenStr`.

Why an open end that refuses under the context `EXACT` alone: callers may build models with values that the contract
does not know yet, and decoding, which first reads every body exactly, still notices them and where they stand.
Why `OpenModel`: extra fields that the contract invites are no surprise, so they are not reported.
Why constants: a property of one value only, such as `kind: Literal["cat"] = "cat"`, is filled in and sent when a caller
makes a model. An answer must still hold it (unless it may be `None`), so pydantic is not told of the default.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal, TypeAlias, TypeVar, cast, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationInfo
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

__all__ = ["EXACT", "READ_ONLY", "Model", "OpenFloat", "OpenInt", "OpenModel", "OpenStr"]

V = TypeVar("V", str, int, float)

EXACT: Final = object()
"""The validation context of the first, exact reading of an answer."""

READ_ONLY: Final[Any] = None
"""The default of a property that every answer has and no request: it need not be given, and is not sent."""


def _known(value: V, info: ValidationInfo) -> V:
    if info.context is EXACT:
        raise PydanticCustomError("unknown_value", "not one of the values in the contract")
    return value


OpenStr: TypeAlias = Annotated[str, AfterValidator(_known)]
OpenInt: TypeAlias = Annotated[int, AfterValidator(_known)]
OpenFloat: TypeAlias = Annotated[float, AfterValidator(_known)]


def _is_constant(field: FieldInfo) -> bool:
    kinds = (field.annotation, *get_args(field.annotation))
    return any(get_origin(kind) is Literal and get_args(kind) == (field.default,) for kind in kinds)


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

    __constants__: ClassVar[dict[str, tuple[str, object]]] = {}

    def __init__(self, /, **data: object) -> None:
        for name, (wire, value) in type(self).__constants__.items():
            if name not in data and wire not in data:
                data[wire] = value
        super().__init__(**data)

    # Decoding goes past this `__init__`, as it does past pydantic's own.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        found = dict(cls.__constants__)
        for name, field in cls.__pydantic_fields__.items():
            if _is_constant(field):
                found[name] = (name if field.alias is None else field.alias, cast("object", field.default))
                field.default = None if type(None) in get_args(field.annotation) else PydanticUndefined
        cls.__constants__ = found


class OpenModel(Model):
    """A model whose contract invites fields of any name; what `model_extra` returns says what they hold."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = vars(cls).get("model_extra")
        if isinstance(own, property):
            # Where the model library looks for it, and where no type checker would take it for a property.
            cls.__annotations__["__pydantic_extra__"] = own.fget.__annotations__["return"]

    @property
    def model_extra(self) -> dict[str, Any]:
        """The properties that the model does not name."""
        extra = super().model_extra
        if extra is None:  # after the exact pass, in which nothing else may come
            extra = dict[str, Any]()
            object.__setattr__(self, "__pydantic_extra__", extra)
        return extra
