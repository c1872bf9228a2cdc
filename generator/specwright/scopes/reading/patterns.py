"""Patterns: the names that a case of `match` binds.

In: a pattern and what is matched. Out: names that stand for it, or for a part of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from specwright.scopes.reading.annotations import tells
from specwright.scopes.reading.holding import element, held
from specwright.scopes.reading.kinds import UNKNOWN, Kind
from specwright.scopes.reading.world import Frame

__all__ = ["bind_pattern"]


def bind_pattern(frame: Frame, pattern: ast.pattern, subject: Kind) -> None:
    """Bind what a pattern captures."""
    match pattern:
        case ast.MatchAs(name=str(name)):
            frame.bind(name, _narrowed(frame, pattern.pattern, subject))
        case ast.MatchStar(name=str(name)):
            frame.bind(name, held(element(subject)))
        case _:
            pass
    for inner, kind in _inside(pattern, subject):
        bind_pattern(frame, inner, kind)


def _inside(pattern: ast.pattern, subject: Kind) -> Iterator[tuple[ast.pattern, Kind]]:
    """The patterns in a pattern, each with what it is matched against."""
    match pattern:
        case ast.MatchAs(pattern=ast.pattern() as inner):
            yield inner, subject
        case ast.MatchOr():
            yield from ((each, subject) for each in pattern.patterns)
        case ast.MatchSequence():
            yield from ((each, element(subject)) for each in pattern.patterns)
        case ast.MatchMapping():
            yield from ((each, UNKNOWN) for each in pattern.patterns)
        case ast.MatchClass():
            yield from ((each, UNKNOWN) for each in (*pattern.patterns, *pattern.kwd_patterns))
        case _:
            pass


def _narrowed(frame: Frame, pattern: ast.pattern | None, subject: Kind) -> Kind:
    """What `case Class() as name` captures."""
    if not isinstance(pattern, ast.MatchClass):
        return subject
    told = frame.meant(pattern.cls)
    return told if tells(told) else subject
