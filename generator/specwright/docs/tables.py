"""Tables: an object's properties as rows, and the objects below them as tables of their own.

In: a shape, a version and the voice of the page. Out: a `Table`: rows, required ones first, each with its type and
what is said of it; and a table for every row that has child attributes.

Why an object is shown once in a body or an answer, and linked where it comes again: a recursion would have no end, and
a model that others share would be repeated for each way that leads to it, which doubles with every level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from specwright.docs.labels import constraints_of, label, meanings_of, values_of
from specwright.flatten import as_object
from specwright.i18n import Said, Voice
from specwright.ir import Field, ListOf, MapOf, Model, Parameter, Ref, Shape, TupleOf, Union
from specwright.markdown import slug, with_code
from specwright.sdk import Version

__all__ = ["Row", "Table", "parameter_rows", "table_of"]

_FOLDED_FROM = 13


@dataclass(frozen=True, slots=True)
class Value:
    """One of an enum's values, and what is said of it."""

    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """One property or parameter; `notes` are Markdown already, `counted` says how many values stand below the table."""

    name: str
    anchor: str
    type: str
    required: bool
    said: tuple[Said, ...]
    values: tuple[Value, ...]
    counted: str
    notes: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Table:
    """An object: its path on the page, its rows, and the tables below them."""

    title: str
    anchor: str  # empty where the row above has it
    rows: tuple[Row, ...]
    below: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of a page, and the models that it has shown, each with the anchor that leads to it."""

    version: Version
    voice: Voice
    shown: dict[str, str] = field(default_factory=dict)

    def claim(self, key: str, anchor: str) -> bool:
        """Whether the model is to be shown here, and nowhere else in the section."""
        return self.shown.setdefault(key, anchor) == anchor


def table_of(version: Version, voice: Voice, shape: Shape, section: str) -> Table | None:
    """The table of an object, a list of objects or a mapping to objects; `None` where there are no properties."""
    page = _Section(version, voice)
    anchor = f"{section}:all"  # no heading's own anchor has a colon
    tables = tuple(_tables(page, shape, "", anchor, section))
    if len(tables) > 1:
        return Table("", anchor, (), tables)
    return tables[0] if tables else None


def parameter_rows(version: Version, voice: Voice, parameters: Iterable[Parameter], section: str) -> tuple[Row, ...]:
    """Parameters as rows, required ones first."""
    page = _Section(version, voice)
    ordered = sorted(parameters, key=lambda each: not each.required)
    return tuple(_row(page, each, f"{section}.{slug(each.name)}", "") for each in ordered)


def _tables(page: _Section, shape: Shape, title: str, anchor: str, path: str) -> Iterator[Table]:
    """The table of each object that a shape leads to; where there are several, each under its model's name."""
    targets = _targets(page.version, shape)
    several = len(targets) > 1
    for key in [key for key in targets if page.claim(key, anchor)]:
        model = page.version.names.models[key]
        name = " · ".join(part for part in (title, model) if part) if several else title
        own = f"{anchor}:{model}" if several else anchor
        yield _table(page, key, name, own if several or not title else "", f"{path}:{model}" if several else path)


def _table(page: _Section, key: str, title: str, anchor: str, path: str) -> Table:
    whole = as_object(page.version.models[key].shape, page.version.models)
    fields = sorted(whole.fields if whole else (), key=lambda each: not each.required)
    places = [(each, f"{path}.{slug(each.name)}") for each in fields]
    rows = tuple(_row(page, each, place, _link(page, each.shape, place)) for each, place in places)
    return Table(title, anchor, rows, tuple(_below(page, places, title)))


def _below(page: _Section, places: list[tuple[Field, str]], title: str) -> Iterator[Table]:
    for each, place in places:
        yield from _tables(page, each.shape, f"{title}.{each.name}" if title else each.name, place, place)


def _link(page: _Section, shape: Shape, anchor: str) -> str:
    """Where on the page the object stands that this property holds again."""
    again = [key for key in _targets(page.version, shape) if not page.claim(key, anchor)]
    return page.shown[again[0]] if again else ""


def _targets(version: Version, shape: Shape, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The models whose properties a shape leads to, through lists, mappings, choices, `null` and second names."""
    match shape:
        case Ref() if shape.target not in seen:
            inner = version.models[shape.target].shape
            if isinstance(inner, Ref | ListOf | TupleOf | MapOf | Union):
                return _targets(version, inner, seen | {shape.target})
            whole = as_object(inner, version.models)
            return (shape.target,) if whole and whole.fields else ()
        case ListOf():
            return _targets(version, shape.item, seen)
        case TupleOf():
            items = (*shape.items, *((shape.rest,) if shape.rest else ()))
            return tuple(dict.fromkeys(key for each in items for key in _targets(version, each, seen)))
        case MapOf():
            return _targets(version, shape.value, seen)
        case Union():
            return tuple(dict.fromkeys(key for each in shape.branches for key in _targets(version, each, seen)))
        case _:
            return ()


def _row(page: _Section, each: Field | Parameter, anchor: str, link: str) -> Row:
    told = zip(values_of(each.shape, page.version.models), meanings_of(each.shape, page.version.models), strict=True)
    values = tuple(Value(text, said) for text, said in told)
    return Row(
        name=each.name,
        anchor=anchor,
        type=label(each.shape, page.version.models),
        required=each.required,
        said=tuple(_told(page, each)),
        values=values,
        counted=page.voice.count("{n} value", "{n} values", len(values)) if len(values) >= _FOLDED_FROM else "",
        notes=tuple(_notes(page, each)),
        link=link,
    )


def _notes(page: _Section, each: Field | Parameter) -> Iterator[str]:
    if each.default is not None:
        yield with_code(page.voice("Default: `{value}`."), value=each.default)
    if limits := constraints_of(each.shape):
        yield with_code(page.voice("Must be: `{limits}`."), limits=limits)
    if each.deprecated:
        yield page.voice("Deprecated.")


def _told(page: _Section, each: Field | Parameter) -> Iterator[Said]:
    """What is said of it: its own description, else its model's."""
    if each.description:
        yield page.voice.say(each.description, each.origin, "description")
    elif isinstance(each.shape, Ref | ListOf) and (model := _only(page.version, each.shape)):
        yield page.voice.say(model.description, model.origin, "description")


def _only(version: Version, shape: Shape) -> Model | None:
    """The one model that a shape names, or lists."""
    inner = shape.item if isinstance(shape, ListOf) else shape
    found = version.models[inner.target] if isinstance(inner, Ref) else None
    return found if found and found.description else None
