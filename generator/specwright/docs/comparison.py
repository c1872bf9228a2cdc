"""Comparison: what differs between two versions for those who call them.

In: two versions and a voice. Out: `Change`s, each with its place. Versions are compared by public names, so a version
in a path is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.docs.labels import label, values_of
from specwright.flatten import as_object
from specwright.i18n import Voice
from specwright.ir import Model, Operation, SchemeUse
from specwright.markdown import code, with_code
from specwright.sdk import Version

__all__ = ["Change", "by_name", "in_models", "in_operations", "in_security"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where, and what; `what` is Markdown already."""

    place: str
    what: str


def by_name(version: Version) -> Mapping[str, Operation]:
    """The operations by public name."""
    return {version.names.operations[each.key].dotted: each for each in version.api.operations}


def in_operations(old: Version, new: Version, voice: Voice) -> Iterator[Change]:
    """What operations that both versions have take and answer."""
    before, after = by_name(old), by_name(new)
    for name in sorted(before.keys() & after.keys()):
        was, now = _traits(old, before[name]), _traits(new, after[name])
        yield from (Change(f"{name}: {place}", what) for place, what in _compared(was, now, voice))


def in_security(old: Version, new: Version, voice: Voice) -> Iterator[Change]:
    """Which alternatives come and go."""
    before, after = by_name(old), by_name(new)
    for name in sorted(before.keys() & after.keys()):
        held = {_alternative(uses) for uses in before[name].security}
        wanted = {_alternative(uses) for uses in after[name].security}
        for scheme in sorted({each[0] for each in held ^ wanted}):
            gone = sorted(scopes for each, scopes in held - wanted if each == scheme)
            come = sorted(scopes for each, scopes in wanted - held if each == scheme)
            if come:
                yield Change(name, _told(voice("Now also accepted:"), scheme, come, voice))
            if gone:
                yield Change(name, _told(voice("No longer accepted:"), scheme, gone, voice))


def in_models(old: Version, new: Version, voice: Voice) -> Iterator[Change]:
    """Which models, values and properties come, go or change."""
    was = {_public(old, model): model for model in old.api.models}
    now = {_public(new, model): model for model in new.api.models}
    for name in sorted(was.keys() | now.keys()):
        if name not in now:
            yield Change(name, voice("Removed."))
        elif name not in was:
            yield Change(name, voice("Added."))
        else:
            values, wanted = values_of(was[name].shape, old.models), values_of(now[name].shape, new.models)
            yield from _in_values(name, set(values), set(wanted), voice)
            changes = _compared(_properties(old, was[name].id), _properties(new, now[name].id), voice)
            yield from (Change(f"{name}.{place}", what) for place, what in changes)


def _public(version: Version, model: Model) -> str:
    """What a user finds the model by."""
    space = version.names.spaces.get(model.id, "")
    name = version.names.models[model.id]
    return f"{space}.{name}" if space else name


def _in_values(name: str, was: set[str], now: set[str], voice: Voice) -> Iterator[Change]:
    for told, values in ((voice("Values removed:"), was - now), (voice("Values added:"), now - was)):
        if values:
            yield Change(name, f"{told} {', '.join(code(each) for each in sorted(values))}")


def _compared(was: Mapping[str, str], now: Mapping[str, str], voice: Voice) -> Iterator[tuple[str, str]]:
    for place in sorted(was.keys() | now.keys()):
        if place not in now:
            yield place, voice("Removed.")
        elif place not in was:
            yield place, voice("Added.")
        elif was[place] != now[place]:
            yield place, with_code(voice("Changed from `{old}` to `{new}`."), old=was[place], new=now[place])


def _traits(version: Version, operation: Operation) -> Mapping[str, str]:
    """Everything about an operation's call and answers in a word each; `?` marks what may be left out."""
    models = version.models
    found = {
        f"{each.location} {each.name}": _marked(label(each.shape, models), required=each.required)
        for each in operation.parameters
    }
    if operation.body:
        for content in operation.body.contents:
            kind = label(content.shape, models) if content.shape else "any"
            found[f"body {content.media_type}"] = _marked(kind, required=operation.body.required)
    for response in operation.responses:
        found[f"response {response.status}"] = ", ".join(each.media_type for each in response.contents) or "-"
    return found


def _marked(kind: str, *, required: bool) -> str:
    return kind if required else f"{kind}?"


def _properties(version: Version, key: str) -> Mapping[str, str]:
    """A model's properties and what each is; `?` marks what may be left out."""
    whole = as_object(version.models[key].shape, version.models)
    fields = whole.fields if whole else ()
    return {each.name: _marked(label(each.shape, version.models), required=each.required) for each in fields}


def _alternative(uses: tuple[SchemeUse, ...]) -> tuple[str, str]:
    return " + ".join(use.scheme for use in uses), " + ".join(scope for use in uses for scope in use.scopes)


def _told(lead: str, scheme: str, scopes: list[str], voice: Voice) -> str:
    if len(scopes) > 3:
        return f"{lead} {code(scheme)}: {voice.count('{n} scope', '{n} scopes', len(scopes))}"
    listed = ", ".join(code(scope) for scope in scopes if scope)
    return f"{lead} {code(scheme)}" + (f": {listed}" if listed else "")
