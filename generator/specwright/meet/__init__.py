"""Meet: `allOf` as the one shape that it amounts to: what all of its parts accept."""

from specwright.meet.shapes import is_plain, lost, settled

__all__ = ["is_plain", "lost", "settled"]
