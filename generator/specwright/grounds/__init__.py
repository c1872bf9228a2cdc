"""Grounds: what each file of the output stands on, so that a check can say why just this one differs.

In: documents, distributions and their rendered files. Out: the parts of each document, and a `Stand` for each file.
"""

from specwright.grounds.causes import Explanation
from specwright.grounds.files import Stand, stands_of
from specwright.grounds.parts import Parts, parts_of
from specwright.grounds.record import Grounds

__all__ = ["Explanation", "Grounds", "Parts", "Stand", "parts_of", "stands_of"]
