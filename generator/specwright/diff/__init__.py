"""Diff: what changed between two versions of an API, for people who call it.

In: two `Version`s, which may be two states of one document or two versions of one API. Out: `Change`s.

    match -> pair -> rule -> change

Why rules see pairs and nothing else: what belongs together is decided once (`matching.py`), and the walk through both
sides is written once (`walking.py`). So a rule is a few lines; a new one is a file and a line in `rules/__init__.py`.

Why on the IR: it is canonical, so nothing that a document may reorder or write another way can be a change.
"""

from specwright.diff.changes import Change, Effect, Level
from specwright.diff.comparing import compare, in_order

__all__ = ["Change", "Effect", "Level", "compare", "in_order"]
