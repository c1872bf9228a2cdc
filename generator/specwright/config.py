"""Configuration: what `specwright.toml` asks for, or what the arguments of an ad-hoc run do.

In: the file's text, or SPEC arguments. Out: a frozen `Config`; `Refused` with every problem of the file.

A pattern such as `specs/{version}/scheduler-meetings-v{version}.json` collects the versions of one SDK; `{version}`
stands for one folder or part of a name, and reads the same wherever it stands; a `v` before it is not doubled
(`v3/name-v3.json`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import cast

from specwright.build import EntitlementRule
from specwright.problems import Origin, Position, Problem, Refused

__all__ = ["CONFIG_NAME", "Config", "SdkConfig", "Source", "ad_hoc", "find_config", "read_config"]

CONFIG_NAME = "specwright.toml"
_KEYS: Mapping[str, type] = {
    "name": str,
    "package": str,
    "version": str,
    "title": str,
    "specs": list,
    "entitlements": list,
    "client_auth": str,
}
_CLIENT_AUTH = ("basic", "body")
_TEXT = {"name": "the distribution's name", "specs": "a list of paths or patterns"}


@dataclass(frozen=True, slots=True)
class Source:
    """One document: its path, its name in messages, its version by the pattern (else its own), its overlay."""

    path: Path
    shown: str
    version: str = ""
    overlay: Path | None = None

    @property
    def overlay_shown(self) -> str:
        """The overlay's name in messages."""
        return PurePosixPath(self.shown).with_name(self.overlay.name).as_posix() if self.overlay else ""


@dataclass(frozen=True, slots=True)
class SdkConfig:
    """One distribution to generate."""

    name: str
    package: str
    version: str
    title: str
    sources: tuple[Source, ...]
    entitlements: tuple[EntitlementRule, ...] = ()
    client_auth: str = "basic"


@dataclass(frozen=True, slots=True)
class Config:
    """A whole run: the folder that names are relative to, the output folder, the distributions."""

    root: Path
    output: Path
    sdks: tuple[SdkConfig, ...]
    file: Path | None = None


def find_config(start: Path) -> Path | None:
    """The nearest configuration at or above a folder."""
    return next((each / CONFIG_NAME for each in (start, *start.parents) if (each / CONFIG_NAME).is_file()), None)


def read_config(path: Path, output: Path | None = None) -> Config:
    """The configuration in a file."""
    root = path.parent.resolve()
    data = _parsed(path)
    problems = [*_unknown(data, ("output", "sdk"), path)]
    listed = _list(data.get("sdk"))
    sdks: list[SdkConfig] = []
    for index, table in enumerate(listed):
        found = [*_table_problems(table, index, path)]
        problems += found
        if not found:
            sdks.append(_sdk(_table(table), root))
            problems += _no_sources(sdks[-1], index, path)
    if not listed:
        problems.append(Problem("config-no-sdk", Origin(path.name), "no [[sdk]] is configured.", "Add one."))
    if problems:
        raise Refused(problems)
    return Config(root, output or root / str(data.get("output", "output")), tuple(sdks), path)


def ad_hoc(specs: tuple[Path, ...], output: Path | None, package: str | None) -> Config:
    """The configuration that SPEC arguments stand for: one distribution, named after the first document."""
    base = Path.cwd()
    name = package or specs[0].stem
    sources = tuple(_source(path, base) for path in specs)
    sdk = SdkConfig(_distribution(name), _identifier(name), "0.1.0", "", sources)
    return Config(base, output or base / "output", (sdk,))


