"""Scopes: what operations ask of a caller, which of them Python code calls, and the least set of scopes that will do.

In: the contracts of the configured packages, and files of Python code. Out: text.

    contract   each operation by its public name, with its alternatives and products
    matrix     the same as text, Markdown and JSON
"""

from __future__ import annotations

from specwright.scopes.contract import Contract, Entry, contract_of
from specwright.scopes.matrix import Style, print_matrix

__all__ = ["Contract", "Entry", "Style", "contract_of", "print_matrix"]
