"""Telling: what of a document's problems an overlay would mend, and what remains, as lines and counts.

In: offers. Out: problems whose remedy says why they are left, a sentence for each document, the overlays as one text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from specwright.problems import Problem
from specwright.repair.offers import Offer

__all__ = ["left_of", "printed", "summary"]


def left_of(offers: Iterable[Offer]) -> Iterator[Problem]:
    """What remains, each problem with the reason beside its remedy."""
    for offer in offers:
        for left in offer.proposal.left:
            hint = f"{left.problem.hint} Not mended: {left.reason[:1].lower()}{left.reason[1:]}".strip()
            yield replace(left.problem, hint=hint)


def summary(offers: Iterable[Offer]) -> str:
    """For each document that has problems, how many an overlay would mend, and how many not; a line each."""
    return "".join(f"{_summed(each)}\n" for each in offers if each.proposal.mended or each.proposal.left)


def printed(offers: Iterable[Offer]) -> str:
    """The new actions of each document as an overlay, which a comment names."""
    return "---\n".join(f"# {offer.shown}\n{offer.added}" for offer in offers if offer.added)


def _summed(offer: Offer) -> str:
    found = offer.proposal
    if not found.mended:
        return f"{offer.source}: nothing is known how to mend, {len(found.left)} left."
    mended, actions = _many(len(found.mended), "problem"), _many(len(found.actions), "action")
    return f"{offer.source}: {mended} mended by {actions}, {len(found.left)} left."


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
