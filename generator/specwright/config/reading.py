"""Reading: `specwright.toml` as a `Config`.

In: a path. Out: a `Config`, or `Refused` with every problem of the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from specwright.config.checks import as_list, as_table, check
from specwright.config.differences import diff_rules
from specwright.config.packages import package_of
from specwright.config.paging import paging_rules
from specwright.config.patterns import NOT, matching
from specwright.config.values import Config, SdkConfig, Source
from specwright.config.webhooks import signature_rule
from specwright.problems import Origin, Position, Problem, Refused
from specwright.rules import EntitlementRule

__all__ = ["CONFIG_NAME", "find_config", "read_config"]

CONFIG_NAME = "specwright.toml"


def find_config(start: Path) -> Path | None:
    """The nearest configuration at or above a folder."""
    return next((each / CONFIG_NAME for each in (start, *start.parents) if (each / CONFIG_NAME).is_file()), None)


def read_config(path: Path, output: Path | None = None) -> Config:
    """The configuration in a file."""
    root = path.parent.resolve()
    text = _text(path)
    data = _parsed(path.name, text)
    problems = check(path.name, text, data, root)
    if problems:
        raise Refused(problems)
    tables = enumerate(as_table(table) for table in as_list(data["sdk"]))
    sdks = tuple(
        replace(_sdk(table, root), paging=tuple(paging_rules(path.name, text, index, as_list(table.get("paging")))))
        for index, table in tables
    )
    changes = diff_rules(path.name, text, as_table(data.get("diff")))
    return Config(root, output or root / str(data.get("output", "output")), sdks, path, changes)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise Refused([Problem("config-unreadable", Origin(path.name), "the file is not UTF-8.")]) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused([Problem("config-unreadable", Origin(path.name), f"cannot be read: {reason}.")]) from error


def _parsed(name: str, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).rpartition(" (at ")
        found = re.search(r"line (\d+), column (\d+)", place)
        end = Position(text.count("\n") + 1, len(text.rpartition("\n")[2]) + 1)
        position = Position(int(found[1]), int(found[2])) if found else end
        raise Refused([Problem("config-malformed", Origin(name), f"{message}.", position=position)]) from error


def _sdk(table: Mapping[str, object], root: Path) -> SdkConfig:
    name = str(table["name"])
    rules = (as_table(rule) for rule in as_list(table.get("entitlements")))
    specs = tuple(str(pattern) for pattern in as_list(table["specs"]))
    return SdkConfig(
        name=name,
        package=str(table.get("package", package_of(name))),
        version=str(table.get("version", "0.1.0")),
        title=str(table.get("title", "")),
        sources=_sources(specs, root),
        client_auth=str(table.get("client_auth", "basic")),
        entitlements=tuple(_rule(rule) for rule in rules),
        locales=tuple(str(tag) for tag in as_list(table.get("locales", ["en"]))),
        catalogues=str(table.get("catalogues", "specs/locales")),
        webhooks=signature_rule(as_table(table["webhooks"])) if "webhooks" in table else None,
        specs=specs,
        changelog=str(table.get("changelog", "")),
    )


def _sources(patterns: tuple[str, ...], root: Path) -> tuple[Source, ...]:
    """Every document that an entry means and none takes away, each once."""
    kept = [pattern for pattern in patterns if not pattern.startswith(NOT)]
    taken = [pattern.removeprefix(NOT) for pattern in patterns if pattern.startswith(NOT)]
    meant = {each.shown: each for pattern in kept for each in matching(pattern, root)}
    without = {each.shown for pattern in taken for each in matching(pattern, root)}
    return tuple(each for shown, each in meant.items() if shown not in without)


def _rule(rule: Mapping[str, object]) -> EntitlementRule:
    return EntitlementRule(
        str(rule["extension"]), str(rule["kind"]), _labels(rule.get("names")), _labels(rule.get("levels"))
    )


def _labels(value: object) -> tuple[tuple[str, str], ...]:
    return tuple((key, str(label)) for key, label in sorted(as_table(value).items()))
