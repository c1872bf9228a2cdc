"""Names of distributions and packages: which ones will do, and how one is made from a word.

In: any text. Out: a name, or whether it is one.

Why a package may not be called as a module of the standard library or of a dependency: Python would find that one.
"""

from __future__ import annotations

import keyword
import re
import sys

__all__ = ["distribution_of", "is_distribution", "is_package", "is_release", "package_of"]

_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_RELEASE = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?")
_DEPENDENCIES = frozenset({"anyio", "annotated_types", "httpx2", "pydantic", "pydantic_core", "typing_extensions"})


def is_distribution(name: str) -> bool:
    """Whether an index would take a distribution of this name."""
    return bool(_DISTRIBUTION.fullmatch(name))


def is_package(name: str) -> bool:
    """Whether `import name` would find a package of this name."""
    taken = sys.stdlib_module_names | _DEPENDENCIES
    return name.isascii() and name.isidentifier() and not keyword.iskeyword(name) and name not in taken


def is_release(version: str) -> bool:
    """Whether this is the version of a release, as packaging tools write it."""
    return bool(_RELEASE.fullmatch(version))


def package_of(name: str) -> str:
    """The package that goes with a name."""
    plain = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_").lower()
    return plain if is_package(plain) else f"api_{plain}".rstrip("_")


def distribution_of(name: str) -> str:
    """The distribution that goes with a name."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower() or "api"
