"""Files: what each file of the output stands on.

In: a distribution and its rendered files. Out: a `Stand` for each: the places of the specification that it shows, or
all of its documents; the templates that print it; its language, and the tools that had a hand in it.

Why the places are read off the rendered text: it is what the file holds, whatever way it went there.

Why a table of paths for the templates: a renderer names them where it renders, and gives bytes. A test changes each
template in turn and looks whether every file that differs stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from specwright.docs import paths
from specwright.grounds.parts import Place
from specwright.problems import Origin
from specwright.python import operations_in
from specwright.sdk import Sdk, Version
from specwright.templates import template_files, template_root

__all__ = ["CHANGELOG", "Stand", "stands_of"]

CHANGELOG = "python/CHANGELOG.md.jinja"
"""What prints the one file that stands on the record of releases, and on no document."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What a file stands on; `places` are nothing where it is all of `documents`, schemas among it or not."""

    sdk: str
    target: str
    documents: tuple[str, ...]
    places: tuple[Place, ...] | None = None
    templates: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    locale: str = ""
    shows_schemas: bool = True


_TOOLS: Mapping[str, tuple[str, ...]] = {"python": ("ruff",), "docs": ("babel", "ruff")}
_MODELS = ("datamodel-code-generator", "ruff")
_WITHOUT_SCHEMAS: Mapping[str, str] = {
    "python": r"src/.*/(client\.py|resources/(.*/)?__init__\.py)",
    "docs": r"llms\.txt|[^/]+/([^/]+/)?(index|scopes|authentication/[^/]+)\.md",
}
"""Files that list operations and say nothing of what these take and give."""

_NAMED = re.compile(r'{%-? (?:from|import|include) "([^"]+)"')
_CLASS = re.compile(r"^(?:class (?P<name>\w+)\(|(?P<alias>\w+) = TypeAliasType\()", re.MULTILINE)
_PRINTED: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "python": (
        (r"src/\w+/_runtime/(?P<runtime>.+)", ()),
        (r"pyproject\.toml", ("python/pyproject.toml.jinja",)),
        (r"README\.md", ("python/README.md.jinja",)),
        (r"CHANGELOG\.md", (CHANGELOG,)),
        (
            r"src/\w+/__init__\.py",
            ("python/package.py.jinja", "python/runtime/__init__.py", "python/runtime/webhooks.py"),
        ),
        (r"src/\w+/\w+/__init__\.py", ("python/version.py.jinja",)),
        (r"src/.*/client\.py", ("python/client.py.jinja",)),
        (r"src/.*/resources/.*", ("python/resource.py.jinja",)),
        (r"src/.*/(webhooks|callbacks)\.py", ("python/webhooks.py.jinja",)),
        (r"src/.*/models(/\w+)?\.py", ("python/models.py.jinja",)),
        (r"src/.*/_models.*", ("python/former_decorator.py.jinja", "python/former_properties.py.jinja")),
    ),
    "docs": (
        (r"llms\.txt", ()),
        (r"[^/]+/changelog\.md", ("docs/changelog.md.jinja",)),
        (r"[^/]+/([^/]+/)?index\.md", ("docs/index.md.jinja",)),
        (r"[^/]+/([^/]+/)?scopes\.md", ("docs/scopes.md.jinja",)),
        (r"[^/]+/([^/]+/)?authentication/[^/]+\.md", ("docs/authentication.md.jinja",)),
        (r"[^/]+/[^/]+/migrate-from-[^/]+\.md", ("docs/migration.md.jinja",)),
        (r"[^/]+/([^/]+/)?received_.*", ("docs/webhook.md.jinja",)),
        (r"[^/]+/.*\.md", ("docs/operation.md.jinja",)),
    ),
}
"""By target: paths and the templates that print them; the first that fits counts, and a path that none fits is printed
by all."""


def stands_of(sdk: Sdk, target: str, files: Mapping[str, bytes]) -> Mapping[str, Stand]:
    """What each file of a target stands on."""
    shown = _shown_by_pages(sdk) if target == "docs" else _shown_by_modules(sdk, files)
    tags = {locale.tag for locale in sdk.locales}
    first = sdk.locales[0].tag if sdk.locales else ""
    made: dict[str, Stand] = {}
    for path in files:
        tag = path.partition("/")[0]
        locale = (tag if tag in tags else first) if target == "docs" else ""
        templates = (*_templates(target, path), *((f"docs/locales/{locale}/frame.po",) if locale else ()))
        tools = _MODELS if re.search(r"(^|/)_models(/|\.py)", path) else _TOOLS.get(target, ())
        made[path] = Stand(
            sdk=sdk.distribution,
            target=target,
            documents=() if CHANGELOG in templates else _documents(sdk, path),
            places=() if CHANGELOG in templates else shown.get(path),
            templates=templates,
            tools=tools,
            locale=locale,
            shows_schemas=_schemas(target, path),
        )
    return made


