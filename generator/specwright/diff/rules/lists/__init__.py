"""Rules about lists whose items differ by place: one thing that may change, one file, one line here."""

from specwright.diff.rules.lists import list_became_tuple, tuple_became_list, tuple_lengthened, tuple_shortened
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (list_became_tuple.RULE, tuple_became_list.RULE, tuple_lengthened.RULE, tuple_shortened.RULE)
