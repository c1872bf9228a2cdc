"""Answer: what a plain `check` or `generate` says where nothing has changed since a run that found all good.

In: the arguments of the command line. Out: the sentence; nothing where anything is another, or where more is asked than
whether there is something to do.
"""

from __future__ import annotations

import os
from hashlib import sha256

from specwright.quick.looks import look, parse

__all__ = ["answer", "record_of"]

_CONFIG = "specwright.toml"
_COMMANDS = ("check", "generate")
_OPTIONS = {"--config": "config", "-o": "output", "--output": "output", "--jobs": "jobs"}
_CACHE = (".cache", "specwright")


def answer(arguments: list[str]) -> str | None:
    """What to say and be done, if this is known at once."""
    asked = _plain(arguments)
    if asked is None:
        return None
    config = asked.get("config") or _nearest(os.getcwd())
    if not config or ("output" in asked and not asked["output"]):
        return None
    try:
        with open(record_of(config, asked.get("output", "")), "rb") as file:
            lines = parse(file.read())
    except OSError:
        return None
    if lines is None or any(look(kind, path) != value for kind, path, value in lines):
        return None
    return next((path for kind, path, _ in lines if kind == "said"), None)


def record_of(config: str, output: str = "") -> str:
    """Where the record of a configuration lies, or that of its run into another folder."""
    root = os.path.realpath(os.path.dirname(os.path.abspath(config)))
    # The folder counts, as a record names whole paths: a copied project brings the one of the first along.
    key = "\0".join((root, os.path.basename(config), os.path.realpath(output) if output else ""))
    digest = sha256(key.encode("utf-8", "surrogateescape")).hexdigest()
    return os.path.join(root, *_CACHE, f"unchanged-{digest[:16]}")


def _plain(arguments: list[str]) -> dict[str, str] | None:
    """The options of a command that asks no more than this; a value is taken as it stands, right or wrong."""
    if not arguments or arguments[0] not in _COMMANDS:
        return None
    asked: dict[str, str] = {}
    rest = iter(arguments[1:])
    for option in rest:
        name, joined, value = option.partition("=")
        if name not in _OPTIONS or (joined and not name.startswith("--")):
            return None
        asked[_OPTIONS[name]] = value if joined else next(rest, "")
    jobs = asked.get("jobs", "1")
    return asked if jobs.isascii() and jobs.isdigit() and int(jobs) > 0 else None


def _nearest(folder: str) -> str:
    """The nearest configuration at or above a folder; nothing where there is none."""
    while not os.path.isfile(found := os.path.join(folder, _CONFIG)):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return found
