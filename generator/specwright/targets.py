"""Targets: what can be written from the IR, one line each.

In: an `Sdk`. Out: files by path, below the folder that bears the target's name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from specwright.python import python_files
from specwright.sdk import Sdk

__all__ = ["TARGETS", "Target"]


@dataclass(frozen=True, slots=True)
class Target:
    """A name, and the function that renders an SDK."""

    name: str
    render: Callable[[Sdk], Mapping[str, bytes]]


TARGETS: tuple[Target, ...] = (Target("python", python_files),)
