"""The job of every target: one distribution with one or more versions of an API in it.

In: nothing. Out: the frozen values that `pipeline` hands over and every target reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from specwright.cache import NO_CACHE, Cache
from specwright.history import ReleaseNotes
from specwright.i18n import Locale
from specwright.ir import Api, Model
from specwright.load import Document
from specwright.merging import GivenWay
from specwright.names import Names
from specwright.rules import SignatureRule

__all__ = ["Sdk", "Version"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the API; `namespace` is its package inside the distribution, empty where there is only one.

    `documents` are its documents by file, `homes` the file that each operation and webhook stands in by its key;
    `given_way` are declarations that another document makes too.
    """

    namespace: str
    api: Api
    names: Names
    documents: Mapping[str, Document]
    homes: Mapping[str, str]
    given_way: tuple[GivenWay, ...] = ()
    models: Mapping[str, Model] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "models", {model.id: model for model in self.api.models})


@dataclass(frozen=True, slots=True)
class Sdk:
    """What a distribution is called, and the versions in it, oldest first; `cache` is for what is costly to print."""

    distribution: str
    package: str
    version: str
    title: str
    versions: tuple[Version, ...]
    default: Version
    client_auth: str = "basic"
    locales: tuple[Locale, ...] = ()
    webhooks: SignatureRule | None = None
    history: tuple[ReleaseNotes, ...] = ()
    cache: Cache = NO_CACHE
