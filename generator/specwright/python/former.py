"""Former: methods and arguments under the names that they had before.

In: a version, and the views of what there is today. Out: the same under old names, for a release.

Why an overload for each old name of an argument: type checkers then show that one as deprecated, and nothing else of
the method. An argument that has an old name may be left out where another one's old name is given, as nobody can say
which of the two spellings comes with it; the call itself still asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from specwright.ir import Field, Operation
from specwright.names import Former, FormerCall, sentence_of
from specwright.python.overloads import ordered
from specwright.python.views import Argument, FormerView, MethodView, Renamed, Signature
from specwright.sdk import Version

__all__ = [
    "former_arguments", "former_method", "former_models", "former_properties", "former_ways",
    "former_webhooks", "renamed_arguments", "with_origin",
]  # fmt: skip

_UNSET = " | Unset"


def former_method(view: MethodView, call: FormerCall) -> FormerView:
    """The method under its name of before."""
    steps = (*call.new.resource, call.new.method)
    ways = tuple(replace(each, deprecated=each.deprecated or call.sentence) for each in view.overloads)
    method = replace(view, name=call.old.method, overloads=ways, deprecated="" if ways else call.sentence)
    return FormerView(call.old.method, method, steps, call.sentence)


def former_arguments(version: Version, operation: Operation) -> Mapping[str, tuple[Former, ...]]:
    """The former names of each argument of an operation, by the name of today."""
    names, former = version.names.arguments[operation.key], version.names.former.arguments
    return {names[told]: former[operation.key, told] for told in names if (operation.key, told) in former}


def renamed_arguments(former: Mapping[str, tuple[Former, ...]]) -> tuple[Renamed, ...]:
    """What the runtime needs to know of them."""
    return tuple(
        Renamed(each.name, new, sentence_of(f"the argument {each.name}", new, each.since))
        for new, listed in sorted(former.items())
        for each in listed
    )


def former_properties(version: Version, model: str, fields: Iterable[Field]) -> tuple[Renamed, ...]:
    """The former names of a model's properties."""
    names, former = version.names.properties, version.names.former.properties
    return tuple(
        Renamed(old.name, names[each.origin], sentence_of(f"{model}.{old.name}", names[each.origin], old.since))
        for each in fields
        for old in former.get(each.origin, ())
    )


def former_models(version: Version, space: str) -> tuple[Renamed, ...]:
    """The former names of the models of a space."""
    names, former = version.names, version.names.former.models
    return tuple(
        Renamed(
            old.name, names.models[key], sentence_of(f"models.{old.name}", f"models.{names.models[key]}", old.since)
        )
        for key in sorted(former)
        for old in former[key]
        if names.spaces.get(key, "") == space
    )


def former_webhooks(version: Version) -> tuple[Renamed, ...]:
    """The former names of webhooks; a callback has none."""
    names, former = version.names.webhooks, version.names.former.webhooks
    return tuple(
        Renamed(old.name.rpartition(".")[2], names[key].own, sentence_of(old.name, names[key].dotted, old.since))
        for key in sorted(former)
        for old in former[key]
    )


def with_origin(arguments: Iterable[Argument], former: Mapping[str, tuple[Former, ...]]) -> Iterator[Argument]:
    """The arguments, each telling what it was called before."""
    for each in arguments:
        told = [f"Renamed from `{old.name}` in {old.since}." for old in former.get(each.name, ())]
        yield replace(each, doc=" ".join(part for part in (each.doc, *told) if part))


def former_ways(ways: tuple[Signature, ...], renamed: tuple[Renamed, ...]) -> Iterator[Signature]:
    """The signatures with one old name each, behind which the others may stand too."""
    for way in ways:
        there = {each.name for each in (*way.positional, *way.keywords)}
        own = [each for each in renamed if each.new in there]
        yield from (_with_old(way, each, own) for each in own)


def _with_old(way: Signature, renamed: Renamed, own: list[Renamed]) -> Signature:
    news = {each.new for each in own}
    names = [each.name for each in way.positional]
    before = names.index(renamed.new) if renamed.new in names else len(names)
    keywords: list[Argument] = []
    for each in (*way.positional[before:], *way.keywords):
        if each.name == renamed.new:
            keywords.append(replace(each, name=renamed.old, annotation=_set(each), required=True))
        elif each.name in news:
            keywords += (_free(replace(each, name=other)) for other in (each.name, *_olds(each.name, own)))
        else:
            keywords.append(each)
    return Signature(ordered(keywords), way.returns, way.positional[:before], renamed.message)


def _olds(name: str, own: list[Renamed]) -> Iterator[str]:
    yield from (each.old for each in own if each.new == name)


def _set(argument: Argument) -> str:
    return argument.annotation.removesuffix(_UNSET)


def _free(argument: Argument) -> Argument:
    return replace(argument, annotation=f"{_set(argument)}{_UNSET}", required=False, default="UNSET")
