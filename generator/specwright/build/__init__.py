"""Build: from settled operations to the IR.

In: a `Resolved` document and what the configuration says of vendor extensions. Out: an `Api`, canonical and free of the
specification's data. Everything here reads; problems were found by `validate`, so a shape that is missing is an
assertion.
"""

from __future__ import annotations

from specwright.build.choices import with_choices
from specwright.build.entitlements import entitlements_of
from specwright.build.implied import with_implied
from specwright.build.losses import losses_of
from specwright.build.operations import build_operation
from specwright.build.paging import apply_rules
from specwright.build.repeats import with_repeats_once
from specwright.build.schemas import SchemaReader
from specwright.build.security import build_schemes
from specwright.build.subtypes import with_subtypes
from specwright.build.tags import with_tags
from specwright.build.undescribed import with_undescribed
from specwright.build.values import servers_of
from specwright.build.webhooks import build_webhook, find_telling
from specwright.ir import Api, Tag
from specwright.problems import Origin
from specwright.resolve import Resolved
from specwright.rules import EntitlementRule
from specwright.sites import Site, members, site_at, text

__all__ = ["apply_rules", "build"]


def build(resolved: Resolved, rules: tuple[EntitlementRule, ...] = ()) -> Api:
    """One document's IR."""
    root = Site(Origin(resolved.document.file), resolved.document.data)
    info = site_at(root, "info")
    reader = SchemaReader(resolved.library, resolved.document.data)
    components = tuple(site for _, site in members(site_at(root, "components"), "schemas"))
    reader.adopt(components)
    for component in components:
        reader.name(component)
    schemes = build_schemes(root, resolved.library)
    general = entitlements_of((root, info), rules)
    read = tuple(build_operation(raw, reader, schemes, rules) for raw in resolved.operations)
    sent = tuple(build_webhook(raw, reader, schemes, rules) for raw in resolved.webhooks)
    named, (operations, webhooks) = with_subtypes(reader.named, reader.bases, (read, sent))
    told = with_implied(with_tags(with_choices(with_tags(named))))
    models = with_repeats_once(with_undescribed(told))
    return Api(
        title=" ".join(text(info, "title").split()),
        version=" ".join(text(info, "version").split()),
        description=text(info, "description"),
        origin=root.origin,
        servers=servers_of(root),
        schemes=schemes,
        operations=operations,
        models=tuple(models[key] for key in sorted(models)),
        tags=_tags(root),
        entitlements=general,
        webhooks=webhooks,
        told_by=find_telling(webhooks, models),
        losses=losses_of(models, reader.losses),
    )


def _tags(root: Site) -> tuple[Tag, ...]:
    listed = root.node.get("tags")
    nodes = listed if isinstance(listed, list) else []
    tags = (
        Tag(str(each["name"]), str(each.get("description") or ""))
        for each in nodes
        if isinstance(each, dict) and "name" in each
    )
    return tuple(sorted(tags, key=lambda tag: tag.name))
