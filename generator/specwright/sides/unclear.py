"""Unclear: words of a command line that mean nothing."""

from __future__ import annotations

__all__ = ["Unclear"]


class Unclear(ValueError):  # noqa: N818 - a question back to the user
    """The words mean nothing, or nothing together; the message says why."""
