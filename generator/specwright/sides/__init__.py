"""Sides: from what a command line names to what is compared.

In: two `Side`s: configurations, of which one may lie in a git revision. Out: a `Comparison` with every location found;
`Refused` with the problems of both sides where one cannot be read.

    asked -> side -> editions -> pairs -> read -> compared

Why pairs come before reading: most versions of most updates are as they were. Digests tell that, and what is equal is
not built.
"""

from specwright.sides.asked import Here, rules_for, sides_asked
from specwright.sides.comparing import compare_sides
from specwright.sides.unclear import Unclear
from specwright.sides.values import Side, side_of

__all__ = ["Here", "Side", "Unclear", "compare_sides", "rules_for", "side_of", "sides_asked"]
