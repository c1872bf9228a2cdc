"""Checks: all that is wrong with the settings of a configuration.

In: the file's name, its text and its data. Out: problems, each with its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from specwright.config.differences import diff_problems
from specwright.config.packages import is_distribution, is_package, is_release
from specwright.config.paging import paging_problems
from specwright.config.patterns import NOT, fault_of, is_inside, matching, unlike
from specwright.config.places import place_of
from specwright.config.webhooks import faults_of
from specwright.problems import Origin, Problem

__all__ = ["as_list", "as_table", "check"]

_TOP: Mapping[str, type] = {"output": str, "sdk": list, "diff": dict}
_KEYS: Mapping[str, type] = {
    "name": str,
    "package": str,
    "version": str,
    "title": str,
    "specs": list,
    "entitlements": list,
    "client_auth": str,
    "locales": list,
    "catalogues": str,
    "webhooks": dict,
    "paging": list,
    "changelog": str,
}
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_REQUIRED = {"name": "the distribution's name", "specs": "a list of paths or patterns"}
_KINDS: Mapping[type, str] = {str: "a text", list: "a list", dict: "a table"}
_VALUES: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "output": (bool, "must be a path"),
    "name": (is_distribution, "must be a name that an index takes: letters, digits, -, _ and ."),
    "package": (is_package, "must be an identifier, and no keyword or module that Python or the SDK already has"),
    "version": (is_release, "must be the version of a release, such as 1.2.0 or 2.0rc1"),
    "changelog": (is_inside, "must be a path below the folder of the configuration"),
    "client_auth": (
        lambda text: text in ("basic", "body"),
        'must be "basic" or "body": how a token endpoint wants the client\'s id and secret',
    ),
}


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of the file: the top, or the `[[sdk]]` of a number."""

    file: str
    text: str
    data: Mapping[str, object]
    index: int | None = None

    def problem(self, code: str, key: str, message: str, hint: str = "") -> Problem:
        pointer = "" if self.index is None else f"/sdk/{self.index}"
        return Problem(code, Origin(self.file, pointer), message, hint, position=place_of(self.text, self.index, key))


def check(file: str, text: str, data: Mapping[str, object], root: Path) -> tuple[Problem, ...]:
    """Everything that is wrong, in the order of the file."""
    top = _Table(file, text, data)
    listed = as_list(data.get("sdk"))
    tables = [_Table(file, text, as_table(each), index) for index, each in enumerate(listed)]
    problems = [*_keys(top, _TOP), *_values(top)]
    if "sdk" not in data or data["sdk"] == []:
        problems.append(top.problem("config-no-sdk", "sdk", "no [[sdk]] is configured.", "Add one."))
    for value, table in zip(listed, tables, strict=True):
        problems += _sdk(table, root) if isinstance(value, dict) else [_no_table(table)]
    return (*problems, *_twice(tables), *diff_problems(file, text, as_table(data.get("diff"))))


def as_list(value: object) -> list[object]:
    """The value as a list, if it is one."""
    return cast("list[object]", value) if isinstance(value, list) else []


def as_table(value: object) -> Mapping[str, object]:
    """The value as a table, if it is one."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _no_table(table: _Table) -> Problem:
    return table.problem("config-type", "", '"sdk" must be a list of tables.', "Write [[sdk]].")


def _sdk(table: _Table, root: Path) -> Iterator[Problem]:
    yield from _keys(table, _KEYS)
    for key, meaning in _REQUIRED.items():
        if key not in table.data:
            yield table.problem("config-missing-key", "", f'"{key}" is missing: {meaning}.')
    yield from _values(table)
    yield from _rules(table)
    yield from _locales(table)
    yield from _webhooks(table)
    yield from paging_problems(table.file, table.text, table.index or 0, as_list(table.data.get("paging")))
    yield from _specs(table, root)


def _keys(table: _Table, known: Mapping[str, type]) -> Iterator[Problem]:
    for key, value in table.data.items():
        if key not in known:
            hint = f"Known: {', '.join(known)}."
            yield table.problem("config-unknown-key", key, f'"{key}" is no setting.', hint)
        elif not isinstance(value, known[key]):
            yield table.problem("config-type", key, f'"{key}" must be {_KINDS[known[key]]}.')


def _values(table: _Table) -> Iterator[Problem]:
    for key, (is_good, message) in _VALUES.items():
        value = table.data.get(key)
        if isinstance(value, str) and not is_good(value):
            yield table.problem("config-value", key, f'"{key}" {message}.')


def _rules(table: _Table) -> Iterator[Problem]:
    for value in as_list(table.data.get("entitlements")):
        rule = as_table(value)
        texts = all(isinstance(rule.get(key), str) for key in ("extension", "kind"))
        if not texts or not set(rule) <= {"extension", "kind", "names", "levels"}:
            message = "each of entitlements has two texts, extension and kind, and may have tables names and levels."
            yield table.problem("config-type", "entitlements", message)


def _locales(table: _Table) -> Iterator[Problem]:
    for tag in as_list(table.data.get("locales")):
        if not isinstance(tag, str) or not _TAG.fullmatch(tag):
            message = f'"{tag}" of locales is no language tag.'
            yield table.problem("config-value", "locales", message, 'Write one such as "en" or "pt-BR".')


def _webhooks(table: _Table) -> Iterator[Problem]:
    is_table = isinstance(table.data.get("webhooks"), dict)
    for key, message, hint in faults_of(as_table(table.data.get("webhooks"))) if is_table else ():
        yield table.problem("config-value", key, message, hint)


def _specs(table: _Table, root: Path) -> Iterator[Problem]:
    patterns = as_list(table.data.get("specs"))
    if table.data.get("specs") == []:
        yield table.problem("config-no-specs", "specs", '"specs" lists nothing.', "Name a document.")
    for pattern in patterns:
        plain = pattern.removeprefix(NOT) if isinstance(pattern, str) else ""
        fault = fault_of(plain) if isinstance(pattern, str) else "must be a text"
        if fault:
            yield table.problem("config-value", "specs", f'"{pattern}" of specs {fault}.')
        else:
            yield from _files(table, plain, root)


def _files(table: _Table, pattern: str, root: Path) -> Iterator[Problem]:
    strange = unlike(pattern, root)
    for name in strange:
        message = f'{name}: a word in braces of "{pattern}" reads differently in the parts of this path.'
        yield table.problem("config-version-mismatch", "specs", message, "Rename the file or its folder.")
    if not strange and not matching(pattern, root):
        yield table.problem("config-no-specs", "specs", f'no file matches "{pattern}".', "Check the path.")


def _twice(tables: Iterable[_Table]) -> Iterator[Problem]:
    """Distributions that would be written to one folder."""
    listed = [(table, str(table.data["name"]).lower()) for table in tables if "name" in table.data]
    count = Counter(name for _, name in listed)
    for table, name in listed:
        if count[name] > 1:
            message = f'"{name}" is the name of {count[name]} distributions.'
            yield table.problem("config-duplicate", "name", message, "Give each its own.")
