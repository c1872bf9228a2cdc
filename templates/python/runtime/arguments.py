"""The arguments of one call, by the names of the contract.

In: what a generated method passes on. Out: a frozen value from which the request is built, and the next page's too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from .unset import UNSET, Unset

__all__ = ["NONE", "Arguments"]

# A view without items: one default for every call, which nobody can fill.
NONE: Final[Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Values by wire names; `url` replaces path and query: the link to a next page."""

    path: Mapping[str, object] = field(default_factory=dict[str, object])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    headers: Mapping[str, object] = field(default_factory=dict[str, object])
    cookies: Mapping[str, object] = field(default_factory=dict[str, object])
    body: object = UNSET
    content_type: str | Unset = UNSET
    accept: str | Unset = UNSET
    url: str | None = None