def _documents(sdk: Sdk, path: str) -> tuple[str, ...]:
    """The documents of the version that a file belongs to, or of all."""
    folders = path.split("/")[:-1]
    own = [version for version in sdk.versions if version.namespace and version.namespace in folders]
    # A page of migration is about two versions, and one of an operation links to the others.
    meant = sdk.versions if "migrate-from-" in path else own or sdk.versions
    return tuple(file for version in meant for file in sorted(version.documents))


def _shown_by_pages(sdk: Sdk) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for version in sdk.versions:
        for locale in sdk.locales:
            for operation in version.api.operations:
                page = paths.operation_page(locale.tag, version, operation)
                found[page] = (*found.get(page, ()), _place(version, operation.origin))
            for webhook in version.api.webhooks:
                page = paths.webhook_page(locale.tag, version, webhook)
                found[page] = (*found.get(page, ()), _place(version, webhook.operation.origin))
    return found


def _shown_by_modules(sdk: Sdk, files: Mapping[str, bytes]) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    models = _models(sdk)
    source = f"src/{sdk.package}/"
    for path, content in files.items():
        own = path.removeprefix(source)
        if "_runtime/" in own or not path.startswith(source):
            continue
        if re.search(r"(^|/)_models(/|\.py)", own) and not own.endswith("__init__.py"):
            named = (each["name"] or each["alias"] for each in _CLASS.finditer(content.decode()))
            found[path] = tuple(sorted({place for name in named for place in _meant(models, name, own)}))
        elif "resources/" in own:
            version = next((each for each in sdk.versions if own.startswith(f"{each.namespace}/")), sdk.default)
            places = {each.key: _place(version, each.origin) for each in version.api.operations}
            keys = operations_in(content.decode())
            if keys and keys <= places.keys():
                found[path] = tuple(sorted(places[key] for key in keys))
    return found


def _models(sdk: Sdk) -> Mapping[str, tuple[tuple[str, str, Place], ...]]:
    """By name: the namespace, the space and the place of each model that has it."""
    found: dict[str, tuple[tuple[str, str, Place], ...]] = {}
    for version in sdk.versions:
        for key, name in version.names.models.items():
            if key in version.models:
                space, place = version.names.spaces.get(key, ""), _place(version, version.models[key].origin)
                found[name] = (*found.get(name, ()), (version.namespace, space, place))
    return found


def _meant(models: Mapping[str, tuple[tuple[str, str, Place], ...]], name: str, path: str) -> Iterator[Place]:
    """The places of the models that a module may mean by a name: its own space's, or those of all that share it."""
    listed = models.get(name, ())
    namespace, _, module = path.removesuffix(".py").rpartition("_models")
    own = [each for each in listed if each[:2] == (namespace.rstrip("/"), module.lstrip("/"))]
    yield from (place for _, _, place in own or listed)


def _place(version: Version, origin: Origin) -> Place:
    """A place as the published document has it."""
    document = version.documents.get(origin.file)
    return origin.file, document.published_at(origin.pointer) if document else origin.pointer


def _schemas(target: str, path: str) -> bool:
    return re.fullmatch(_WITHOUT_SCHEMAS.get(target, "(?!)"), path) is None


@cache
def _templates(target: str, path: str) -> tuple[str, ...]:
    for pattern, names in _PRINTED.get(target, ()):
        if match := re.fullmatch(pattern, path):
            runtime = match.groupdict().get("runtime")
            return (f"python/runtime/{runtime}",) if runtime else tuple(dict.fromkeys(_with_parts(names)))
    return tuple(name for name, _ in template_files() if name.startswith(f"{target}/"))


def _with_parts(names: tuple[str, ...]) -> Iterator[str]:
    """Templates, and those that they take parts from."""
    for name in names:
        yield name
        if name.endswith(".jinja"):
            yield from _with_parts(tuple(_NAMED.findall((template_root() / name).read_text("utf-8"))))
