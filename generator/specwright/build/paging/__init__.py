"""Paging: how an operation's next page is asked for, from its contract or from the configuration.

In: an operation and the models by id; or APIs and the configuration's rules. Out: `Paging`, or nothing.

The rule of inference: a contract shows both halves, how to ask for a page and where the next one comes from, or the
operation is not paged. A mere list is never taken for a page, and nothing is guessed that could skip a page or go
round in a circle.
What a contract does not show is said by `[[sdk.paging]]` of the configuration (`rules.py`).
"""

from __future__ import annotations

from specwright.build.paging.finding import find_paging, looks_paged
from specwright.build.paging.rules import apply_rules

__all__ = ["apply_rules", "find_paging", "looks_paged"]
