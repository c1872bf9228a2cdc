"""Data: a judgement for programs, as JSON, and for the code review of a forge, as problems at the calls.

In: a `Judgement`. Out: JSON text, or `Problem` values that `report` prints.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from specwright.load import Json
from specwright.problems import Origin, Position, Problem, Severity
from specwright.scopes.choosing import Choice, Need, Reason
from specwright.scopes.contract import products_text
from specwright.scopes.judging import Judgement, Verdict
from specwright.scopes.reading import Gap, Use
from specwright.scopes.ways import sets_text, ways_of, ways_text

__all__ = ["as_json", "as_problems"]

_SHOWN = 6


def as_json(judgement: Judgement) -> str:
    """Everything."""
    scopes = judgement.held.scopes
    whole: Json = {
        "files": judgement.files,
        "satisfied": all(verdict.is_met for verdict in judgement.verdicts) if scopes is not None else None,
        "sdks": [_verdict(each) for each in judgement.verdicts],
        "not_needed": [{"scope": scope, "reason": why} for scope, why in judgement.extra],
        "not_read": [_gap(each) for each in judgement.gaps],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def as_problems(judgement: Judgement, gaps: Severity) -> Iterator[Problem]:
    """What each call needs, as a note, or as an error where the caller does not have it; gaps as told."""
    for verdict in judgement.verdicts:
        for need in verdict.needs:
            for use in need.uses:
                yield _problem(judgement, verdict, need, use)
    for gap in judgement.gaps:
        position = Position(gap.line, gap.column)
        yield Problem(gap.code, Origin(gap.file), gap.message, severity=gaps, position=position)


def _problem(judgement: Judgement, verdict: Verdict, need: Need, use: Use) -> Problem:
    origin, position = Origin(use.file), Position(use.line, use.column)
    best = verdict.choices[0] if verdict.choices and not verdict.is_met else None
    if best and need in best.unserved:
        message = f"{need.label} does not accept {', '.join(judgement.held.schemes)}"
        return Problem("no-credential", origin, message, _ways(need), position=position)
    missing = [
        reason.scope
        for reason in (best.reasons if best else ())
        if reason.scope in (best.missing if best else ()) and any(served.need == need for served in reason.serves)
    ]
    if missing:
        message = f"{need.label} lacks {', '.join(missing)}"
        return Problem("missing-scope", origin, message, _ways(need), position=position)
    return Problem("scopes", origin, f"{need.label} needs: {_ways(need)}", severity="note", position=position)


def _ways(need: Need) -> str:
    """What an operation asks for on one line, cut short where it is long."""
    ways = ways_of(need.entry.security)
    return " ".join(ways_text(ways)) if all(len(way.sets) <= _SHOWN for way in ways) else _short(need)


def _short(need: Need) -> str:
    sets = dict.fromkeys(scopes for way in ways_of(need.entry.security) for scopes in way.sets)
    return f"any one of {len(sets)}, such as {sets_text(list(sets)[:_SHOWN])}"


def _verdict(verdict: Verdict) -> Json:
    return {
        "sdk": verdict.contract.distribution,
        "package": verdict.contract.package,
        "satisfied": verdict.is_met,
        "operations": [_need(each) for each in verdict.needs],
        "credentials": [_choice(verdict, each) for each in verdict.choices],
    }


def _need(need: Need) -> Json:
    method, _, path = need.entry.key.partition(" ")
    return {
        "name": need.entry.name,
        "version": need.version,
        "method": method,
        "path": path,
        "alternatives": [
            [{"scheme": use.scheme, "scopes": list(use.scopes)} for use in uses] for uses in need.entry.security
        ],
        "products": products_text(need.entry.products),
        "calls": [{"file": use.file, "line": use.line, "column": use.column} for use in need.uses],
    }


def _choice(verdict: Verdict, choice: Choice) -> Json:
    return {
        "any_of": [
            [{"scheme": scheme, "argument": verdict.arguments.get(scheme, scheme)} for scheme in schemes]
            for schemes in choice.credentials
        ],
        "scopes": [_reason(each) for each in choice.reasons],
        "least": choice.is_proven,
        "missing": list(choice.missing),
        "without_scopes": [_named(need) for need in choice.unscoped],
        "not_accepted_by": [_named(need) for need in choice.unserved],
    }


def _reason(reason: Reason) -> Json:
    serves: list[Json] = [
        {**_named(served.need), "any_of": [list(scopes) for scopes in served.sets], "reason": served.why or "needed"}
        for served in reason.serves
    ]
    return {"scope": reason.scope, **({"scheme": reason.scheme} if reason.scheme else {}), "for": serves}


def _named(need: Need) -> dict[str, Json]:
    return {"name": need.entry.name, "version": need.version}


def _gap(gap: Gap) -> Json:
    return {"file": gap.file, "line": gap.line, "column": gap.column, "code": gap.code, "message": gap.message}
