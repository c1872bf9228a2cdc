"""What is meant by a place where YAML stops making sense.

In: a text, and the parser's error. Out: the place of the mistake, a sentence and a remedy; the parser's own words where
there is nothing better to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from yaml.error import MarkedYAMLError

from specwright.load.faults import Mistake
from specwright.load.tokens import mark_position

__all__ = ["mistake_in_yaml"]

_QUOTE = "Close it. An apostrophe in single quotes is written twice."
_COLON = 'Put text that holds ": " into quotes, or correct the indentation.'
_OPEN = "Close it, or put a comma between two entries."
# By what the parser says: a sentence and a remedy. `{found}` is the character there, `{first}` where the part began.
_MEANINGS: Mapping[str, tuple[str, str]] = {
    "did not find expected ',' or '}'": ('a comma or "}}" belongs here: the "{{" at {first} is open.', _OPEN),
    "did not find expected ',' or ']'": ('a comma or "]" belongs here: the "[" at {first} is open.', _OPEN),
    "mapping values are not allowed in this context": ("a colon cannot stand here.", _COLON),
    "found character that cannot start any token": ('"{found}" cannot begin a text.', "Put the text into quotes."),
    "did not find expected node content": ('"{found}" cannot begin a value.', "Put it into quotes if it is text."),
    "did not find expected key": (
        "this does not continue the mapping that begins at {first}.",
        "Indent it like the other keys there.",
    ),
    "did not find expected '-' indicator": (
        "this does not continue the list that begins at {first}.",
        'Begin it with "- ", or correct the indentation.',
    ),
    "block sequence entries are not allowed in this context": (
        "a list cannot begin here.",
        "Begin it on a line of its own.",
    ),
    "found unknown escape character": (
        "a backslash here begins no escape that YAML has.",
        "Write it twice, or use single quotes.",
    ),
    "did not find expected <document start>": (
        "this stands outside the document.",
        "Is it indented less than what comes before?",
    ),
}
# Of these the parser tells the end of the text; the mistake is where the part began.
_AT_THEIR_BEGINNING: Mapping[str, tuple[str, str]] = {
    "found unexpected end of stream": ("the quote that opens here is never closed.", _QUOTE),
    "could not find expected ':'": (
        'this is not "key: value".',
        "End a key with a colon and a space, and indent its value.",
    ),
}


def mistake_in_yaml(text: str, error: MarkedYAMLError) -> Mistake:
    """Say what is wrong at the place of an error."""
    mark = error.problem_mark or error.context_mark
    position, began = mark_position(mark), mark_position(error.context_mark or mark)
    problem = str(error.problem or "")
    found = text[mark.index : mark.index + 1] if mark else ""
    if found == "\t" or "tab character" in problem:
        return Mistake(position, "a tab; YAML is indented with spaces.", "Write spaces instead.")
    if problem in _AT_THEIR_BEGINNING:
        return Mistake(began, *_AT_THEIR_BEGINNING[problem])
    if problem in _MEANINGS:
        message, hint = _MEANINGS[problem]
        return Mistake(position, message.format(found=found, first=f"{began.line}:{began.column}"), hint)
    said = ", ".join(str(part) for part in (error.context, error.problem) if part)
    return Mistake(position, f"{said}.")
