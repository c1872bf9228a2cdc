"""How much of an input is read before it is declined, one named bound for each way to be too much.

Why these figures: the largest vendored documents in use are near 40 MB and 60 levels deep. A later stage
spends a few Python frames a level, and the meta-schema checker stops at 255 levels, so the depth keeps well
below both.
"""

from __future__ import annotations

__all__ = ["MAX_ALIASED_NODES", "MAX_BYTES", "MAX_DEPTH", "MAX_DIGITS"]

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 200
# Values that YAML aliases stand for, counted as if each were written out.
MAX_ALIASED_NODES = 1_000_000
# Python itself declines to read an integer beyond 4,300 digits.
MAX_DIGITS = 4_000
