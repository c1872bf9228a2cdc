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
from specwright.docs.printing import Press, press
from specwright.docs.webhooks import webhook_page
from specwright.docs.written import written_pages
from specwright.i18n import Voice
from specwright.python import format_python
from specwright.sdk import Sdk, Version

__all__ = ["docs_files", "written_pages"]


def docs_files(sdk: Sdk, _jobs: int = 1) -> Mapping[str, bytes]:
    """Every page of the documentation."""
    texts = {path: text for locale in sdk.locales for path, text in _pages(sdk, press(locale, sdk.cache))}
    pages = dict(format_python(texts, sdk.cache))
    if sdk.locales:
        voice = Voice(sdk.locales[0])
        pages["llms.txt"] = llms_index(sdk, voice)
        pages["llms-full.txt"] = llms_full(sdk, voice, pages)
    return {path: pages[path].encode() for path in sorted(pages)}


def _pages(sdk: Sdk, press: Press) -> Iterator[tuple[str, str]]:
    if len(sdk.versions) > 1:
        yield press.printed("index", partial(home_page, sdk))
        yield press.printed("changelog", partial(changelog_page, sdk))
    for version in sdk.versions:
        yield from _of_version(sdk, version, press)
    for old, new in pairwise(sdk.versions):
        yield press.printed("migration", partial(migration_page, sdk, old, new))


def _of_version(sdk: Sdk, version: Version, press: Press) -> Iterator[tuple[str, str]]:
    yield press.printed("index", partial(index_page, sdk, version))
    yield press.printed("scopes", partial(matrix_page, sdk, version))
    for scheme in version.api.schemes:
        yield press.printed("authentication", partial(auth_page, sdk, version, scheme))
    for operation in version.api.operations:
        yield press.printed("operation", partial(operation_page, sdk, version, operation))
    for webhook in version.api.webhooks:
        yield press.printed("webhook", partial(webhook_page, sdk, version, webhook))
