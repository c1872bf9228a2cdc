"""Tables: an object's properties as rows, and the objects below them as tables of their own.

In: a shape, a version and the voice of the page. Out: a `Table`: rows, required ones first, each with its type and
what is said of it; and a table for every row that has child attributes. An object inside itself is not shown again but
linked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specwright.docs.labels import constraints_of, label, values_of
from specwright.flatten import as_object
from specwright.i18n import Said, Voice
from specwright.ir import Field, ListOf, MapOf, Model, Parameter, Ref, Shape, Union
from specwright.markdown import slug
from specwright.sdk import Version

__all__ = ["Row", "Table", "parameter_rows", "table_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """One property or parameter."""

    name: str
    anchor: str
    type: str
    required: bool
    said: tuple[Said, ...]
    values: tuple[str, ...]
    notes: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Table:
    """An object: its path on the page, its rows, and the tables below them."""

    title: str
    anchor: str  # empty where the row above has it
    said: Said
    rows: tuple[Row, ...]
    below: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What is the same for all tables of a page."""

    version: Version
    voice: Voice

    @property
    def models(self) -> Mapping[str, Model]:
        return self.version.models


def table_of(version: Version, voice: Voice, shape: Shape, section: str) -> Table | None:
    """The table of an object, a list of objects or a mapping to objects; `None` where there are no properties."""
    return _table(_Page(version, voice), shape, "", section, ())


def parameter_rows(version: Version, voice: Voice, parameters: Iterable[Parameter], section: str) -> tuple[Row, ...]:
    """Parameters as rows, required ones first."""
    page = _Page(version, voice)
    ordered = sorted(parameters, key=lambda each: not each.required)
    return tuple(_row(page, each, f"{section}.{slug(each.name)}", "") for each in ordered)


def _table(page: _Page, shape: Shape, title: str, anchor: str, above: tuple[tuple[str, str], ...]) -> Table | None:
    key = _target(shape, page.models)
    whole = as_object(page.models[key].shape, page.models) if key else None
    if key is None or whole is None or not whole.fields:
        return None
    inside = (*above, (key, anchor))
    fields = sorted(whole.fields, key=lambda each: not each.required)
    model = page.models[key]
    return Table(
        title=title,
        anchor="" if above else anchor,
        said=page.voice.say(model.description, model.origin, "description"),
        rows=tuple(_row(page, each, f"{anchor}.{slug(each.name)}", _link(page, each, inside)) for each in fields),
        below=tuple(_below(page, fields, title, anchor, inside)),
    )


def _below(
    page: _Page, fields: list[Field], title: str, anchor: str, above: tuple[tuple[str, str], ...]
) -> Iterator[Table]:
    for field in fields:
        if not _link(page, field, above):
            name = f"{title}.{field.name}" if title else field.name
            found = _table(page, field.shape, name, f"{anchor}.{slug(field.name)}", above)
            if found:
                yield found


def _link(page: _Page, field: Field, above: tuple[tuple[str, str], ...]) -> str:
    """Where on the page the object stands that this property holds again."""
    key = _target(field.shape, page.models)
    return next((anchor for each, anchor in above if each == key), "")


def _target(shape: Shape, models: Mapping[str, Model]) -> str | None:
    """The model whose properties a shape leads to, through lists, mappings, `null` and second names."""
    match shape:
        case Ref():
            inner = models[shape.target].shape
            return _target(inner, models) if isinstance(inner, Ref | ListOf | MapOf) else shape.target
        case ListOf():
            return _target(shape.item, models)
        case MapOf():
            return _target(shape.value, models)
        case Union():
            return next((found for each in shape.branches if (found := _target(each, models))), None)
        case _:
            return None


def _row(page: _Page, each: Field | Parameter, anchor: str, link: str) -> Row:
    notes: list[str] = []
    if each.default is not None:
        notes.append(page.voice("Default: `{value}`.").replace("{value}", each.default))
    if limits := constraints_of(each.shape):
        notes.append(page.voice("Must be: `{limits}`.").replace("{limits}", limits))
    if each.deprecated:
        notes.append(page.voice("Deprecated."))
    return Row(
        name=each.name,
        anchor=anchor,
        type=label(each.shape, page.models),
        required=each.required,
        said=tuple(_told(page, each)),
        values=values_of(each.shape, page.models),
        notes=tuple(notes),
        link=link,
    )


def _told(page: _Page, each: Field | Parameter) -> Iterator[Said]:
    """What is said of it: its own description, else its model's."""
    if each.description:
        yield page.voice.say(each.description, each.origin, "description")
    elif (key := _target(each.shape, page.models)) and (model := page.models[key]).description:
        yield page.voice.say(model.description, model.origin, "description")
