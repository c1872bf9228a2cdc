"""A request that is ready to be sent.

In: what `build.py` made of the arguments. Out: a value to look at or to send.

Why `shown_url`: a key in the query is part of the address, and an address is what logs and errors print.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from .headers import Headers
from .uploads import Multipart, Upload

__all__ = ["Content", "Request"]

Content: TypeAlias = bytes | Upload | Multipart


@dataclass(frozen=True, slots=True)
class Request:
    """Method, address, header fields and body, credentials included; printing it hides them."""

    method: str
    url: str = field(repr=False)
    headers: Headers
    content: Content | None = field(default=None, repr=False)
    shown_url: str = ""

    @property
    def repeatable(self) -> bool:
        """Whether the body can be sent a second time."""
        return isinstance(self.content, bytes | None) or self.content.repeatable
