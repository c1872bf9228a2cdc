"""Targets: what can be written from the IR, one line each.

In: an `Sdk`. Out: files by path, below the folder that bears the target's name; and which operations these hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from specwright.docs import docs_files, written_pages
from specwright.python import python_files, written_operations
from specwright.sdk import Sdk

__all__ = ["TARGETS", "Target"]


@dataclass(frozen=True, slots=True)
class Target:
    """A name, the folder that an SDK's files go to, the function that renders them, and the one that counts them.

    `render` may use as many processes as it is told.
    `written` reads the rendered files: the keys of the operations in them, by the namespace of their version.
    """

    name: str
    folder: Callable[..., str]
    render: Callable[[Sdk, int], Mapping[str, bytes]]
    written: Callable[[Sdk, Mapping[str, bytes]], Mapping[str, frozenset[str]]]


def _by_distribution(sdk: Sdk, *, alone: bool) -> str:  # noqa: ARG001 - a package has its folder, alone or not
    return f"python/{sdk.distribution}"


def _docs(sdk: Sdk, *, alone: bool) -> str:
    """Pages of one SDK lie in `docs` itself, so that a link to them is short."""
    return "docs" if alone else f"docs/{sdk.distribution}"


TARGETS: tuple[Target, ...] = (
    Target("python", _by_distribution, python_files, written_operations),
    Target("docs", _docs, docs_files, written_pages),
)
