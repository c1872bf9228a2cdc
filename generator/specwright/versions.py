"""Versions: the documents of one distribution, oldest first, each with its namespace.

In: a distribution's configuration, and its documents as the IR. Out: an `Sdk`. A version is what `{version}` stood for
in the pattern, else `info.version`. `v9` is older than `2026-03`, and the newest that is not a preview is the default.

A version may have many documents, if their pattern names them (`{api}`). Their models then go by that name. Of two
documents of one name (a vendor's releases) the later path counts first and keeps the name; the other one's gets what
the stars stood for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specwright.config import SdkConfig, Source
from specwright.i18n import Locale
from specwright.ir import Api
from specwright.load import Document
from specwright.merging import GivenWay, merge
from specwright.names import Pins, name, snake
from specwright.problems import Problem, Refused
from specwright.sdk import Sdk, Version

__all__ = ["Part", "arrange", "declared_twice", "namespace_of", "newest"]

_PREVIEW = re.compile(r"alpha|beta|preview|rc\d*$|dev|draft", re.IGNORECASE)
_APART = (
    "Give each document its own version, make them two distributions, or name the documents in the pattern of specs "
    "({api}), which puts them into one."
)
_TWICE = 'Take a document away in specs ("!path"), or mend one by an overlay.'
_DATE = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Part:
    """One document: what the configuration says of it, its IR, and its data."""

    source: Source
    api: Api
    document: Document


def arrange(
    config: SdkConfig, parts: Iterable[Part], locales: tuple[Locale, ...] = (), pins: Mapping[str, Pins] | None = None
) -> Sdk:
    """The distribution with its versions in order; `pins` by namespace, if there is a names ledger."""
    by_version: dict[str, list[Part]] = {}
    for part in parts:
        by_version.setdefault(part.source.version or part.api.version or "0", []).append(part)
    told = sorted(by_version, key=_age)
    _distinct(told, by_version)
    spaces = {text: "" if len(told) == 1 else namespace_of(text) for text in told}
    held = {text: None if pins is None else pins.get(spaces[text], Pins()) for text in told}
    versions = tuple(_version(config, text, spaces[text], by_version[text], held[text]) for text in told)
    default = versions[told.index(newest(told))]
    return Sdk(
        distribution=config.name,
        package=config.package,
        version=config.version,
        title=config.title or default.api.title,
        versions=versions,
        default=default,
        client_auth=config.client_auth,
        locales=locales,
        webhooks=config.webhooks,
    )


def newest(told: Iterable[str]) -> str:
    """Of versions by what they are called, the one at the top of the package."""
    ordered = sorted(told, key=_age)
    stable = [text for text in ordered if not _PREVIEW.search(text)]
    return (stable or ordered)[-1]


def declared_twice(version: Version) -> Iterator[Problem]:
    """What the documents of a version say differently of the same operations; one problem for each two documents."""
    pairs: dict[tuple[str, str], list[GivenWay]] = {}
    for each in version.given_way:
        if not each.is_same:
            pairs.setdefault((each.file, each.by), []).append(each)
    for (_, by), listed in pairs.items():
        more = f" and {len(listed) - 1} more" if len(listed) > 1 else ""
        stand = "stands" if len(listed) == 1 else "stand"
        message = f"{listed[0].key}{more} {stand} in {by} too, in another way; that one is generated."
        yield Problem("operation-declared-twice", listed[0].origin, message, _TWICE, "warning")


def _version(config: SdkConfig, text: str, namespace: str, parts: list[Part], pins: Pins | None) -> Version:
    if not parts[0].source.named:
        api, document = parts[0].api, parts[0].document
        keys = (*(each.key for each in api.operations), *(each.key for each in api.webhooks))
        names = name(api, pins=pins)
        return Version(namespace, api, names, {document.file: document}, dict.fromkeys(keys, document.file))
    ordered = sorted(parts, key=lambda part: _natural(part.source.shown), reverse=True)
    ordered.sort(key=lambda part: part.source.named)
    spaces = _spaces(ordered)
    merged = merge(config.title or config.name, text, {spaces[each.source.shown]: each.api for each in ordered})
    files = {spaces[part.source.shown]: part.document.file for part in parts}
    names = name(merged.api, {file: space for space, file in files.items()}, merged.homes, pins)
    documents = {part.document.file: part.document for part in parts}
    homes = {key: files[space] for key, space in merged.homes.items()}
    return Version(namespace, merged.api, names, documents, homes, merged.given_way)


def _spaces(parts: Iterable[Part]) -> Mapping[str, str]:
    """The name that each document's models go by, the first of one name keeping it."""
    told: dict[str, str] = {}
    for part in parts:
        plain, longer = " ".join(part.source.named), " ".join((*part.source.named, *part.source.stars))
        names = [namespace_of(snake(each)) for each in (plain, longer, part.source.shown)]
        told[part.source.shown] = next(name for name in names if name not in told.values())
    return told


def _natural(text: str) -> list[tuple[int, str]]:
    """A key by which `9` comes before `10`."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", text)]


def _age(text: str) -> tuple[bool, tuple[int, ...], bool, str]:
    numbers = tuple(int(number) for number in re.findall(r"\d+", text))
    return (bool(_DATE.match(text)), numbers, not _PREVIEW.search(text), text)


def namespace_of(text: str) -> str:
    """What a version is called as a part of the package."""
    plain = re.sub(r"\W+", "_", text).strip("_").lower()
    return plain if plain[:1].isalpha() else f"v{plain}"


def _distinct(told: Iterable[str], by_version: Mapping[str, list[Part]]) -> None:
    """Refuse versions that would be one namespace, unless the pattern tells their documents apart."""
    seen: dict[str, Part] = {}
    problems: list[Problem] = []
    for text in told:
        namespace = namespace_of(text)
        for part in by_version[text]:
            other = seen.get(namespace)
            if other and not (part.source.named and other in by_version[text] and other.source.named):
                message = f'has the same version as {other.api.origin.file}: both would be "{namespace}".'
                problems.append(Problem("version-clash", part.api.origin, message, _APART))
            seen[namespace] = part
    if problems:
        raise Refused(problems)
