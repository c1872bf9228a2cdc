"""Tools: the versions of installed distributions.

In: a distribution's name, and the folders that Python imports from. Out: its version, as `importlib.metadata` tells it.

Why not that module: loading it takes longer than a whole quick run. It is still asked where a distribution lies in
something else than a folder.
"""

from __future__ import annotations

import os
import sys

__all__ = ["tool_version"]

_ENDS = (".dist-info", ".egg-info")
_METADATA = ("METADATA", "PKG-INFO")
_FIELD = b"Version:"


def tool_version(name: str) -> str:
    """The version of an installed distribution."""
    plain = _normal(name)
    for folder in sys.path:
        for found in _metadata_in(folder or os.curdir, plain):
            if version := _version_in(found):
                return version
    from importlib.metadata import version as slowly  # noqa: PLC0415 - see above

    return slowly(name)


def _metadata_in(folder: str, plain: str) -> list[str]:
    """The folders with a distribution's metadata, in the order in which the library finds them."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    found = (each for each in names if each.lower().endswith(_ENDS))
    return [os.path.join(folder, each) for each in found if _normal(each.rpartition(".")[0].partition("-")[0]) == plain]


def _normal(name: str) -> str:
    plain = name.lower().replace("-", "_").replace(".", "_")
    while "__" in plain:
        plain = plain.replace("__", "_")
    return plain


def _version_in(folder: str) -> str:
    """What the metadata itself says, for the folder's name may spell the version in another way."""
    for name in _METADATA:
        try:
            with open(os.path.join(folder, name), "rb") as file:
                for line in file:
                    if line.startswith(_FIELD):
                        return line[len(_FIELD) :].strip().decode("utf-8", "replace")
                    if not line.strip():  # the fields end here
                        break
        except OSError:
            continue
    return ""
