"""Versions: the documents of one distribution, oldest first, each with its namespace.

In: a distribution's configuration, and its documents as the IR. Out: an `Sdk`. A version is what `{version}` stood for
in the pattern, else `info.version`. `v9` is older than `2026-03`, and the newest that is not a preview is the default.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from specwright.config import SdkConfig, Source
from specwright.i18n import Locale
from specwright.ir import Api
from specwright.load import Document
from specwright.names import Names
from specwright.problems import Problem, Refused
from specwright.sdk import Sdk, Version

__all__ = ["arrange"]

_PREVIEW = re.compile(r"alpha|beta|preview|rc\d*$|dev|draft", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}")


def arrange(
    config: SdkConfig,
    read: Iterable[tuple[Source, Api, Document]],
    name: Callable[[Api], Names],
    locales: tuple[Locale, ...] = (),
) -> Sdk:
    """The distribution with its versions in order."""
    listed = ((source.version or api.version or "0", api, document) for source, api, document in read)
    told = sorted(listed, key=lambda each: _age(each[0]))
    alone = len(told) == 1
    versions = tuple(
        Version("" if alone else _namespace(text), api, name(api), document) for text, api, document in told
    )
    _distinct(versions)
    stable = [version for version, (text, _, _) in zip(versions, told, strict=True) if not _PREVIEW.search(text)]
    default = (stable or versions)[-1]
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


def _age(text: str) -> tuple[bool, tuple[int, ...], bool, str]:
    numbers = tuple(int(number) for number in re.findall(r"\d+", text))
    return (bool(_DATE.match(text)), numbers, not _PREVIEW.search(text), text)


def _namespace(text: str) -> str:
    plain = re.sub(r"\W+", "_", text).strip("_").lower()
    return plain if plain[:1].isalpha() else f"v{plain}"


def _distinct(versions: tuple[Version, ...]) -> None:
    seen: dict[str, Version] = {}
    problems: list[Problem] = []
    for version in versions:
        if version.namespace in seen:
            other = seen[version.namespace].api.origin.file
            message = f'has the same version as {other}: both would be "{version.namespace}".'
            hint = "Give each document its own version, or make them two distributions."
            problems.append(Problem("version-clash", version.api.origin, message, hint))
        seen[version.namespace] = version
    if problems:
        raise Refused(problems)
