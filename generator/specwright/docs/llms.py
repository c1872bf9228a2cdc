"""`llms.txt` and `llms-full.txt`: the pages for readers that are programs.

In: an SDK, the voice of the source language, and the pages. Out: two texts in the form of the llms.txt convention: a
title, a summary in a quote, and lists of links; and all pages in one, their links as they are from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from posixpath import dirname, join, normpath

from specwright.docs import paths
from specwright.docs.incoming import sorted_webhooks, webhook_title
from specwright.docs.pages import title_of
from specwright.i18n import Voice
from specwright.ir import Webhook
from specwright.markdown import code, inline
from specwright.python import MODULES
from specwright.sdk import Sdk, Version

__all__ = ["llms_full", "llms_index"]


def llms_index(sdk: Sdk, voice: Voice) -> str:
    """What there is, with links."""
    tag = voice.locale.tag
    lines = [f"# {inline(sdk.title)}", "", f"> {inline(sdk.default.api.description or sdk.title)}"]
    for version in reversed(sdk.versions):
        names = version.names.operations
        lines += ["", f"## {inline(version.api.title)} {inline(version.api.version)}", ""]
        for operation in sorted(version.api.operations, key=lambda each: names[each.key]):
            title = inline(title_of(version, operation, voice).text)
            url = paths.operation_page(tag, version, operation)
            lines.append(f"- [{title}]({url}): {code(f'{operation.method} {operation.path}')}")
        for webhook in _incoming(version):
            title = inline(webhook_title(version, webhook, voice).text)
            url = paths.webhook_page(tag, version, webhook)
            lines.append(f"- [{title}]({url}): {code(f'{webhook.operation.method} {webhook.name}')}")
        lines += [f"- [{inline(title)}]({url})" for title, url in _around(sdk, version, voice)]
    others = [each for each in sdk.locales if each.tag != tag]
    if others:
        lines += ["", "## Optional", ""]
        lines += [f"- [{each.name}]({paths.index(each.tag)})" for each in others]
    return "\n".join(lines) + "\n"


def llms_full(sdk: Sdk, voice: Voice, pages: Mapping[str, str]) -> str:
    """All pages in the source language, the newest version first, one after the other."""
    tag = voice.locale.tag
    wanted = [
        path
        for version in reversed(sdk.versions)
        for path in (
            *(
                paths.operation_page(tag, version, operation)
                for operation in sorted(version.api.operations, key=lambda each: version.names.operations[each.key])
            ),
            *(paths.webhook_page(tag, version, webhook) for webhook in _incoming(version)),
            *(url for _, url in _around(sdk, version, voice)),
        )
    ]
    return "\n\n---\n\n".join(_from_root(path, pages[path]).rstrip("\n") for path in wanted) + "\n" if wanted else ""


def _incoming(version: Version) -> tuple[Webhook, ...]:
    return tuple(webhook for module in MODULES for webhook in sorted_webhooks(version, module))


def _around(sdk: Sdk, version: Version, voice: Voice) -> Iterator[tuple[str, str]]:
    """The pages beside the operations', by title."""
    tag = voice.locale.tag
    yield voice("Scopes and operations"), paths.scopes(tag, version)
    for scheme in version.api.schemes:
        title = voice("Authentication: {name}").replace("{name}", code(scheme.name))
        yield title, paths.authentication(tag, version, scheme)
    for old, new in pairwise(sdk.versions):
        if new is version:
            told = voice("Moving from {old} to {new}")
            title = told.replace("{old}", old.api.version).replace("{new}", new.api.version)
            yield title, paths.migration(tag, old, new)


_LINK = re.compile(r"(?<=\]\()(?!https?:)([^()\s#]*)(#[^()\s]*)?(?=\))")
_FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)


def _from_root(path: str, page: str) -> str:
    """A page with its links to other pages, and to itself, as they are from the root."""
    parts: list[str] = []
    end = 0
    for fence in _FENCED.finditer(page):
        parts += [_relinked(path, page[end : fence.start()]), fence.group()]
        end = fence.end()
    return "".join([*parts, _relinked(path, page[end:])])


def _relinked(path: str, text: str) -> str:
    return _LINK.sub(
        lambda match: normpath(join(dirname(path), match[1])) + (match[2] or "") if match[1] else path + match[2], text
    )
