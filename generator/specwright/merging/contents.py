"""Contents: whether two documents declare an operation the same way.

In: the documents. Out: for each operation a digest of all that it says and leads to, places left aside.

Why digests of models one by one: hundreds of documents lead to the same few thousand models again and again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import cast

from specwright.ir import Api, Model, Operation, Origin

__all__ = ["Contents"]


class Contents:
    """What operations and webhooks say, by the document's name and their key."""

    def __init__(self, apis: Mapping[str, Api]) -> None:
        self.apis = apis
        self._models = {home: {model.id: model for model in api.models} for home, api in apis.items()}
        self._said = {home: _declared(api) for home, api in apis.items()}
        self.of = cache(self._of)
        self._own = cache(self._of_model)

    def _of(self, home: str, key: str) -> str:
        """The digest of a declaration in one of the documents."""
        operation, models = self._said[home][key], self._models[home]
        reached: dict[str, None] = {}
        waiting = list(_ids(operation, models))
        while waiting:
            each = waiting.pop()
            if each not in reached:
                reached[each] = None
                waiting.extend(_ids(models[each].shape, models))
        behind = sorted(self._own(home, each) for each in reached)
        servers = operation.servers or self.apis[home].servers
        return _digest([_plain(operation, models), _plain(servers, models), behind])

    def _of_model(self, home: str, key: str) -> str:
        return _digest(_plain(self._models[home][key], self._models[home]))


def _declared(api: Api) -> Mapping[str, Operation]:
    webhooks = {each.key: each.operation for each in api.webhooks}
    return {**{each.key: each for each in api.operations}, **webhooks}


def _digest(value: object) -> str:
    return sha256(json.dumps(value).encode()).hexdigest()


def _plain(value: object, models: Mapping[str, Model]) -> object:
    """A value as data; places and files left out, a model by its pointer."""
    if isinstance(value, Origin):
        return None
    if isinstance(value, str):
        return models[value].origin.pointer if value in models else value
    if isinstance(value, tuple):
        return [_plain(each, models) for each in cast("tuple[object, ...]", value)]
    if is_dataclass(value) and not isinstance(value, type):
        names = [each.name for each in fields(value) if each.name != "home"]
        return [type(value).__name__, *(_plain(getattr(value, name), models) for name in names)]
    return value


def _ids(value: object, models: Mapping[str, Model]) -> Iterator[str]:
    if isinstance(value, str):
        if value in models:
            yield value
    elif isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from _ids(each, models)
    elif is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Origin):
        for each in fields(value):
            yield from _ids(getattr(value, each.name), models)
