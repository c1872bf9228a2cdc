"""Paths: where each page lies, and how one leads to another.

In: versions, names, locales. Out: paths below the docs folder
(`en/v2026_09/scheduler/meetings/meeting-links/book.md`), and relative links between them, so that pages work on a code
host, in a folder and on a site alike.
"""

from __future__ import annotations

from hashlib import sha256
from posixpath import dirname, relpath

from specwright.ir import Operation, Scheme, Webhook
from specwright.markdown import slug
from specwright.sdk import Version

__all__ = ["authentication", "changelog", "index", "link", "migration", "operation_page", "scopes", "webhook_page"]

_LONGEST = 120


def operation_page(locale: str, version: Version, operation: Operation) -> str:
    """The page of an operation: its public name as folders."""
    name = version.names.operations[operation.key]
    steps = [_segment(step.strip("_").replace("_", "-")) for step in (*name.resource, name.method)]
    return "/".join([folder(locale, version), *steps]) + ".md"


def webhook_page(locale: str, version: Version, webhook: Webhook) -> str:
    """The page of a webhook or a callback. No operation's folder has a `_`, so the two never meet."""
    name = version.names.webhooks[webhook.key]
    steps = [_segment(step.strip("_").replace("_", "-")) for step in (*name.below, name.own)]
    return "/".join([folder(locale, version), f"received_{name.module}", *steps]) + ".md"


def index(locale: str, version: Version | None = None) -> str:
    """The index of a version, or of a language."""
    return f"{folder(locale, version)}/index.md" if version else f"{locale}/index.md"


def scopes(locale: str, version: Version) -> str:
    """The matrix of scopes and operations."""
    return f"{folder(locale, version)}/scopes.md"


def authentication(locale: str, version: Version, scheme: Scheme) -> str:
    """The page of a security scheme."""
    return f"{folder(locale, version)}/authentication/{_segment(scheme.name)}.md"


def changelog(locale: str) -> str:
    """The list of all versions with their changes."""
    return f"{locale}/changelog.md"


def migration(locale: str, old: Version, new: Version) -> str:
    """The page that leads from one version to its neighbour."""
    return f"{folder(locale, new)}/migrate-from-{_segment(old.namespace)}.md"


def _segment(name: str) -> str:
    """A name as a folder or a file; one that a file system would refuse is cut, and a digest of it tells it apart."""
    whole = slug(name)
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 17]}-{sha256(name.encode()).hexdigest()[:16]}"


def folder(locale: str, version: Version) -> str:
    """The folder of a version's pages; a package with one version has no further level."""
    return "/".join(part for part in (locale, version.namespace) if part)


def link(here: str, there: str) -> str:
    """The way from one page to another."""
    return relpath(there, dirname(here) or ".")