def _parsed(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        position = Position(int(found[1]), int(found[2])) if found else None
        message = str(error).partition(" (at ")[0]
        raise Refused([Problem("config-malformed", Origin(path.name), f"{message}.", position=position)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Refused([Problem("config-unreadable", Origin(path.name), f"cannot be read: {error}.")]) from error


def _unknown(table: Mapping[str, object], known: tuple[str, ...], path: Path, pointer: str = "") -> Iterator[Problem]:
    for key in sorted(set(table) - set(known)):
        hint = f"Known: {', '.join(known)}."
        yield Problem("config-unknown-key", Origin(path.name, pointer), f'"{key}" is no setting.', hint)


def _table_problems(value: object, index: int, path: Path) -> Iterator[Problem]:
    pointer = f"/sdk/{index}"
    table = _table(value)
    if not table:
        yield Problem("config-type", Origin(path.name, pointer), "sdk must be a list of tables.", "Write [[sdk]].")
        return
    yield from _unknown(table, tuple(_KEYS), path, pointer)
    for key, meaning in _TEXT.items():
        if key not in table:
            yield Problem("config-missing-key", Origin(path.name, pointer), f'"{key}" is missing: {meaning}.')
    for key, kind in _KEYS.items():
        if key in table and not isinstance(table[key], kind):
            yield Problem("config-type", Origin(path.name, pointer), f'"{key}" must be a {kind.__name__}.')
    if table.get("client_auth", "basic") not in _CLIENT_AUTH:
        message = '"client_auth" must be "basic" or "body": how a token endpoint wants the client\'s id and secret.'
        yield Problem("config-value", Origin(path.name, pointer), message)
    for rule in _list(table.get("entitlements")):
        if set(_table(rule)) != {"extension", "kind"}:
            message = "each of entitlements has two keys, extension and kind."
            yield Problem("config-type", Origin(path.name, pointer), message)


def _no_sources(sdk: SdkConfig, index: int, path: Path) -> Iterator[Problem]:
    if not sdk.sources:
        message = f'no file matches the specs of "{sdk.name}".'
        yield Problem("config-no-specs", Origin(path.name, f"/sdk/{index}"), message, "Check the paths.")


def _sdk(table: Mapping[str, object], root: Path) -> SdkConfig:
    name = str(table["name"])
    rules = (_table(rule) for rule in _list(table.get("entitlements")))
    return SdkConfig(
        name=name,
        package=str(table.get("package", _identifier(name))),
        version=str(table.get("version", "0.1.0")),
        title=str(table.get("title", "")),
        sources=tuple(each for pattern in _list(table["specs"]) for each in _matching(str(pattern), root)),
        client_auth=str(table.get("client_auth", "basic")),
        entitlements=tuple(EntitlementRule(str(rule["extension"]), str(rule["kind"])) for rule in rules),
    )


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _table(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _matching(pattern: str, root: Path) -> tuple[Source, ...]:
    """The files of a pattern by name, each with what `{version}` stood for."""
    wanted = re.compile("".join(_expression(pattern)))
    found: list[tuple[Path, str]] = []
    for path in sorted(root.glob(pattern.replace("{version}", "*"))):
        shown = path.relative_to(root).as_posix()
        match = wanted.fullmatch(shown)
        if match is None:
            message = f'"{{version}}" of the pattern "{pattern}" reads differently in the parts of this path.'
            raise Refused(
                [Problem("config-version-mismatch", Origin(shown), message, "Rename the file or its folder.")]
            )
        found.append((path, match.groupdict().get("version", "")))
    return tuple(_source(path, root, version) for path, version in found)


def _expression(pattern: str) -> Iterator[str]:
    """The pattern as a regular expression; later versions are the first one, with or without its `v`."""
    first = True
    for part in re.split(r"(\{version\}|\*)", pattern):
        if part == "{version}":
            yield "(?P<version>v?(?P<bare>[^/]+?))" if first else "(?:(?P=version)|(?P=bare))"
            first = False
        else:
            yield "[^/]*" if part == "*" else re.escape(part)


def _source(path: Path, root: Path, version: str = "") -> Source:
    whole = path.resolve()
    shown = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()
    beside = whole.with_name(f"{whole.stem}.overlay.yaml")
    return Source(whole, shown, version, beside if beside.is_file() else None)


def _identifier(name: str) -> str:
    plain = re.sub(r"\W+", "_", name).strip("_").lower()
    return plain if plain.isidentifier() else f"api_{plain}"


def _distribution(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower() or "api"
