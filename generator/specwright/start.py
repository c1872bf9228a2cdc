"""Start: the first line of a run.

In: `sys.argv`. Out: the quick answer where there is one; else the command line.

Why the command line is imported inside: most runs of a hook find nothing to do, and need not pay for it.
"""

from __future__ import annotations

import sys

from specwright.quick import answer

__all__ = ["main"]


def main() -> None:
    """Answer at once, or run the command that is asked for."""
    sentence = answer(sys.argv[1:])
    if sentence is not None:
        sys.stderr.write(f"{sentence}\n")
        return
    from specwright.cli import main as command_line  # noqa: PLC0415

    command_line()
