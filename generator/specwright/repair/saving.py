"""Saving: an overlay into its file, whole or not at all.

In: an offer. Out: the file, and whether there was something to write; `Refused` where the folder takes no file.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from specwright.problems import Origin, Problem, Refused
from specwright.repair.offers import Offer

__all__ = ["save"]


def save(offer: Offer) -> bool:
    """Write the overlay of an offer; nothing where a program cannot add to the one that is there."""
    if offer.text is None:
        return False
    beside = offer.path.with_name(f".{offer.path.name}.new")
    try:
        _write(beside, offer.text)
        beside.replace(offer.path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        reason = error.strerror or type(error).__name__
        message = f"cannot write the overlay: {reason}."
        raise Refused([Problem("unwritable", Origin(offer.shown), message, "Check its permissions.")]) from error
    return True


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
