"""Mends: one module for each defect that is known how to mend; `table.py` lists them.

In: a document, and a problem of it. Out: the actions that mend it; none where this is not the defect that the mend
knows, or where what was meant cannot be told.

Why a mend may guess wrong without harm: what it proposes is applied and checked before anybody sees it, and a person
reads it before it is committed. What it must not do is to hide what the publisher says.
"""
