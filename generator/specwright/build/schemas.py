"""Schemas: from JSON Schema as OpenAPI 3.0 and 3.1 write it to shapes and models.

In: sites of schemas. Out: a `Shape` for each place of use, and the `Model`s that those refer to, by place.

A component that is nothing but a reference to another file is that file's schema under the component's own name.

A model never holds `null` (`nulls.py` tells why).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from specwright.build.containers import array_of, extra_of
from specwright.build.discriminators import discriminator_of, is_base, is_parent
from specwright.build.nulls import NULL, with_null, without_null
from specwright.build.scalars import CONSTRAINTS, enum_of, is_nullable, scalar_of, types_of
from specwright.build.values import optional_json
from specwright.ir import AllOf, Discriminator, Enum, Field, Loss, MapOf, Model, Object, Ref, Scalar, Shape, Union
from specwright.load import Json
from specwright.meet import is_plain, lost, settled
from specwright.problems import Origin
from specwright.resolve import Library
from specwright.sites import Site, items, members, text

__all__ = ["SchemaReader"]

ANY = Scalar("any")
NEVER = Scalar("never")
_STRUCTURE = frozenset(
    {
        "type", "properties", "items", "enum", "const", "allOf", "oneOf", "anyOf", "$ref", "additionalProperties",
        "not", "patternProperties", "prefixItems",
    }
)  # fmt: skip


@dataclass(slots=True)
class SchemaReader:
    """Reads shapes, and remembers every model that they name."""

    library: Library
    document: Mapping[str, Json]
    named: dict[str, Model] = field(default_factory=dict)
    bases: dict[str, Discriminator] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    _homes: dict[str, Site] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _waiting: list[Site] = field(default_factory=list)
    _is_reading: bool = False

    def shape(self, site: Site) -> Shape:
        """The shape of a schema at a place of use; whatever deserves a name becomes a model."""
        if "$ref" in site.node:
            return self._reference(site)
        inner = self._unwrapped(site)
        if _deserves_name(inner):
            inner = self._named(site, inner)
        return with_null(inner) if is_nullable(site.node) else inner

    def adopt(self, components: Iterable[Site]) -> None:
        """Take each component's name for what it refers to in another file."""
        for site in components:
            target = self.library.step(site)
            if target and len(site.node) == 1 and target.origin.file != site.origin.file:
                self._homes.setdefault(_key(target.origin), site)

    def name(self, site: Site) -> Ref:
        """A use of the model that stands at the site; a new one is read before the first caller goes on.

        Why a queue: models lead into models, and a call for each step would go deeper than Python does.
        """
        home = self._homes.get(_key(site.origin), site)
        key = _key(home.origin)
        if key not in self.named and key not in self._open:
            self._open.add(key)
            self._waiting.append(home)
        if not self._is_reading:
            self._is_reading = True
            while self._waiting:
                self._read(self._waiting.pop())
            self._is_reading = False
        return Ref(key)

    def _read(self, home: Site) -> None:
        content = self._content(home)
        shape = self._reference(content) if "$ref" in content.node else self._unwrapped(content)
        if isinstance(shape, Ref) and any(is_base(each, self.library) for each in items(content, "allOf")):
            shape = AllOf((shape,))  # adds nothing to what it builds upon, and is told apart from it all the same
        self._named(home, without_null(shape), content)
        self._open.discard(_key(home.origin))

    def _content(self, home: Site) -> Site:
        """What stands at the home, or in the other file that it stands for."""
        target = self.library.step(home)
        return target if target and self._homes.get(_key(target.origin)) == home else home

    def _named(self, home: Site, shape: Shape, content: Site | None = None) -> Ref:
        site = content or home
        model = Model(
            origin=home.origin,
            shape=shape,
            description=text(site, "description"),
            title=text(site, "title"),
            example=optional_json(site, "example"),
            deprecated=site.node.get("deprecated") is True,
        )
        self.named[model.id] = model
        if not isinstance(shape, Union) and (found := discriminator_of(site, self.library, self.name)):
            self.bases[model.id] = found
        return Ref(model.id)

    def _reference(self, site: Site) -> Shape:
        target = self.library.step(site)
        assert target is not None
        ref: Shape = self.name(target)
        nullable = is_nullable(site.node) or is_nullable(self.library.follow(target).node)
        beside = {key: value for key, value in site.node.items() if key != "$ref"}
        if _STRUCTURE & set(beside) and str(self.document.get("openapi", "")) >= "3.1":
            ref = self._named(site, AllOf((ref, self._unwrapped(Site(site.origin, beside)))))
        return with_null(ref) if nullable else ref

    def _unwrapped(self, site: Site) -> Shape:
        """The schema's own shape, before a name and without `null`."""
        choices = [each for each in items(site, "allOf") if _is_choice(each)]
        choice = choices[0] if len(choices) == 1 and not _is_choice(site) else site
        parts = [part for each in items(site, "allOf") if each != choice and (part := self._part(each))]
        own = self._own(site)
        if isinstance(own, Object) or (not _is_choice(choice) and _adds(own, site)):
            parts.append(own)
        elif parts and (required := _required(site)):
            parts.append(Object((), required=required))
        union = None if is_parent(choice, self.library) else self._union(choice, tuple(parts))
        if union:
            return union
        if len(parts) < 2:
            return parts[0] if parts else own
        whole = AllOf(tuple(parts))
        if not is_plain(parts):
            return whole
        self.losses += (Loss(site.origin, kind) for kind in lost(whole, {}))
        return settled(whole, {})

    def _part(self, site: Site) -> Shape | None:
        """What a part of `allOf` adds; a description alone adds nothing."""
        if _says_something(site) or CONSTRAINTS & set(site.node):
            shape = self.shape(site)
            return shape if _adds(without_null(shape), site) else None
        return Object((), required=required) if (required := _required(site)) else None

    def _union(self, site: Site, common: tuple[Shape, ...]) -> Shape | None:
        """The choice that a schema leaves, `common` being what holds of every branch."""
        key = "oneOf" if "oneOf" in site.node else "anyOf"
        told = [each for each in items(site, key) if _says_something(each) and each.node.get("type") != "null"]
        if len(told) == 1 and (common or "$ref" not in told[0].node):
            # Beside `null` alone it is no choice, so it is named as the whole is.
            return self._joined(told[0], common)
        branches = [
            self._named(each, self._joined(each, common)) if common else without_null(self.shape(each)) for each in told
        ]
        unique = tuple(dict.fromkeys(branch for branch in branches if branch != NULL))
        if not unique:
            return None
        return unique[0] if len(unique) == 1 else Union(unique, discriminator_of(site, self.library, self.name))

    def _joined(self, branch: Site, common: tuple[Shape, ...]) -> Shape:
        shape = without_null(self._reference(branch) if "$ref" in branch.node else self._unwrapped(branch))
        return AllOf((*common, shape)) if common else shape

    def _own(self, site: Site) -> Shape:
        """What the schema says by itself, combinations left aside."""
        if enum := enum_of(site.node):
            return enum
        types = types_of(site.node)
        shapes = tuple(self._of_type(each, site, single=len(types) == 1) for each in types)
        return shapes[0] if len(shapes) == 1 else Union(shapes)

    def _of_type(self, kind: str, site: Site, *, single: bool) -> Shape:
        match kind:
            case "object":
                return self._object(site)
            case "array":
                return array_of(site, self.shape)
            case _:
                return scalar_of(kind, site.node) if single else Scalar(scalar_of(kind, {}).type)

    def _object(self, site: Site) -> Shape:
        extra = extra_of(site, self.shape)
        if not site.node.get("properties"):
            return Object((), NEVER) if extra == NEVER else MapOf(extra or ANY)
        required = _required(site)
        fields = tuple(self._field(name, each, required=name in required) for name, each in members(site, "properties"))
        known = {field.name for field in fields}
        return Object(fields, extra, tuple(name for name in required if name not in known))

    def _field(self, name: str, site: Site, *, required: bool) -> Field:
        return Field(
            name=name,
            shape=self.shape(site),
            required=required,
            origin=site.origin,
            description=text(site, "description"),
            default=optional_json(site, "default"),
            example=optional_json(site, "example"),
            read_only=site.node.get("readOnly") is True,
            write_only=site.node.get("writeOnly") is True,
            deprecated=site.node.get("deprecated") is True,
        )


def _key(origin: Origin) -> str:
    return f"{origin.file}#{origin.pointer}"


def _required(site: Site) -> tuple[str, ...]:
    listed = site.node.get("required")
    return tuple(sorted({each for each in listed if isinstance(each, str)})) if isinstance(listed, list) else ()


def _is_choice(site: Site) -> bool:
    return "$ref" not in site.node and ("oneOf" in site.node or "anyOf" in site.node)


def _says_something(site: Site) -> bool:
    """Whether a branch is more than a constraint (`{required: […]}`, `{description: …}`)."""
    return bool(_STRUCTURE & set(site.node))


def _adds(own: Shape, site: Site) -> bool:
    """Whether what stands beside `allOf` says more than that there is something."""
    return own not in (ANY, MapOf(ANY)) or "additionalProperties" in site.node


def _deserves_name(shape: Shape) -> bool:
    match shape:
        case Object() | AllOf() | Union():
            return True
        case Enum():
            return len(shape.values) > 1
        case _:
            return False
