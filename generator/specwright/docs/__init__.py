"""The documentation target: pages in Markdown, for each operation, version and language.

In: an `Sdk`. Out: files by path: `<locale>/<version>/…`, `llms.txt` and `llms-full.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise

from specwright.docs.around import auth_page, home_page, index_page, matrix_page
from specwright.docs.llms import llms_full, llms_index
from specwright.docs.migration import changelog_page, migration_page
from specwright.docs.pages import operation_page
from specwright.docs.printing import printed
from specwright.docs.webhooks import webhook_page
from specwright.docs.written import written_pages
from specwright.i18n import Locale, Voice
from specwright.python import format_python
from specwright.sdk import Sdk, Version

__all__ = ["docs_files", "written_pages"]


def docs_files(sdk: Sdk, _jobs: int = 1) -> Mapping[str, bytes]:
    """Every page of the documentation."""
    pages = dict(format_python({path: text for locale in sdk.locales for path, text in _pages(sdk, locale)}))
    if sdk.locales:
        voice = Voice(sdk.locales[0])
        pages["llms.txt"] = llms_index(sdk, voice)
        pages["llms-full.txt"] = llms_full(sdk, voice, pages)
    return {path: pages[path].encode() for path in sorted(pages)}


def _pages(sdk: Sdk, locale: Locale) -> Iterator[tuple[str, str]]:
    if len(sdk.versions) > 1:
        yield printed("index", locale, partial(home_page, sdk))
        yield printed("changelog", locale, partial(changelog_page, sdk))
    for version in sdk.versions:
        yield from _of_version(sdk, version, locale)
    for old, new in pairwise(sdk.versions):
        yield printed("migration", locale, partial(migration_page, sdk, old, new))


def _of_version(sdk: Sdk, version: Version, locale: Locale) -> Iterator[tuple[str, str]]:
    yield printed("index", locale, partial(index_page, sdk, version))
    yield printed("scopes", locale, partial(matrix_page, sdk, version))
    for scheme in version.api.schemes:
        yield printed("authentication", locale, partial(auth_page, sdk, version, scheme))
    for operation in version.api.operations:
        yield printed("operation", locale, partial(operation_page, sdk, version, operation))
    for webhook in version.api.webhooks:
        yield printed("webhook", locale, partial(webhook_page, sdk, version, webhook))
