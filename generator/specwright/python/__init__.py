"""The Python target: an installable, typed SDK."""

from __future__ import annotations

from collections.abc import Mapping

from specwright.python.format import format_python
from specwright.python.plan import plan
from specwright.python.render import render_package
from specwright.sdk import Sdk, Version

__all__ = ["Sdk", "Version", "python_files"]


def python_files(sdk: Sdk) -> Mapping[str, bytes]:
    """The distribution's files by path."""
    return {name: text.encode() for name, text in format_python(render_package(plan(sdk))).items()}
