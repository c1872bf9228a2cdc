"""Options: what the tables of the two hooks in `pyproject.toml` ask for.

In: a table as hatchling reads it. Out: `Options`, and the configuration and the SDK that they mean; `Refused` with
every problem of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from specwright.config import CONFIG_NAME, Config, SdkConfig, read_config
from specwright.hatch.project import Project
from specwright.problems import Problem, Refused

__all__ = ["BUILD", "METADATA", "Options", "Table", "configured", "options_of"]


@dataclass(frozen=True, slots=True)
class Table:
    """A hook's table: its name, its options, and those that hatchling itself reads."""

    name: str
    own: Mapping[str, type]
    hatch: tuple[str, ...] = ()


BUILD = Table(
    "tool.hatch.build.hooks.specwright",
    {"config": str, "sdk": str, "path": str, "check": bool},
    ("dependencies", "enable-by-default", "require-runtime-dependencies", "require-runtime-features"),
)
METADATA = Table("tool.hatch.metadata.hooks.specwright", {"config": str, "sdk": str, "dependencies": list}, ("path",))
_KINDS: Mapping[type, str] = {str: "a text", bool: "true or false", list: "a list of texts"}


@dataclass(frozen=True, slots=True)
class Options:
    """Which configuration, which SDK of it, where its package goes, and whether it is generated or only checked."""

    config: str = CONFIG_NAME
    sdk: str = ""
    path: str = ""
    check: bool = False
    dependencies: tuple[str, ...] = ()


def options_of(values: Mapping[str, object], table: Table, project: Project) -> Options:
    """The options of a table."""
    if problems := tuple(_problems(values, table, project)):
        raise Refused(problems)
    own = {key: value for key, value in values.items() if key in table.own}
    return Options(
        str(own.get("config", CONFIG_NAME)),
        str(own.get("sdk", "")),
        str(own.get("path", "")).strip("/"),
        own.get("check") is True,
        tuple(str(each) for each in cast("list[object]", own.get("dependencies", []))),
    )


def configured(options: Options, table: Table, project: Project) -> tuple[Config, SdkConfig]:
    """The configuration that is meant, and its SDK that is to be built."""
    path = project.root / options.config
    if not path.is_file():
        message = f'there is no file "{options.config}" in the project.'
        raise Refused([project.problem("no-config", table.name, "config", message, 'Write one, or name it: "config".')])
    config = read_config(path)
    found = [sdk for sdk in config.sdks if sdk.name == options.sdk] if options.sdk else list(config.sdks)
    if len(found) != 1:
        raise Refused([_choice(config, options, table, project)])
    return config, found[0]


def _choice(config: Config, options: Options, table: Table, project: Project) -> Problem:
    names = ", ".join(f'"{sdk.name}"' for sdk in config.sdks)
    if options.sdk:
        message = f'"{options.sdk}" is no [[sdk]] of {options.config}.'
        return project.problem("unknown-sdk", table.name, "sdk", message, f"Known: {names}.")
    message = f"{options.config} lists {len(config.sdks)} SDKs."
    return project.problem("unknown-sdk", table.name, "", message, f'Say which one: "sdk" is one of {names}.')


def _problems(values: Mapping[str, object], table: Table, project: Project) -> Iterator[Problem]:
    for key, value in values.items():
        if key in table.hatch:
            continue
        kind = table.own.get(key)
        if kind is None:
            known = ", ".join(table.own)
            yield project.problem("unknown-option", table.name, key, f'"{key}" is no option.', f"Known: {known}.")
        elif not _fits(value, kind):
            message = f'"{key}" must be {_KINDS[kind]}.'
            yield project.problem("option-type", table.name, key, message)
        elif key == "path" and not _is_package(str(value)):
            message = f'"{value}" is no place for a package in a wheel.'
            yield project.problem("option-value", table.name, key, message, 'Write it such as "shop" or "acme/shop".')


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, list):
        return kind is list and all(isinstance(each, str) for each in cast("list[object]", value))
    return isinstance(value, kind)


def _is_package(path: str) -> bool:
    return all(part.isidentifier() for part in Path(path.strip("/")).as_posix().split("/"))
