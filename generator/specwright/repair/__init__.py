"""Repair: an overlay for the defects of a document that are known how to mend.

In: the documents of a run, with the overlays that they have. Out: actions, each with its reason; the problems that they
mend; what is left, and why. The vendored file itself is never touched.
"""

from __future__ import annotations

from specwright.repair.offers import Offer, offers_of
from specwright.repair.proposing import Proposal, propose
from specwright.repair.saving import save
from specwright.repair.telling import left_of, printed, summary

__all__ = ["Offer", "Proposal", "left_of", "offers_of", "printed", "propose", "save", "summary"]
