"""Reading: the file of recorded releases.

In: its text, or a configuration that names it. Out: `ReleaseNotes` in the order of the file, or `Refused` with every
problem of it, each with the line of its table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from specwright.config import Config, as_list, as_table, is_release
from specwright.history.values import SECTIONS, Note, ReleaseNotes, Section
from specwright.problems import Origin, Position, Problem, Refused

__all__ = ["UNRELEASED", "parse", "read_histories", "text_of"]

UNRELEASED = "unreleased"
"""The version of what has no number yet."""

_RELEASE = re.compile(r"\s*\[\[\s*release\s*\]\]")
_CHANGE = re.compile(r"\s*\[\[\s*release\s*\.\s*change\s*\]\]")
_SECTIONS: Mapping[str, Section] = {section: section for section in SECTIONS}
_TEXTS = ("id", "section", "effect", "sentence", "api")


def read_histories(config: Config) -> Mapping[str, tuple[ReleaseNotes, ...]]:
    """The releases of each distribution that asks for its changelog."""
    found: dict[str, tuple[ReleaseNotes, ...]] = {}
    for sdk in config.sdks:
        if sdk.changelog:
            releases = parse(text_of(config.root / sdk.changelog, sdk.changelog), sdk.changelog)
            found[sdk.name] = tuple(each for each in releases if each.package == sdk.name)
    return found


def parse(text: str, shown: str) -> tuple[ReleaseNotes, ...]:
    """The releases in the text of a file that messages call by `shown`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).rpartition(" (at ")
        line = re.search(r"line (\d+)", place)
        position = Position(int(line[1]) if line else text.count("\n") + 1, 1)
        raise Refused([Problem("changes-malformed", Origin(shown), f"{message}.", position=position)]) from error
    problems = tuple(_problems(data, text, shown))
    if problems:
        raise Refused(problems)
    return tuple(_release(as_table(each)) for each in as_list(data.get("release")))


def text_of(path: Path, shown: str) -> str:
    """The text of the file, empty where there is none."""
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise Refused([Problem("changes-unreadable", Origin(shown), "the file is not UTF-8.")]) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused([Problem("changes-unreadable", Origin(shown), f"cannot be read: {reason}.")]) from error


def _release(table: Mapping[str, object]) -> ReleaseNotes:
    notes = tuple(_note(as_table(each)) for each in as_list(table.get("change")))
    return ReleaseNotes(str(table["package"]), str(table["version"]), str(table.get("date", "")), notes)


def _note(table: Mapping[str, object]) -> Note:
    texts = {key: str(table.get(key, "")) for key in _TEXTS}
    breaking = table.get("breaking") is True
    section = _SECTIONS[texts["section"]]
    return Note(texts["id"], section, breaking, texts["effect"], texts["sentence"], texts["api"])


def _problems(data: Mapping[str, object], text: str, shown: str) -> Iterator[Problem]:
    lines = text.splitlines()
    releases = [number for number, line in enumerate(lines, 1) if _RELEASE.match(line)]
    changes = iter([number for number, line in enumerate(lines, 1) if _CHANGE.match(line)])
    for key in data:
        if key != "release":
            yield _problem(shown, 1, f'"{key}" is no part of a record of releases.', "Write [[release]].")
    seen: set[tuple[object, object]] = set()
    for number, value in enumerate(as_list(data.get("release"))):
        line, table = releases[number] if number < len(releases) else 1, as_table(value)
        yield from (_problem(shown, line, message) for message in _of_release(table))
        called = (table.get("package"), table.get("version"))
        if called in seen:
            yield _problem(shown, line, f"{called[0]} {called[1]} is recorded twice.", "Make it one [[release]].")
        seen.add(called)
        for each in as_list(table.get("change")):
            line = next(changes, line)
            yield from (_problem(shown, line, message) for message in _of_change(as_table(each)))


def _of_release(table: Mapping[str, object]) -> Iterator[str]:
    known = ("package", "version", "date", "change")
    yield from (f'"{key}" is no part of a release.' for key in table if key not in known)
    if not isinstance(table.get("package"), str):
        yield '"package" is missing: the name of a distribution of the configuration.'
    version = table.get("version")
    if not (isinstance(version, str) and (version == UNRELEASED or is_release(version))):
        yield f'"version" must be the version of a release, such as 1.2.0, or "{UNRELEASED}".'


def _of_change(table: Mapping[str, object]) -> Iterator[str]:
    known = (*_TEXTS, "breaking")
    yield from (f'"{key}" is no part of a change.' for key in table if key not in known)
    if table.get("section") not in SECTIONS:
        yield f'"section" must be one of {", ".join(SECTIONS)}.'
    wrong = (key for key in _TEXTS if not isinstance(table.get(key, ""), str))
    yield from (f'"{key}" must be a text.' for key in wrong)
    if not isinstance(table.get("breaking", False), bool):
        yield '"breaking" must be true or false.'
    if not (table.get("effect") or table.get("sentence")):
        yield '"effect" or "sentence" is missing: what changed.'


def _problem(shown: str, line: int, message: str, hint: str = "") -> Problem:
    return Problem("changes-wrong", Origin(shown), message, hint, position=Position(line, 1))
