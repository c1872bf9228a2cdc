"""Paths, their parameters, and whether two of them are one route.

In: a survey. Out: problems of the `paths` of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.problems import Problem
from specwright.validate.operations import Declared, operations_of, parameters_of, paths_of
from specwright.validate.survey import Place, Survey

__all__ = ["check_path_parameters", "check_paths", "check_routes"]

_NAME = re.compile(r"\{([^{}]*)\}")


def check_paths(found: Survey) -> Iterator[Problem]:
    """Say which paths would run into what stands before them in an address."""
    for path, item in paths_of(found):
        if not path.startswith("/"):
            message = f'the path "{path}" does not begin with "/".'
            yield Problem("bad-path", item.origin, message, f'Write "/{path}".')


def check_routes(found: Survey) -> Iterator[Problem]:
    """Say which operations answer on the method and path of another one; a client can call each by its own name."""
    first_with: dict[tuple[str, str], str] = {}
    for path, item in paths_of(found):
        taken: dict[str, list[str]] = {}
        for method in operations_of(found, item):
            first = first_with.setdefault((method, _NAME.sub("{}", path)), path)
            if first != path:
                taken.setdefault(first, []).append(method.upper())
        for first, methods in taken.items():
            message = f"{', '.join(methods)} {path} is the same route as {first}."
            yield Problem("same-route", item.origin, message, "Each gets a method of its own.", "warning")


def check_path_parameters(found: Survey) -> Iterator[Problem]:
    """Say which names of a path have no parameter, and which parameters no place in their path.

    Why warnings: a name in braces says by itself that something is to be filled in, and vendors publish such paths.
    """
    for path, item in paths_of(found):
        names = list(dict.fromkeys(_NAME.findall(path)))
        shared = _sent_in_path(found, item)
        undeclared: dict[str, list[str]] = {}
        unused: dict[str, Declared] = {name: p for name, p in shared.items() if name not in names}
        for method, operation in operations_of(found, item).items():
            declared = shared | _sent_in_path(found, operation)
            unused |= {name: p for name, p in declared.items() if name not in names}
            for name in names:
                if name not in declared:
                    undeclared.setdefault(name, []).append(method.upper())
        for name, methods in undeclared.items():
            like = next((each for each in unused if each.casefold() == name.casefold()), None)
            yield _undeclared(path, item, name, methods) if like is None else _misspelt(path, unused.pop(like), name)
        yield from (_unused(path, parameter) for parameter in unused.values())


def _sent_in_path(found: Survey, owner: Place) -> dict[str, Declared]:
    return {p.name: p for p in parameters_of(found, owner) if p.location == "path"}


def _undeclared(path: str, item: Place, name: str, methods: list[str]) -> Problem:
    message = f'no parameter of {", ".join(methods)} declares "{{{name}}}" of the path {path}.'
    hint = f"It is taken for text. Add a parameter with in: path and name: {name}."
    return Problem("undeclared-path-parameter", item.origin, message, hint, "warning")


def _misspelt(path: str, parameter: Declared, name: str) -> Problem:
    message = f'the path {path} has no "{{{parameter.name}}}"; the parameter is taken for its "{{{name}}}".'
    hint = f"Write name: {name}."
    return Problem("undeclared-path-parameter", parameter.listed.origin, message, hint, "warning")


def _unused(path: str, parameter: Declared) -> Problem:
    message = f'the path {path} has no "{{{parameter.name}}}", so this parameter is not sent.'
    hint = "Remove it, or name it in the path."
    return Problem("unused-path-parameter", parameter.listed.origin, message, hint, "warning")
