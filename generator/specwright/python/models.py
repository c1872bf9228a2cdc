"""Models: one home's source, made by datamodel-code-generator.

In: a `Home`. Out: the text of its module. Everything that is particular to the library stands here.

Why every property has an alias, taken out again where it is the name: so the library's own idea of a name never shows.

Why `model_rebuild` is taken out: the library writes it behind recursive classes, where it would build them at import.
The base class builds each model on first use, and finds later classes then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from specwright.load import Json
from specwright.python.canonical import INVITING, RUNTIME_TYPES, Schema
from specwright.python.former_properties import with_former_properties
from specwright.python.members import with_markers
from specwright.python.placement import Home
from specwright.python.recursion import with_recursive_types_first
from specwright.python.touches import READ_ONLY, with_extras, with_unasked
from specwright.python.tuples import with_tuples

__all__ = ["render_models"]

_FUTURE = "from __future__ import annotations\n"
_EMPTY = f"{{header}}\n{_FUTURE}"
_REBUILD = re.compile(r"^\w+\.model_rebuild\(\)$", re.MULTILINE)
_NAMES = re.compile(r"^class (?P<owner>\w+)\(|^    (?P<field>\w+): ", re.MULTILINE)
_MADE = re.compile(r"^(?:class )?(?P<name>\w+)(?: = TypeAliasType)?\(", re.MULTILINE)
_SAME_NAME = re.compile(r"^(    (\w+): )Annotated\[(.+), Field\(alias='\2'\)\]", re.MULTILINE)
_SAME_AMONG_OTHERS = re.compile(r"^(    (\w+): Annotated\[.+, Field\()alias='\2', ", re.MULTILINE)


def render_models(home: Home, package: str, header: str) -> str:
    """The module's source, not yet formatted."""
    return _with_second_names(home, _models(home, package, header) if home.schemas else _EMPTY.format(header=header))


def _models(home: Home, package: str, header: str) -> str:
    # Importing the library takes most of a second, so a run that renders nothing must not do it.
    from datamodel_code_generator import InputFileType, LiteralType, PythonVersion, generate  # noqa: PLC0415
    from datamodel_code_generator.enums import DataModelType, DefaultValueType  # noqa: PLC0415

    source = generate(
        _document(home, package),
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class=f"{package}._runtime.model.Model",
        base_class_map={
            name: f"{package}._runtime.model.OpenModel" for name, schema in home.schemas.items() if INVITING in schema
        },
        aliases=dict(home.aliases),
        custom_file_header=header,
        disable_timestamp=True,
        formatters=[],
        allow_remote_refs=False,
        strict_refs=True,
        treat_dot_as_module=False,
        use_annotated=True,
        field_constraints=True,
        use_standard_collections=True,
        use_union_operator=True,
        snake_case_field=True,
        strict_nullable=True,
        use_schema_description=True,
        use_field_description=True,
        use_type_alias=True,
        use_single_value_enum_as_const=True,
        enum_field_as_literal=LiteralType.All,
        deserialize_default_values=[DefaultValueType.Enum],
        disable_appending_item_suffix=True,
    )
    assert isinstance(source, str)
    _check_names(home, source)
    source = with_unasked(with_extras(with_tuples(source)), home.unasked)
    plain = _SAME_AMONG_OTHERS.sub(r"\1", _SAME_NAME.sub(r"\1\3", _REBUILD.sub("", source)))
    marked = with_recursive_types_first(with_markers(plain, home.schemas, package))
    whole = _with_read_only(marked, package) if home.unasked else marked
    return _relative(with_former_properties(whole, home.former, package), home.module, package)


def _with_read_only(source: str, package: str) -> str:
    return source.replace(_FUTURE, f"{_FUTURE}\nfrom {package}._runtime.model import {READ_ONLY}\n", 1)


def _check_names(home: Home, source: str) -> None:
    """The library keeps a name aside when it thinks it must; samples and documents would then speak of another one."""
    found: set[str] = set()
    owner = ""
    for line in _NAMES.finditer(source):
        owner = line["owner"] or owner
        found.add(f"{owner}.{line['field']}")
    lost = {f"{alias.partition('.')[0]}.{name}" for alias, name in home.aliases.items()} - found
    strange = {found["name"] for found in _MADE.finditer(source)} - home.schemas.keys()
    assert not strange, f"invented by datamodel-code-generator: {sorted(strange)}"
    assert not lost, f"renamed by datamodel-code-generator: {sorted(lost)}"


def _document(home: Home, package: str) -> dict[str, Json]:
    imported = {name: _import(f"{package}.{module}", name) for name, module in home.imports.items()}
    runtime = {name: _import(f"{package}._runtime.{RUNTIME_TYPES[name]}", name) for name in sorted(RUNTIME_TYPES)}
    schemas: Mapping[str, Schema] = {**runtime, **imported, **home.schemas}
    return {
        "openapi": "3.1.0",
        "info": {"title": home.module, "version": "1"},
        "paths": {},
        "components": {"schemas": dict(schemas)},
    }


def _with_second_names(home: Home, source: str) -> str:
    """The source with a line for each second name, and the imports that these need."""
    if not home.second:
        return source
    dots = "." * (home.module.count(".") + 1)
    used = sorted(set(home.second.values()) & set(home.imports))
    imports = ["from typing import TypeAlias", *(f"from {dots}{home.imports[name]} import {name}" for name in used)]
    lines = [f"{name}: TypeAlias = {home.second[name]}" for name in sorted(home.second)]
    return source.replace(_FUTURE, "\n".join([_FUTURE, *imports]), 1) + "\n" + "\n".join(lines) + "\n"


def _import(module: str, name: str) -> Schema:
    return {"type": "object", "x-python-import": {"module": module, "name": name}}


def _relative(source: str, module: str, package: str) -> str:
    """Imports from the package by dots, so that it can be moved into another one."""
    return source.replace(f"\nfrom {package}.", f"\nfrom {'.' * (module.count('.') + 1)}")
