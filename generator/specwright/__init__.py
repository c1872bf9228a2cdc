"""Specwright: vendored OpenAPI documents in, a typed Python SDK out, the same bytes every time."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
