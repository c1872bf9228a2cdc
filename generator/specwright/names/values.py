"""The names of one version, as values.

In: nothing. Out: `Names`, which every target asks; `FormerNames`, what still works beside them; `Placed`, the same
names as the ledger sees them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from specwright.ir import Origin
from specwright.names.operations import OperationName
from specwright.names.pins import Former, Pins, Place
from specwright.names.webhooks import WebhookName

__all__ = ["FormerNames", "Names", "Placed"]

_Formers: TypeAlias = tuple[Former, ...]


@dataclass(frozen=True, slots=True)
class FormerNames:
    """Names that still work beside those of today, by the keys that `Names` has.

    Those of arguments are by the operation's key and `location:wire`; of operations and webhooks with their dots.
    """

    operations: Mapping[str, _Formers] = field(default_factory=dict[str, _Formers])
    pagers: Mapping[str, _Formers] = field(default_factory=dict[str, _Formers])
    models: Mapping[str, _Formers] = field(default_factory=dict[str, _Formers])
    properties: Mapping[Origin, _Formers] = field(default_factory=dict[Origin, _Formers])
    arguments: Mapping[tuple[str, str], _Formers] = field(default_factory=dict[tuple[str, str], _Formers])
    webhooks: Mapping[str, _Formers] = field(default_factory=dict[str, _Formers])

    @property
    def every(self) -> tuple[str, ...]:
        """All of them."""
        kinds = (self.operations, self.pagers, self.models, self.properties, self.arguments, self.webhooks)
        return tuple(each.name for kind in kinds for listed in kind.values() for each in listed)


@dataclass(frozen=True, slots=True)
class Placed:
    """Names by place, for the ledger: what the rules give, and what holds.

    `models` and `properties` are the places of these by the keys that `Names` has, `ids` the operationIds that names
    are made from. `pins` are those that were given, at the places where their things stand now; `moved` leads there
    from where they stood.
    """

    rules: Mapping[Place, str]
    names: Mapping[Place, str]
    models: Mapping[str, Place]
    properties: Mapping[Origin, Place]
    ids: Mapping[str, str]
    pins: Pins
    moved: Mapping[Place, Place] = field(default_factory=dict[Place, Place])


@dataclass(frozen=True, slots=True)
class Names:
    """Public names: operations, their pagers and their arguments by operation key, models by id, properties by place.

    An operation's arguments are by `location:wire`. `types` is what a use of a model is written as: a model that is
    nothing but a reference is a second name of what it refers to. `spaces` are the documents' names that models go by
    where a version has several documents; there a use is written with it (`crm_contacts.Contact`).
    """

    operations: Mapping[str, OperationName]
    pagers: Mapping[str, str]
    models: Mapping[str, str]
    types: Mapping[str, str]
    properties: Mapping[Origin, str]
    arguments: Mapping[str, Mapping[str, str]]
    webhooks: Mapping[str, WebhookName]
    spaces: Mapping[str, str] = field(default_factory=dict[str, str])
    former: FormerNames = field(default_factory=FormerNames)
    placed: Placed | None = None
