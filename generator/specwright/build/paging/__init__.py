"""Paging: how an operation's next page is asked for, from its contract.

In: an operation and the models by id. Out: `Paging`, or nothing.

The rule of inference: a contract shows both halves, how to ask for a page and where the next one comes from, or the
operation is not paged. A mere list is never taken for a page, and nothing is guessed that could skip a page or go
round in a circle.
"""

from __future__ import annotations

from specwright.build.paging.finding import find_paging

__all__ = ["find_paging"]
