"""Reading: the editions that differ, as `Version`s with names.

In: a side and editions of it. Out: a `Version` for each; `Refused` with every problem of the side.

Why a distribution is read whole where it says how listings are paged: such a rule has to fit an operation, which may
be one of a version that did not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from specwright.pipeline import Reading, Tell, read_apis
from specwright.sdk import Version
from specwright.sides.values import Edition, Side
from specwright.versions import Part, arrange

__all__ = ["read_editions"]


def read_editions(side: Side, editions: Iterable[Edition], tell: Tell) -> Mapping[Edition, Version]:
    """Every edition once; those of a distribution are read together."""
    wanted = tuple(dict.fromkeys(editions))
    sdks = {each.sdk.name: each.sdk for each in wanted}
    needed = {
        name: tuple(source for each in wanted if each.sdk.name == name for source in each.sources) for name in sdks
    }
    asked = tuple(sdk if sdk.paging else replace(sdk, sources=needed[name]) for name, sdk in sdks.items())
    readings = read_apis(replace(side.config, sdks=asked), tell=tell)
    return {each: _version(each, readings) for each in wanted}


def _version(edition: Edition, readings: Mapping[str, Reading]) -> Version:
    """An edition alone: what its models and operations are called does not hang on the versions beside it."""
    found = [(source, readings[source.shown]) for source in edition.sources]
    parts = [Part(source, each.api, each.document) for source, each in found if each.api and each.document]
    pins = None if edition.pins is None else {"": edition.pins}
    return arrange(replace(edition.sdk, sources=edition.sources), parts, pins=pins).default
