"""Rules: the pages that the configuration declares.

In: the APIs of a distribution by document, and the rules of its `[[sdk.paging]]`. Out: the APIs with their operations
paged so, and a problem for each name or pattern that pages nothing, or says what a contract denies.

An operation that a rule names in full must fit it; one that a pattern happens to match is passed over when it does not,
as long as the pattern pages another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from specwright.build.paging.declared import Misfit, declared_paging
from specwright.build.paging.shapes import Models, sent
from specwright.ir import Api, Operation
from specwright.problems import Problem
from specwright.rules import PagingRule

__all__ = ["apply_rules"]


@dataclass(frozen=True, slots=True)
class _Use:
    """One name or pattern of a rule, and what came of it: how many operations it paged, and which it could not."""

    rule: PagingRule
    pattern: str
    paged: list[str] = field(default_factory=list[str])
    misfits: list[tuple[str, Misfit]] = field(default_factory=list[tuple[str, Misfit]])

    def means(self, operation: Operation, models: Models) -> bool:
        """Whether the pattern and the parameters are this operation's."""
        expression = ".*".join(re.escape(part) for part in self.pattern.split("*"))
        if not any(name and re.fullmatch(expression, name) for name in (operation.key, operation.id)):
            return False
        known = {each.name for each in operation.parameters}
        return set(self.rule.parameters) <= known | {leaf.path[0] for leaf in sent(operation, models)}


def apply_rules(
    apis: Mapping[str, Api], rules: tuple[PagingRule, ...]
) -> tuple[Mapping[str, Api], tuple[Problem, ...]]:
    """Every document's operations as the rules say, the first fitting rule first."""
    uses = [_Use(rule, pattern) for rule in rules for pattern in rule.operations]
    made = {file: _applied(api, uses) for file, api in apis.items()}
    return made, tuple(problem for use in uses for problem in _problems(use))


def _applied(api: Api, uses: list[_Use]) -> Api:
    models = {model.id: model for model in api.models}
    return replace(api, operations=tuple(_paged(each, uses, models) for each in api.operations))


def _paged(operation: Operation, uses: list[_Use], models: Models) -> Operation:
    for use in uses:
        if use.means(operation, models):
            found = declared_paging(use.rule, operation, models)
            if not isinstance(found, Misfit):
                use.paged.append(operation.key)
                return replace(operation, paging=found)
            use.misfits.append((operation.key, found))
    return operation


def _problems(use: _Use) -> Iterator[Problem]:
    rule = use.rule
    if "*" not in use.pattern:
        for key, misfit in use.misfits:
            message = f"{key} {misfit.message}."
            yield Problem("paging-contradicts", rule.origin, message, misfit.hint, position=rule.position)
    if use.paged or (use.misfits and "*" not in use.pattern):
        return
    if use.misfits:
        key, misfit = use.misfits[0]
        others = f" nor {len(use.misfits) - 1} more" if len(use.misfits) > 1 else ""
        message = f'"{use.pattern}" pages nothing: not {key}{others}, for that {misfit.message}.'
        yield Problem("paging-unused", rule.origin, message, misfit.hint, position=rule.position)
    else:
        also = f" with {', '.join(rule.parameters)}" if rule.parameters else ""
        message = f'"{use.pattern}" means no operation{also}, or none that an earlier rule has left.'
        hint = 'Write "GET /path", an operationId, or a pattern with *.'
        yield Problem("paging-unused", rule.origin, message, hint, position=rule.position)
