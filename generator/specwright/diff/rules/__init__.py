"""Rules: one thing that may change, one file, one line in the table of its room; one room, one line here.

In: pairs. Out: findings. The order is that of the list that `specwright diff --rules` prints.
"""

from specwright.diff.rules import (
    answers,
    api,
    bodies,
    entitlements,
    enums,
    headers,
    lists,
    media,
    objects,
    operations,
    paging,
    parameters,
    properties,
    schemes,
    security,
    servers,
    types,
    unions,
    values,
    webhooks,
)
from specwright.diff.ruling import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    *operations.RULES,
    *paging.RULES,
    *parameters.RULES,
    *bodies.RULES,
    *media.RULES,
    *answers.RULES,
    *headers.RULES,
    *properties.RULES,
    *values.RULES,
    *enums.RULES,
    *objects.RULES,
    *lists.RULES,
    *unions.RULES,
    *types.RULES,
    *security.RULES,
    *schemes.RULES,
    *entitlements.RULES,
    *servers.RULES,
    *api.RULES,
    *webhooks.RULES,
)
