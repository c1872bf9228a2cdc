"""Plan: the whole distribution as views.

In: an `Sdk`. Out: a `Plan`: every view, ready for the templates, and the homes of the models.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specwright.python.changelog import changelog_of
from specwright.python.format import LINE_LENGTH
from specwright.python.former import former_models
from specwright.python.members import UNION
from specwright.python.placement import Home as ModelsHome, Placement, place_models, spaces_of
from specwright.python.receivers import first_receiver
from specwright.python.resources import children_of, client_classes, resource_views
from specwright.python.runtime import runtime_exports, webhook_exports
from specwright.python.samples import first_sample, imports_of, samples, with_client
from specwright.python.schemes import credentials_of, scheme_views
from specwright.python.servers import address_sample, base_url_of, server_view
from specwright.python.views import (
    ChangelogView,
    ClientView,
    Credential,
    Home,
    ModelsView,
    PackageView,
    ResourceView,
    VersionView,
    WebhooksView,
)
from specwright.python.webhooks import modules_of, webhook_views
from specwright.requirements import SDK_PYTHON, SDK_REQUIREMENTS
from specwright.sdk import Sdk, Version

__all__ = ["Plan", "plan"]

_ALWAYS = ("AsyncClient", "Client", "models")
"""What every package shows beside the runtime."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be printed; `former` are the names of before that still work."""

    package: PackageView
    clients: tuple[ClientView, ...]
    models: tuple[ModelsView, ...]
    resources: tuple[ResourceView, ...]
    homes: tuple[ModelsHome, ...]
    webhooks: tuple[WebhooksView, ...] = ()
    former: tuple[str, ...] = ()
    changelog: ChangelogView | None = None


def plan(sdk: Sdk) -> Plan:
    """Decide everything about the distribution."""
    placement = place_models(sdk)
    return Plan(
        package=_package(sdk, placement.homes),
        clients=tuple(_client(sdk, version) for version in sdk.versions),
        models=tuple(view for version in sdk.versions for view in _models(version, placement)),
        resources=tuple(view for version in sdk.versions for view in resource_views(version)),
        homes=placement.homes,
        webhooks=tuple(view for version in sdk.versions for view in webhook_views(sdk, version)),
        former=tuple(each for version in sdk.versions for each in version.names.former.every),
        changelog=changelog_of(sdk),
    )


def _package(sdk: Sdk, homes: tuple[ModelsHome, ...]) -> PackageView:
    exports = runtime_exports()
    received = webhook_exports(tuple(name for each in sdk.versions for name in modules_of(each)))
    namespaces = tuple(each.namespace for each in sdk.versions if each.namespace)
    calls = samples(sdk.default)
    first = first_sample(sdk.default)
    credentials = credentials_of(sdk.default.api.schemes)
    return PackageView(
        distribution=sdk.distribution,
        package=sdk.package,
        version=sdk.version,
        requires_python=SDK_PYTHON,
        requirements=SDK_REQUIREMENTS,
        title=sdk.title,
        doc=sdk.default.api.description,
        module=_dotted(sdk.package, sdk.default.namespace),
        home=f".{sdk.default.namespace}",
        home_dot=f".{sdk.default.namespace}." if sdk.default.namespace else ".",
        namespaces=namespaces,
        exports=exports,
        webhook_exports=received,
        modules=modules_of(sdk.default),
        public=tuple(sorted((*exports, *received, *modules_of(sdk.default), *namespaces, *_ALWAYS))),
        line_length=LINE_LENGTH,
        environment=sdk.package.upper(),
        versions=tuple(_version(each) for each in sdk.versions),
        default=sdk.default.namespace,
        has_token_url=any(each.token_url for each in scheme_views(sdk.default.api.schemes)),
        has_unions=any(UNION in schema for home in homes for schema in home.schemas.values()),
        credentials=credentials,
        samples=calls,
        credential=", ".join(filter(None, (*map(_sample, credentials[:1]), address_sample(sdk.default.api)))),
        sample_imports=_listed(imports_of((each.code for each in calls), sdk.package)),
        first_imports=with_client(imports_of((first,), sdk.package), sdk.package),
        first_sample=first,
        first_call=calls[0].code.partition("(")[0].removeprefix("client.") if calls else "",
        server=server_view(sdk.default.api),
        receiver=first_receiver(sdk),
    )


def _sample(credential: Credential) -> str:
    value = '("...", "...")' if credential.annotation.startswith("tuple") else '"..."'
    return f"{credential.name}={value}"


def _version(version: Version) -> VersionView:
    return VersionView(version.namespace, version.api.version, version.api.title, modules_of(version))


def _listed(imports: tuple[str, ...]) -> str:
    *most, last = (f"`{each}`" for each in imports or ("",))
    return (", ".join(most) + " and " if most else "") + last if imports else ""


def _client(sdk: Sdk, version: Version) -> ClientView:
    api = version.api
    classes = client_classes(version)
    return ClientView(
        path=_path(version, "client.py"),
        root=_root(version),
        doc=f"{api.title} {api.version}".strip() + ".",
        title=api.title,
        version=api.version,
        package=sdk.package,
        user_agent=f"{sdk.distribution}/{sdk.version}",
        base_url=base_url_of(api),
        client_auth=sdk.client_auth,
        schemes=scheme_views(api.schemes),
        credentials=credentials_of(api.schemes),
        types=children_of(classes),
        classes=classes,
        server=server_view(api),
    )


def _models(version: Version, placement: Placement) -> Iterator[ModelsView]:
    """The module that shows a version's models, or the package that shows those of its documents."""
    spaces = spaces_of(version)
    told = f"The models of {version.api.title} {version.api.version}"
    if spaces == ((version.namespace, ""),):
        yield _shown(
            version, placement.found[spaces[0]], "models.py", _root(version), f"{told}, each loaded on first use."
        )
        return
    inside = tuple(space for _, space in spaces)
    doc = f"{told} by document, each loaded on first use."
    yield ModelsView(_path(version, "models/__init__.py"), f"{_root(version)}.", doc, (), inside, inside)
    for space in spaces:
        doc = f"{told}: {space[1].replace('_', ' ')}. Each is loaded on first use."
        yield _shown(version, placement.found[space], f"models/{space[1]}.py", f"{_root(version)}.", doc)


def _shown(version: Version, found: Mapping[str, str], path: str, root: str, doc: str) -> ModelsView:
    homes = tuple(
        Home(_from(version, module, root), tuple(sorted(name for name, home in found.items() if home == module)))
        for module in sorted(set(found.values()))
    )
    renamed = former_models(version, path.removeprefix("models/").removesuffix(".py") if "/" in path else "")
    return ModelsView(_path(version, path), root, doc, homes, tuple(sorted(found)), former=renamed)


def _from(version: Version, module: str, root: str) -> str:
    """A module of models, seen from the one that shows them."""
    own = f"{version.namespace}." if version.namespace else ""
    beside = root.removesuffix("." if version.namespace else "")
    return f"{beside}{module.removeprefix(own)}" if not module.startswith("_models.") else f"{root}{module}"


def _root(version: Version) -> str:
    return ".." if version.namespace else "."


def _path(version: Version, name: str) -> str:
    return f"{version.namespace}/{name}" if version.namespace else name


def _dotted(*parts: str) -> str:
    return ".".join(part for part in parts if part)
