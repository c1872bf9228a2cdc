"""What is meant by a place where JSON stops making sense.

In: a text, and the offset and the words of the library's error. Out: the place of the mistake, a sentence and a remedy.

Why not the library's own words: they say what the parser would have taken next, and differ from one Python to the next.
"""

from __future__ import annotations

import re
from json import JSONDecodeError

from specwright.load.faults import Mistake, at_offset
from specwright.load.tokens import json_tokens
from specwright.problems import Position

__all__ = ["mistake_in_json"]

_WORDS = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nil": "null"}
_WORD = re.compile(r"\w+")
_CLOSING = {"{": "}", "[": "]"}
_SHOWN = 40
_BLANK = " \t\r\n"


def mistake_in_json(text: str, error: JSONDecodeError) -> Mistake:
    """Say what is wrong at the place of an error."""
    position = Position(error.lineno, error.colno)
    match error.msg.split()[0:2]:
        case ["Unterminated", _]:
            return Mistake(position, "the quote that opens here is never closed.", 'Close it with ".')
        case ["Extra", _]:
            return Mistake(position, "the document ends before this.", "Is a bracket closed too early?")
        case ["Invalid", "control"]:
            return _control_character(position, text[error.pos])
        case ["Invalid", _]:
            message = "this backslash begins no escape that JSON has."
            return Mistake(position, message, "Write a backslash twice.")
        case _:
            return _unexpected(text, error)


def _control_character(position: Position, found: str) -> Mistake:
    if found in "\r\n":
        message = "the line ends inside quotes."
        return Mistake(position, message, "Close the quote, or write the line break as \\n.")
    return Mistake(position, f"the character {found!r} stands inside quotes.", f"Write it as \\u{ord(found):04x}.")


def _unexpected(text: str, error: JSONDecodeError) -> Mistake:
    """What stands where a key, a value, a colon, a comma or a bracket belongs."""
    at = _next(text, error.pos)
    if text[at : at + 1] == ",":
        # A comma that is itself out of place, or the one before a bracket that newer libraries point at.
        following = text[_next(text, at + 1) :][:1]
        if following in ("}", "]"):
            return _trailing_comma(text, at, following)
        return Mistake(at_offset(text, at), "a comma stands here, and nothing before it.", "Remove the comma.")
    position, found = at_offset(text, at), text[at : at + 1]
    before = text[:at].rstrip()
    if not found:
        return _unclosed(text, position)
    if found in ("}", "]") and before.endswith(","):
        return _trailing_comma(text, len(before) - 1, found)
    if text.startswith(("//", "/*", "#"), at):
        return Mistake(position, "JSON has no comments.", "Remove this one.")
    if found == "'":
        return Mistake(position, "a single quote stands here.", 'Put keys and text into double quotes: "…".')
    if error.msg.startswith("Expecting property name"):
        return Mistake(position, "a key in double quotes belongs here.", _key_hint(text, at))
    if error.msg.startswith("Expecting ':'"):
        return Mistake(position, "a colon belongs here, between a key and its value.")
    if error.msg.startswith("Expecting ','"):
        return _no_comma(text, at, position)
    return _no_value(text, at, position)


def _next(text: str, at: int) -> int:
    """The offset of the next character that is not blank."""
    return len(text) - len(text[at:].lstrip(_BLANK))


def _trailing_comma(text: str, at: int, closing: str) -> Mistake:
    return Mistake(at_offset(text, at), f'a comma stands before the closing "{closing}".', "Remove the comma.")


def _key_hint(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return f'Write "{word.group()[:_SHOWN]}".' if word else ""


def _open_bracket(text: str, end: int) -> tuple[str, Position] | None:
    """The innermost bracket that is open at an offset."""
    stack: list[tuple[str, Position]] = []
    for token in json_tokens(text[:end]):
        if token.kind in ("mapping", "list"):
            stack.append(("{" if token.kind == "mapping" else "[", token.position))
        elif token.kind == "close" and stack:
            stack.pop()
    return stack[-1] if stack else None


def _unclosed(text: str, position: Position) -> Mistake:
    opened = _open_bracket(text, len(text))
    if opened is None:
        return Mistake(position, "the text ends here, and a value belongs here.")
    bracket, place = opened
    message = f'the text ends here, and the "{bracket}" at {place.line}:{place.column} is not closed.'
    return Mistake(position, message, f'Close it with "{_CLOSING[bracket]}".')


def _no_comma(text: str, at: int, position: Position) -> Mistake:
    found, opened = text[at], _open_bracket(text, at)
    if found in "}]" and opened is not None:
        bracket, place = opened
        message = f'"{found}" does not close the "{bracket}" at {place.line}:{place.column}.'
        return Mistake(position, message, f'Close that first, with "{_CLOSING[bracket]}".')
    if found.isalnum() and text[at - 1 : at].isdigit():
        hint = "Write it without leading zeros and letters."
        return Mistake(position, "this is not how JSON writes a number.", hint)
    return Mistake(position, "a comma or a closing bracket belongs here.", "Put a comma between two entries.")


def _no_value(text: str, at: int, position: Position) -> Mistake:
    word = _WORD.match(text, at)
    if word and word.group() in _WORDS:
        return Mistake(position, f"{word.group()} is no value of JSON.", f"Write {_WORDS[word.group()]}.")
    if text[at] in "+.":
        return Mistake(position, "this is not how JSON writes a number.", "Begin it with a digit or a minus.")
    hint = "Put text into double quotes." if word else ""
    return Mistake(position, "a value belongs here.", hint)
