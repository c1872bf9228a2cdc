"""Names in a sentence.

In: names, in the order in which they are to be read. Out: text.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["quoted"]

_SHOWN = 4


def quoted(names: Sequence[str]) -> str:
    """The names, or the first few of many: a line that fills the screen hides the ones around it."""
    shown = names if len(names) <= _SHOWN else names[: _SHOWN - 1]
    text = ", ".join(f'"{name}"' for name in shown)
    return text if len(shown) == len(names) else f"{text} and {len(names) - len(shown)} more"
