"""Forms: the ways to call an operation whose contract offers several media types.

In: a version and an operation. Out: a `BodyForm` for each way to give the body and an `AnswerForm` for each type that
an answer may be asked for in; the preferred one first, which a plain call means. Media types that take the same
arguments are one form, and so are those that bring the same type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from specwright.flatten import content_fields
from specwright.ir import Content, Operation, Response
from specwright.media import kind_of, preferred
from specwright.python.arguments import of_choice, of_field
from specwright.python.bodies import whole_body
from specwright.python.operations import content_type, good_answers, plain_type, result_type
from specwright.python.views import Argument
from specwright.sdk import Version

__all__ = ["AnswerForm", "BodyForm", "answer_forms", "body_forms"]

_RANGE = re.compile(r"(?!application/|\*/)[^/]+/\*")  # `image/*`: bytes of no media type are no picture


@dataclass(frozen=True, slots=True)
class BodyForm:
    """What the body is given as; `choice` says which media type it is sent in, where there is something to choose."""

    arguments: tuple[Argument, ...]
    whole: bool
    choice: Argument | None


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What an answer is given back as; `choice` asks for it."""

    returns: str
    choice: Argument | None


def body_forms(version: Version, operation: Operation) -> tuple[BodyForm, ...]:
    """Every way to give the body."""
    if operation.body is None or not operation.body.contents:
        return (BodyForm((), whole=False, choice=None),)
    contents = preferred(operation.body.contents)
    found: dict[tuple[tuple[str, str], ...], tuple[tuple[Argument, ...], list[Content]]] = {}
    for content in contents:
        arguments = _arguments(version, operation, content)
        key = tuple((each.name, each.annotation) for each in arguments)
        found.setdefault(key, (arguments, []))[1].append(content)
    forms = list(found.values())
    named = [(held, " with " + ", ".join(f"`{each.name}`" for each in arguments)) for arguments, held in forms]
    doc = _doc("The media type to send", named)
    return tuple(
        BodyForm(
            arguments,
            whole=not content_fields(held[0], version.models),
            choice=_choice("content_type", held, doc, is_first=index == 0, is_only=len(forms) == 1),
        )
        for index, (arguments, held) in enumerate(forms)
    )


def answer_forms(version: Version, operation: Operation) -> tuple[AnswerForm, ...]:
    """Every type that an answer may be asked for in."""
    answers = good_answers(operation)
    default = result_type(version, operation)
    if operation.method == "HEAD":
        return (AnswerForm(default, None),)
    contents = _offered(answers)
    found: dict[str, list[Content]] = {default: []}
    for each in contents:
        returns = default if each is contents[0] else _returns(version, answers, each.media_type)
        found.setdefault(returns, []).append(each)
    doc = _doc("The media type to ask for", [(held, f" brings `{plain_type(type_)}`") for type_, held in found.items()])
    is_only = len(found) == 1
    return tuple(
        AnswerForm(returns, _choice("accept", held, doc, is_first=index == 0, is_only=is_only) if held else None)
        for index, (returns, held) in enumerate(found.items())
    )


def _offered(answers: tuple[Response, ...]) -> tuple[Content, ...]:
    """The media types that a caller can choose among: those of a status that has several, or a range of them."""
    found: dict[str, Content] = {}
    for response in answers:
        several = len(response.contents) > 1
        found |= {each.media_type: each for each in response.contents if several or "*" in each.media_type}
    return preferred(found.values())


def _arguments(version: Version, operation: Operation, content: Content) -> tuple[Argument, ...]:
    fields = content_fields(content, version.models)
    given = [of_field(version, operation, content, field) for field in fields]
    return tuple(given) or (whole_body(version, operation, content),)


def _returns(version: Version, answers: tuple[Response, ...], media_type: str) -> str:
    """The type of what comes where this media type is asked for; a status that does not know it brings its own."""
    types: dict[str, None] = {}
    for response in answers:
        held = [each for each in response.contents if each.media_type == media_type]
        types[content_type(version, next(iter(held or preferred(response.contents)), None))] = None
    return " | ".join(sorted(types, key=lambda text: text == "None")) or "None"


def _choice(name: str, held: list[Content], doc: str, *, is_first: bool, is_only: bool) -> Argument | None:
    """The argument that chooses; none where there is one media type and nothing else to choose."""
    named = tuple(each.media_type for each in held if not _is_any(each))
    if not named or (is_only and len(named) == 1 and "*" not in named[0]):
        return None
    required = not is_first or (name == "content_type" and bool(_RANGE.match(named[0])))
    return of_choice(name, named, doc, required=required)


def _doc(what: str, forms: list[tuple[list[Content], str]]) -> str:
    """What a choice is between: media types of the plain call, then others with what they take or bring."""
    told = [" or ".join(_named(each) for each in held if not _is_any(each)) + note for held, note in forms if held]
    plain = told[0].removesuffix(forms[0][1]) if told else ""
    return "; ".join([f"{what}: {plain}", *told[1:]]) + "."


def _named(content: Content) -> str:
    return f"any of {content.media_type}" if "*" in content.media_type else content.media_type


def _is_any(content: Content) -> bool:
    """A range that JSON falls into is no choice: what is sent and asked for then is JSON."""
    return "*" in content.media_type and kind_of(content) == "json"
