"""Saving: an overlay into its file, whole or not at all.

In: an offer. Out: the file, and whether there was something to write; `Refused` where the folder takes no file.
"""

from __future__ import annotations

from specwright.repair.offers import Offer
from specwright.saved import save_file

__all__ = ["save"]


def save(offer: Offer) -> bool:
    """Write the overlay of an offer; nothing where a program cannot add to the one that is there."""
    if offer.text is None:
        return False
    save_file(offer.path, offer.text.encode(), offer.shown)
    return True
