"""Remembered: documents that earlier runs read, as the IR that they gave.

In: a document's files, and how to read it. Out: what the reading gives, from the cache where every byte that decides it
is the same: the document, its overlay, each file that it refers to, the rules, the generator and its libraries.

Why pickle, and why not all of it: it is the one format that gives back our values as they were. An entry may name
our own values and a few of Python's, and nothing else: so whatever somebody has put into a project's `.cache` can at
worst be a wrong value, and never runs.

Why a document with `$id` is read each time: what its references mean also depends on which files are not there.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterable
from dataclasses import is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Protocol, TypeVar

from specwright.cache import Cache
from specwright.config import Source
from specwright.quick import look
from specwright.rules import EntitlementRule

__all__ = ["Lasting", "remembered"]

_KIND = "documents"
_OURS = "specwright."
_PLAIN = frozenset({
    ("builtins", "frozenset"), ("builtins", "set"), ("collections", "Counter"), ("pathlib", "PosixPath"),
    ("pathlib", "PurePosixPath"), ("pathlib", "WindowsPath"), ("decimal", "Decimal"),
})  # fmt: skip


class Lasting(Protocol):
    """What is kept: `lasting` are the files that it was made from with their digests, or nothing if it may not be."""

    @property
    def lasting(self) -> tuple[tuple[Path, str], ...]:
        """The files, and the digests of the bytes that were read."""
        ...


_Kept = TypeVar("_Kept", bound=Lasting)


def remembered(
    cache: Cache, source: Source, rules: tuple[EntitlementRule, ...], kind: type[_Kept], read: Callable[[], _Kept]
) -> _Kept:
    """What an earlier run read, or this one reads."""
    if cache.folder is None:
        return read()
    seen = _seen((source.path, source.overlay))
    key = repr((seen, source, rules))
    found = _unpacked(cache.get(_KIND, key))
    if isinstance(found, kind) and all(look("file", str(path)) == digest for path, digest in found.lasting):
        return found
    made = read()
    # Only what was read from the bytes that the key tells of, and not from those of a later moment.
    if made.lasting and _seen((source.path, source.overlay)) == seen and not any(map(_has_addresses, made.lasting)):
        cache.put(_KIND, key, _packed(made))
    return made


def _seen(paths: Iterable[Path | None]) -> tuple[str, ...]:
    return tuple(look("file", str(path)) if path else "" for path in paths)


def _has_addresses(file: tuple[Path, str]) -> bool:
    return b"$id" in file[0].read_bytes()


def _packed(value: object) -> bytes:
    try:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except RecursionError:  # then it is read each time
        return b""


def _unpacked(content: bytes | None) -> object:
    if not content:
        return None
    try:
        found: object = _OursAlone(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, RecursionError, AttributeError, EOFError, ImportError, IndexError, TypeError):
        return None
    return found


class _OursAlone(pickle.Unpickler):
    """Makes values of ours, and of the few kinds of Python's that they hold."""

    def find_class(self, module_name: str, global_name: str, /) -> type:
        if module_name.startswith(_OURS) or (module_name, global_name) in _PLAIN:
            found: object = getattr(import_module(module_name), global_name)
            if isinstance(found, type) and (module_name[: len(_OURS)] != _OURS or _is_value(found)):
                return found
        message = f"{module_name}.{global_name} is no value of ours"
        raise pickle.UnpicklingError(message)


def _is_value(found: type) -> bool:
    return found.__module__.startswith(_OURS) and (is_dataclass(found) or issubclass(found, Enum))
