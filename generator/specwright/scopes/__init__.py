"""Scopes: what operations ask of a caller, which of them Python code calls, and the least set of scopes that will do.

In: the contracts of the configured packages, and paths of Python code. Out: text.

    contract   each operation by its public name, with its alternatives and products
    matrix     the same as text, Markdown and JSON
    reading    the calls in Python code
    least      the cheapest set of grants that meets all demands
    choosing   for each credential, the scopes of that set and their reasons
    judging    the calls of a program against what its caller has
    printing, data   that as text, JSON and annotations
"""

from __future__ import annotations

from specwright.scopes.contract import Contract, contract_of
from specwright.scopes.data import as_json, as_problems
from specwright.scopes.judging import Held, judge, schemes_named
from specwright.scopes.matrix import Style, print_matrix
from specwright.scopes.printing import print_text

__all__ = [
    "Contract", "Held", "Style", "as_json", "as_problems", "contract_of", "judge", "print_matrix", "print_text",
    "schemes_named",
]  # fmt: skip
