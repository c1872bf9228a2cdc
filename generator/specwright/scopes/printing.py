"""Printing: a judgement as text for people.

In: a `Judgement`. Out: text, each line ended.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from specwright.markdown import visible
from specwright.scopes.choosing import Choice, Reason, Served
from specwright.scopes.contract import products_text
from specwright.scopes.judging import Judgement, Verdict
from specwright.scopes.reading import Gap, Use
from specwright.scopes.ways import sets_text

__all__ = ["print_text"]

_WIDTH = 100
_SHOWN = 6
_PLACES = 4


def print_text(judgement: Judgement) -> str:
    """What the calls need."""
    return "".join(f"{visible(line)}\n" for line in _lines(judgement))


def _lines(judgement: Judgement) -> Iterator[str]:
    files = _counted(judgement.files, "file")
    if not judgement.verdicts:
        yield f"No calls in {files}."
    for index, verdict in enumerate(judgement.verdicts):
        yield from ([""] if index else [])
        places = sum(len(need.uses) for need in verdict.needs)
        operations = _counted(len(verdict.needs), "operation")
        yield f"{verdict.contract.distribution}: {operations}, called at {_counted(places, 'place')} in {files}."
        yield from _of_verdict(judgement, verdict)
    if judgement.extra:
        yield from ("", "Not needed:")
        yield from (f"  {scope}: {why}." for scope, why in judgement.extra)
    if judgement.gaps:
        yield from ("", f"Not read, at {_counted(len(judgement.gaps), 'place')}:")
        yield from map(_gap, judgement.gaps)


def _of_verdict(judgement: Judgement, verdict: Verdict) -> Iterator[str]:
    choices = verdict.choices
    if judgement.held.scopes is not None and verdict.is_met:
        choices = tuple(each for each in choices if not each.missing and not each.unserved)
    for choice in choices:
        yield ""
        yield from _of_choice(judgement, verdict, choice)
    yield from _without_scopes(verdict)
    yield from _products(verdict)


def _of_choice(judgement: Judgement, verdict: Verdict, choice: Choice) -> Iterator[str]:
    credentials = " or ".join(_credential(verdict, schemes) for schemes in choice.credentials)
    if choice.unserved:
        yield f"With {credentials}: not possible."
        for need in choice.unserved:
            yield from _wrapped(f"{need.label}{_places(need.uses)} does not accept it.", "  ")
        return
    yield f"With {credentials}: {_sum(judgement, choice)}"
    if not choice.is_proven:
        yield "  Not proven to be the least: the alternatives were too many to try them all."
    for reason in choice.reasons:
        yield from _of_reason(reason, choice)
    if choice.unscoped:
        yield "  without a scope"
        yield from (line for need in choice.unscoped for line in _wrapped(f"{need.label}{_places(need.uses)}", "    "))


def _sum(judgement: Judgement, choice: Choice) -> str:
    count = _counted(len(choice.reasons), "scope") if choice.reasons else "no scopes"
    if judgement.held.scopes is None or not choice.reasons:
        return f"{count}."
    if not choice.missing:
        return f"{count}, and you have {'it' if len(choice.reasons) == 1 else 'all of them'}."
    return f"{count}, and {len(choice.missing)} {'is' if len(choice.missing) == 1 else 'are'} missing."


def _of_reason(reason: Reason, choice: Choice) -> Iterator[str]:
    scheme = f" of {reason.scheme}" if reason.scheme else ""
    missing = " (missing)" if reason.scope in choice.missing else ""
    yield f"  {reason.scope}{scheme}{missing}"
    for served in reason.serves:
        yield from _wrapped(f"{served.need.label}{_places(served.need.uses)}{_choice_told(served)}", "    ")


def _choice_told(served: Served) -> str:
    """What else would do, and why this was taken."""
    if len(served.sets) == 1:
        return f" needs {sets_text(served.sets)}." if len(served.sets[0]) > 1 else " needs it."
    more = f" and {len(served.sets) - _SHOWN} more" if len(served.sets) > _SHOWN else ""
    why = f"; {served.why}" if served.why else ""
    return f": any one of {len(served.sets)} ({sets_text(served.sets[:_SHOWN])}{more}){why}."


def _without_scopes(verdict: Verdict) -> Iterator[str]:
    """Operations that anybody may call."""
    open_ = [need for need in verdict.needs if not need.entry.security or () in need.entry.security]
    if open_:
        yield ""
        yield from _wrapped(f"Without credentials: {', '.join(need.label + _places(need.uses) for need in open_)}.", "")


def _products(verdict: Verdict) -> Iterator[str]:
    """What an account must have beside scopes."""
    told: dict[str, list[str]] = {}
    for need in verdict.needs:
        if need.entry.products:
            told.setdefault(products_text(need.entry.products), []).append(need.label)
    for products, labels in told.items():
        whose = "all of them" if len(labels) == len(verdict.needs) > 1 else ", ".join(labels)
        yield ""
        yield from _wrapped(f"The account needs {products} for {whose}.", "")


def _credential(verdict: Verdict, schemes: Sequence[str]) -> str:
    """A scheme by its name and, where that is another, the client's argument."""
    named = ((scheme, verdict.arguments.get(scheme, scheme)) for scheme in schemes)
    return " + ".join(scheme if scheme == argument else f"{scheme} ({argument}=)" for scheme, argument in named)


def _places(uses: Iterable[Use]) -> str:
    lines = list(dict.fromkeys(f"{use.file}:{use.line}" for use in uses))
    more = f" and {len(lines) - _PLACES} more" if len(lines) > _PLACES else ""
    return f" ({', '.join(lines[:_PLACES])}{more})"


def _gap(gap: Gap) -> str:
    return f"  {gap.file}:{gap.line}:{gap.column}: {gap.code}: {gap.message}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
