"""Docstrings: what a method says of itself, in the specification's words.

In: an operation, its arguments and the schemes. Out: plain text, wrapped; `templates.py` makes it safe inside a string.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from specwright.ir import Api, Operation, Security
from specwright.python.views import Argument

__all__ = ["Returns", "method_doc", "operation_doc", "wrapped"]

Returns: TypeAlias = Sequence[tuple[str, str]]
"""Types of what comes back, with what each one is."""

_WIDTH = 108


def method_doc(
    api: Api, operation: Operation, arguments: Iterable[Argument], parameters: Mapping[str, str], returns: Returns
) -> str:
    """A whole docstring: what it does, its arguments, what it gives, and what it needs."""
    sections = (
        operation_doc(operation),
        f"`{operation.method} {operation.path}`",
        _listed("Args:", ((argument.name, argument.doc) for argument in arguments)),
        _listed("Returns:", returns),
        _scopes(operation.security, parameters),
        *_entitlements(api, operation),
    )
    return "\n\n".join(section for section in sections if section)


def operation_doc(operation: Operation) -> str:
    """Summary and description, one of them alone where the other says the same; nothing where there is neither."""
    summary, description = operation.summary, operation.description
    if not summary or description.startswith(summary.rstrip(".")):
        return wrapped(description)
    return "\n\n".join(wrapped(part) for part in (_sentence(summary), description) if part)


def wrapped(text: str, indent: str = "") -> str:
    """The text with long lines broken; a line that is laid out on purpose (a list, a fence, an indent) stays whole."""
    lines = (line.rstrip() for line in text.strip().splitlines())
    return "\n".join(
        line
        if len(line) <= _WIDTH or line[:1] in (" ", "\t", "|", "`")
        else textwrap.fill(line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for line in lines
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _listed(title: str, entries: Iterable[tuple[str, str]]) -> str:
    lines = [_entry(name, text) for name, text in entries]
    return "\n".join([title, *lines]) if lines else ""


def _entry(name: str, text: str) -> str:
    first, *rest = (f"{name}: {text}" if text else name).splitlines()
    filled = textwrap.wrap(first, _WIDTH - 4, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    return textwrap.indent("\n".join([*filled, *(f"    {line}" for line in rest)]), "    ")


def _scopes(security: Security, parameters: Mapping[str, str]) -> str:
    lines = [f"    {line}" for line in _scope_lines(security, parameters)]
    return "\n".join(["Required scopes:", *lines]) if lines else ""


def _scope_lines(security: Security, parameters: Mapping[str, str]) -> Iterator[str]:
    """One line for each way in; alternatives that differ in scope alone share it, as credentials of equal scopes do."""
    by_credentials: dict[tuple[str, ...], list[str]] = {}
    scoped = any(use.scopes for uses in security for use in uses)
    for uses in security if scoped else ():
        needed = " and ".join(scope for use in uses for scope in use.scopes)
        if uses:
            credentials = tuple(parameters.get(use.scheme, use.scheme) for use in uses)
            by_credentials.setdefault(credentials, []).append(needed or "none")
    by_scopes: dict[tuple[str, ...], list[str]] = {}
    for credentials, scopes in by_credentials.items():
        enough = ["none"] if "none" in scopes else scopes
        by_scopes.setdefault(tuple(enough), []).append(" and ".join(f"`{each}`" for each in credentials))
    for needed_scopes, ways in by_scopes.items():
        lead = f"with {' or '.join(ways)}" + (", any one of: " if len(needed_scopes) > 1 else ": ")
        text = lead + ", ".join(needed_scopes)
        yield from textwrap.wrap(text, _WIDTH - 4, subsequent_indent="    ", break_on_hyphens=False)


def _entitlements(api: Api, operation: Operation) -> Iterator[str]:
    """One section for each kind; what an operation says of a kind replaces what the whole API does."""
    own = {each.kind for each in operation.entitlements}
    needed = [*operation.entitlements, *(each for each in api.entitlements if each.kind not in own)]
    for kind in sorted({each.kind for each in needed}):
        told = ", ".join(f"{each.name} {each.level}".strip() for each in needed if each.kind == kind)
        words = kind.replace("-", " ").replace("_", " ")
        lines = textwrap.wrap(told, _WIDTH - 4)
        yield "\n".join([f"Needs ({words}):", *(f"    {line}" for line in lines)])
