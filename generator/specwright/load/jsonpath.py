"""The part of JSONPath (RFC 9535) that overlays are written in: a query, to the places that it selects.

In: a query and plain data. Out: locations (keys and indexes from the top) in the order of the query, each
once.

Read are `$`, `.name`, `.*`, `['name']`, `["name"]`, `[0]`, `[-1]`, `[*]`, several of those in one pair of
brackets, `..` before any of them, and filters: `[?@.a.b == 'text']` with `==`, `!=`, `&&`, `||`, `!`,
parentheses, and a bare `@.a` that asks whether it is there. Not read: slices (`[1:3]`), comparisons of
size, functions (`match()`), `$` inside a filter. They raise `QueryError`, which says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from specwright.load.selectors import Selector, children, descendants, each_of, follow, indexed, matching, named
from specwright.load.shape import Json

__all__ = ["QueryError", "select"]

_Test: TypeAlias = Callable[[Json], bool]
_Operand: TypeAlias = Callable[[Json], "list[Json]"]

_MAX_NESTING = 20
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<number>-?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?)
    | (?P<name>[^\W\d][\w-]*)
    | (?P<sign>\.\.|==|!=|<=|>=|&&|\|\||[$@.\[\]*?!(),:<>])
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS: dict[str, Json] = {"true": True, "false": False, "null": None}


class QueryError(ValueError):
    """A query that is not one, or asks for more than is read; the text is a whole sentence."""


def select(query: str, data: Json) -> list[tuple[str | int, ...]]:
    """Find what a query selects."""
    return list(dict.fromkeys(location for location, _ in follow(_Parser(query).query(), data)))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    offset: int


def _tokens(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    offset = 0
    query = query.rstrip()
    while offset < len(query):
        match = _TOKEN.match(query, offset)
        if match is None:
            raise QueryError(f"the query {query!r} stops making sense at character {offset + 1}.")
        kind = str(match.lastgroup)
        tokens.append(_Token(kind, match.group(kind), match.start(kind)))
        offset = match.end()
    return [*tokens, _Token("end", "", len(query))]


class _Parser:
    """Reads one query from left to right."""

    def __init__(self, query: str) -> None:
        self.text = query
        self.tokens = _tokens(query)
        self.at = 0
        self.nesting = 0

    def query(self) -> list[Selector]:
        self.expect("$")
        selectors = self.steps()
        if self.token.kind != "end":
            raise self.error("a step")
        return selectors

    @property
    def token(self) -> _Token:
        return self.tokens[self.at]

    def error(self, expected: str) -> QueryError:
        found = f'"{self.token.text}"' if self.token.text else "the end"
        return QueryError(
            f"the query {self.text!r} has {found} at character {self.token.offset + 1}, where {expected} is read."
        )

    def take(self, sign: str) -> bool:
        found = self.token.kind == "sign" and self.token.text == sign
        self.at += found
        return found

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            raise self.error(f'"{sign}"')

    def next_of(self, kind: str) -> str | None:
        if self.token.kind != kind:
            return None
        self.at += 1
        return self.tokens[self.at - 1].text

    def steps(self) -> list[Selector]:
        selectors: list[Selector] = []
        while self.token.text in (".", "..", "[") and self.token.kind == "sign":
            if self.take(".."):
                selectors.append(descendants)
                selectors.append(self.brackets() if self.take("[") else self.dotted())
            else:
                selectors.append(self.dotted() if self.take(".") else self.brackets_after_sign())
        return selectors

    def brackets_after_sign(self) -> Selector:
        self.expect("[")
        return self.brackets()

    def dotted(self) -> Selector:
        if self.take("*"):
            return children
        name = self.next_of("name")
        if name is None:
            raise self.error("a name")
        return named(name)

    def brackets(self) -> Selector:
        selectors = [self.selector()]
        while self.take(","):
            selectors.append(self.selector())
        self.expect("]")
        return each_of(selectors)

    def selector(self) -> Selector:
        if self.take("*"):
            return children
        if self.take("?"):
            return matching(self.any_of())
        text, number = self.next_of("text"), self.next_of("number")
        if text is not None:
            return named(_unquoted(text))
        if number is not None and re.fullmatch(r"-?\d+", number):
            return indexed(int(number))
        raise self.error("a name in quotes, an index, * or ?")

    def any_of(self) -> _Test:
        tests = [self.all_of()]
        while self.take("||"):
            tests.append(self.all_of())
        return lambda value: any(test(value) for test in tests)

    def all_of(self) -> _Test:
        tests = [self.test()]
        while self.take("&&"):
            tests.append(self.test())
        return lambda value: all(test(value) for test in tests)

    def test(self) -> _Test:
        self.nesting += 1
        if self.nesting > _MAX_NESTING:
            raise QueryError(f"the query {self.text!r} nests deeper than {_MAX_NESTING} levels.")
        try:
            if self.take("!"):
                negated = self.test()
                return lambda value: not negated(value)
            if self.take("("):
                inner = self.any_of()
                self.expect(")")
                return inner
            return self.comparison()
        finally:
            self.nesting -= 1

    def comparison(self) -> _Test:
        is_query = self.token.text == "@"
        left = self.operand()
        if self.take("=="):
            right = self.operand()
            return lambda value: _equal(left(value), right(value))
        if self.take("!="):
            right = self.operand()
            return lambda value: not _equal(left(value), right(value))
        if not is_query:
            raise self.error('"==" or "!="')
        return lambda value: bool(left(value))

    def operand(self) -> _Operand:
        if self.take("@"):
            selectors = self.steps()
            return lambda value: [found for _, found in follow(selectors, value)]
        text, number, name = self.next_of("text"), self.next_of("number"), self.next_of("name")
        literal: Json
        if text is not None:
            literal = _unquoted(text)
        elif number is not None:
            literal = int(number) if number.lstrip("-").isdigit() else float(number)
        elif name in _WORDS:
            literal = _WORDS[name]
        else:
            raise self.error("@, text in quotes, a number, true, false or null")
        return lambda _: [literal]


def _unquoted(text: str) -> str:
    return re.sub(r"\\(u[0-9a-fA-F]{4}|.)", _unescaped, text[1:-1], flags=re.DOTALL)


def _unescaped(match: re.Match[str]) -> str:
    code = match.group(1)
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPES.get(code, code)


def _equal(left: list[Json], right: list[Json]) -> bool:
    """Two absent values are equal; JSON knows true from 1, Python does not."""
    if not left or not right:
        return left == right
    return left[0] == right[0] and isinstance(left[0], bool) is isinstance(right[0], bool)
