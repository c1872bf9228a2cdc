"""The table of mends, and for each code of a problem why it is left where no mend knows it.

In: a code. Out: the functions that know how to mend it, in the order in which they are asked, and the reason for the
rest. A code that a check can give and that is not here fails a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from specwright.problems import Problem
from specwright.repair.actions import Actions
from specwright.repair.flawed import Flawed
from specwright.repair.mends import (
    bad_values,
    bounds,
    defaults,
    enum_values,
    identities,
    integer_widths,
    missing_fields,
    nulls,
    path_parameters,
    references,
    required_names,
    responses,
    schemes,
    scopes,
    servers,
    siblings,
    texts,
    types,
    unknown_fields,
    wrong_types,
)
from specwright.repair.reasons import REASONS

__all__ = ["MENDS", "REASONS", "Mend", "mends_of"]


@dataclass(frozen=True, slots=True)
class Mend:
    """A code, and a function that knows a defect of that code."""

    code: str
    propose: Callable[[Flawed, Problem], Actions]


MENDS: Final = (
    Mend("bad-default", defaults.mend),
    Mend("bad-value", path_parameters.unrequired),
    Mend("bad-value", texts.mend_version),
    Mend("bad-value", types.mend_null),
    Mend("bad-value", types.mend_list),
    Mend("bad-value", types.mend_word),
    Mend("bad-value", bad_values.mend_choice),
    Mend("bad-value", bad_values.mend_empty),
    Mend("bad-value", enum_values.repeated),
    Mend("dangling-mapping", references.mend_mapping),
    Mend("dangling-ref", references.mend),
    Mend("duplicate-enum-value", enum_values.mend),
    Mend("duplicate-operation-id", identities.mend_operation_id),
    Mend("duplicate-parameter", identities.mend_parameter),
    Mend("missing-field", path_parameters.unrequired),
    Mend("missing-field", missing_fields.mend_flow),
    Mend("missing-field", missing_fields.mend),
    Mend("narrow-integer", integer_widths.mend),
    Mend("narrower-integer", integer_widths.mend),
    Mend("no-responses", responses.mend),
    Mend("not-text", texts.mend),
    Mend("null-value", nulls.mend),
    Mend("ref-with-siblings", siblings.mend),
    Mend("required-without-property", required_names.mend),
    Mend("server-variable", servers.mend),
    Mend("undeclared-path-parameter", path_parameters.mend),
    Mend("undeclared-scope", scopes.mend),
    Mend("undeclared-security-scheme", schemes.mend),
    Mend("unknown-field", unknown_fields.mend_const),
    Mend("unknown-field", unknown_fields.mend_examples),
    Mend("unknown-field", unknown_fields.mend_collection),
    Mend("unknown-field", unknown_fields.mend_slip),
    Mend("unused-path-parameter", path_parameters.unused),
    Mend("wrong-type", bounds.mend),
    Mend("wrong-type", wrong_types.mend_flag),
    Mend("wrong-type", wrong_types.mend_items),
    Mend("wrong-type", wrong_types.mend_quoted),
    Mend("wrong-type", wrong_types.mend_single),
)


def mends_of(code: str) -> tuple[Mend, ...]:
    """The mends that may know a problem of this code."""
    return _BY_CODE.get(code, ())


_BY_CODE: Final[Mapping[str, tuple[Mend, ...]]] = {
    mend.code: tuple(each for each in MENDS if each.code == mend.code) for mend in MENDS
}
