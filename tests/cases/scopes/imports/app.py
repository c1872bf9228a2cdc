"""Every way to import a generated package."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import desk
import desk as d
import desk.v1
import desk.v2.client as home
from desk import *
from desk import v1, v2 as second
from desk.v1 import AsyncClient as OldAsync
from desk.v2.resources.people import People

if TYPE_CHECKING:
    from desk.v1 import Client as Old

desk.Client().status.get()
d.AsyncClient().people.get("1")
desk.v1.Client().people.list()
home.Client().people.create()
Client().people.list()
v1.Client().people.purge()
second.Client().reports.list()
importlib.import_module("desk.v2").Client().people.notes.list("1")
try:
    from desk import Client as Found
except ImportError:
    Found = None
Found().people.notes.create("1")


def old(client: Old, other: "OldAsync", people: People) -> None:
    client.people.list()
    other.people.purge()
    people.delete("1")
