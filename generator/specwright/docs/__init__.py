"""The documentation target: pages in Markdown, for each operation, version and language.

In: an `Sdk`. Out: files by path: `<locale>/<version>/…`, `llms.txt` and `llms-full.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specwright.docs.around import auth_page, home_page, index_page, matrix_page
from specwright.docs.llms import llms_full, llms_index
from specwright.docs.migration import migration_page
from specwright.docs.pages import operation_page
from specwright.docs.printing import printed
from specwright.i18n import Voice
from specwright.python import format_python
from specwright.sdk import Sdk, Version

__all__ = ["docs_files"]


def docs_files(sdk: Sdk) -> Mapping[str, bytes]:
    """Every page of the documentation."""
    voices = [Voice(locale) for locale in sdk.locales]
    pages = dict(format_python({path: text for voice in voices for path, text in _pages(sdk, voice)}))
    if voices:
        pages["llms.txt"] = llms_index(sdk, voices[0])
        pages["llms-full.txt"] = llms_full(sdk, voices[0], pages)
    return {path: pages[path].encode() for path in sorted(pages)}


def _pages(sdk: Sdk, voice: Voice) -> Iterator[tuple[str, str]]:
    yield printed("index", home_page(sdk, voice), voice)
    for version in sdk.versions:
        yield from _of_version(sdk, version, voice)
    for old, new in zip(sdk.versions, sdk.versions[1:], strict=False):
        yield printed("migration", migration_page(sdk, old, new, voice), voice)


def _of_version(sdk: Sdk, version: Version, voice: Voice) -> Iterator[tuple[str, str]]:
    if version.namespace:
        yield printed("index", index_page(sdk, version, voice), voice)
    yield printed("scopes", matrix_page(sdk, version, voice), voice)
    for scheme in version.api.schemes:
        yield printed("authentication", auth_page(sdk, version, scheme, voice), voice)
    for operation in version.api.operations:
        yield printed("operation", operation_page(sdk, version, operation, voice), voice)
