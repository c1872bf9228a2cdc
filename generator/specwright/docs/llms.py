"""`llms.txt` and `llms-full.txt`: the pages for readers that are programs.

In: an SDK, the voice of the source language, and the pages. Out: two texts in the form of the llms.txt convention: a
title, a summary in a quote, and lists of links; and all pages in one.
"""

from __future__ import annotations

from collections.abc import Mapping

from specwright.docs import paths
from specwright.docs.pages import title_of
from specwright.i18n import Voice
from specwright.markdown import inline
from specwright.sdk import Sdk

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
            lines.append(
                f"- [{title}]({paths.operation_page(tag, version, operation)}): `{operation.method} {operation.path}`"
            )
        lines.append(f"- [Scopes and operations]({paths.scopes(tag, version)})")
    others = [each for each in sdk.locales if each.tag != tag]
    if others:
        lines += ["", "## Optional", ""]
        lines += [f"- [{each.name}]({paths.index(each.tag)})" for each in others]
    return "\n".join(lines) + "\n"


def llms_full(sdk: Sdk, voice: Voice, pages: Mapping[str, str]) -> str:
    """All pages of operations in the source language, the newest version first, one after the other."""
    tag = voice.locale.tag
    wanted = [
        paths.operation_page(tag, version, operation)
        for version in reversed(sdk.versions)
        for operation in sorted(version.api.operations, key=lambda each: version.names.operations[each.key])
    ]
    return "\n\n---\n\n".join(pages[path].rstrip("\n") for path in wanted) + "\n" if wanted else ""
