"""Name: every public name, decided once, from the place of the thing alone.

In: the IR, and the names that are pinned. Out: `Names`. Targets ask here and never invent a name of their own.
"""

from __future__ import annotations

from specwright.names.formers import FormerCall, former_calls, sentence_of
from specwright.names.models import is_component
from specwright.names.naming import name
from specwright.names.operations import OperationName, is_version, plain_name
from specwright.names.pins import NAME, PAGER, PROPERTY, Former, Kind, Pin, Pins, Place
from specwright.names.places import Places
from specwright.names.reserved import ARGUMENTS, BELOW, CLASS_NAMES, PROPERTIES, RESOURCE_CLASSES, RESOURCES, safe
from specwright.names.schemes import TOKEN, argument_of
from specwright.names.values import FormerNames, Names, Placed
from specwright.names.webhooks import WebhookName
from specwright.names.words import pascal, snake

__all__ = [
    "ARGUMENTS", "BELOW", "CLASS_NAMES", "NAME", "PAGER", "PROPERTIES", "PROPERTY", "RESOURCES", "RESOURCE_CLASSES",
    "TOKEN", "Former", "FormerCall", "FormerNames", "Kind", "Names", "OperationName", "Pin", "Pins", "Place", "Placed",
    "Places", "WebhookName", "argument_of", "former_calls", "is_component", "is_version", "name", "pascal",
    "plain_name", "safe", "sentence_of", "snake",
]  # fmt: skip
