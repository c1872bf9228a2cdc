"""Meet: `allOf` as the one shape that it amounts to: what all of its parts accept."""

from specwright.meet.shapes import settled

__all__ = ["settled"]
