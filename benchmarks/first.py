"""A fresh process that makes its first calls step by step.

In: an address. Out: on standard output, JSON of processor milliseconds by step.

Why the libraries are imported by name here: the first call would import them, and this way their part shows.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from operator import attrgetter

from .sdk import booking, links_of, listing, synchronous

__all__ = ["main"]


def main(address: str) -> None:
    """Take each step once and print what it took."""
    took: dict[str, float] = {}
    last = time.process_time()

    def step(name: str) -> None:
        nonlocal last
        now = time.process_time()
        took[name] = (now - last) * 1000
        last = time.process_time()

    links = links_of(synchronous(address))
    step("reach of the resource")
    opened = import_module("httpx2").Client
    step("import of httpx2")
    attrgetter("BaseModel")(import_module("pydantic"))
    step("import of pydantic")
    opened()
    step("certificates, as any httpx2 client")
    attrgetter("models.ExternalBookingFormField")(import_module("hubspot_meetings"))
    step("import of the models")
    for call, name in ((listing(links.list), "list"), (booking(links.book), "book")):
        call()
        step(f"first `{name}`, certificates included" if name == "list" else f"first `{name}`")
        call()
        step(f"second `{name}`")
    print(json.dumps(took))


if __name__ == "__main__":
    main(sys.argv[1])
