"""What is logged: one line for each try.

In: a plan and what came of a try. Out: records on the logger named after the package.

Why the path of the contract and not the address: an address holds values, and some of them are secrets.
"""

from __future__ import annotations

import logging

from .effects import RawAnswer
from .plan import Plan
from .transport_errors import TransportError

__all__ = ["log_retry", "log_try"]


def log_try(plan: Plan, outcome: RawAnswer | TransportError, seconds: float, retries: int) -> None:
    """One try: method, path, status or fault, time."""
    logger = logging.getLogger(plan.api.package)
    if logger.isEnabledFor(logging.DEBUG):
        result = outcome.status if isinstance(outcome, RawAnswer) else type(outcome).__name__
        operation = plan.operation
        again = f", retry {retries}" if retries else ""
        logger.debug("%s %s: %s in %.0f ms%s", operation.method, operation.path, result, seconds * 1000, again)


def log_retry(plan: Plan, outcome: RawAnswer | TransportError, seconds: float, retries: int) -> None:
    """A try that is repeated."""
    logger = logging.getLogger(plan.api.package)
    result = outcome.status if isinstance(outcome, RawAnswer) else type(outcome).__name__
    operation = plan.operation
    logger.info("%s %s: %s, retry %d in %.2f s", operation.method, operation.path, result, retries, seconds)
