"""Reserved: names that an API may use and Python or the generated code must keep for itself.

The one treatment: an argument, property or method gets an underscore behind it (`from_`), a class the word `Model`
(`FieldModel`). Builtins stay as they are: an argument `type` or a method `list` hides nothing that its own scope
needs.
"""

from __future__ import annotations

import keyword

__all__ = ["ARGUMENTS", "BELOW", "CLASS_NAMES", "PROPERTIES", "RESOURCES", "RESOURCE_CLASSES", "WEBHOOKS", "safe"]

_KEYWORDS = frozenset(keyword.kwlist)

ARGUMENTS = _KEYWORDS | {
    "self",
    "accept",
    "options",
    "body",
    "content_type",
    "timeout",
    "max_retries",
    "extra_headers",
    "extra_query",
    "extra_body",
}
"""What a method's signature uses itself."""

RESOURCES = _KEYWORDS | {
    "aclose", "build_request", "call", "close", "operation", "pages", "raw_response", "server_url", "stream",
    "with_options",
}  # fmt: skip
"""What a client or a resource has itself; a method there would hide it."""

BELOW = frozenset({
    "bool", "builtins", "bytes", "cached_property", "date", "datetime", "deprecated", "dict", "float", "int", "models",
    "object", "str",
})  # fmt: skip
"""What the annotations and decorators of a resource's class speak of; a method of that name would stand in between."""

WEBHOOKS = _KEYWORDS | {"annotations", "parse"}
"""What the modules of webhooks and callbacks have themselves."""

PROPERTIES = _KEYWORDS | {
    "bool", "construct", "copy", "dict", "float", "from_orm", "int", "json", "list", "model_computed_fields",
    "model_config", "model_construct", "model_copy", "model_dump", "model_dump_json", "model_extra", "model_fields",
    "model_fields_set", "model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild",
    "model_validate", "model_validate_json", "model_validate_strings", "parse_file", "parse_obj", "parse_raw",
    "schema", "schema_json", "str", "tuple", "update_forward_refs", "validate",
}  # fmt: skip
"""What a model inherits, and the types that a property of that name would hide from itself."""

CLASS_NAMES = frozenset({
    "AfterValidator", "Annotated", "Any", "AwareDatetime", "Base64Bytes", "BaseModel", "ConfigDict", "Decimal",
    "Discriminator", "Enum", "ExactDatetime", "ExactUUID", "False", "Field", "Literal", "Model", "Never", "None",
    "OpenFloat", "OpenInt", "OpenModel", "OpenStr", "Optional", "READ_ONLY", "RootModel", "TYPE_CHECKING", "Tag",
    "True", "TypeAlias", "TypeAliasType", "UUID", "Union", "UnknownMember", "Unset",
})  # fmt: skip
"""What a module of models imports."""


RESOURCE_CLASSES = frozenset({
    "Answer", "Any", "Api", "Body", "Client", "Collection", "Content", "Encoding", "False", "Final",
    "HttpClient", "ItemStream", "Iterable", "Literal", "Mapping", "Never", "None", "Operation", "Pager", "Paging",
    "Parameter", "RequestOptions", "Resource", "Scheme", "SchemeUse", "Sequence", "ServerSentEvent", "Source",
    "SyncClient", "Timeout", "TokenSource", "True", "Unpack", "Unset",
})  # fmt: skip
"""What a module of a resource or of the clients imports, or defines beside it."""


def safe(name: str, reserved: frozenset[str]) -> str:
    """The name, with an underscore behind it where it is taken."""
    return f"{name}_" if name in reserved else name
