"""Requirements: what every generated package needs to run.

In: nothing. Out: what its `pyproject.toml` says, and what a project that builds it in has to say as well.
"""

from __future__ import annotations

__all__ = ["SDK_PYTHON", "SDK_REQUIREMENTS"]

SDK_PYTHON = ">=3.11"
SDK_REQUIREMENTS = ("httpx2>=2.10", "pydantic>=2.12")
