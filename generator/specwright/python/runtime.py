"""The runtime: real Python, kept among the templates and copied into every distribution as it is.

In: the templates folder. Out: the names that a distribution shows to its users.
"""

from __future__ import annotations

import ast

from specwright.templates import template_root

__all__ = ["runtime_exports"]

_BUILT_UPON = frozenset({"Api", "AsyncClient", "AsyncResource", "Resource", "Scheme", "SyncClient"})
"""What generated modules derive from; a user meets the derived classes."""


def runtime_exports() -> tuple[str, ...]:
    """What the runtime lists in `__all__`, read without importing it."""
    source = (template_root() / "python" / "runtime" / "__init__.py").read_text("utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and any(
            isinstance(each, ast.Name) and each.id == "__all__" for each in node.targets
        ):
            names: list[str] = ast.literal_eval(node.value)
            return tuple(sorted(set(names) - _BUILT_UPON))
    raise AssertionError("the runtime lists no names")
