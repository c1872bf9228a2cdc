"""The runtime: real Python, kept among the templates and copied into every distribution as it is.

In: the templates folder. Out: the names that a distribution shows to its users.
"""

from __future__ import annotations

import ast

from specwright.templates import template_root

__all__ = ["belongs", "runtime_exports", "webhook_exports"]

_BUILT_UPON = frozenset({"Api", "AsyncClient", "AsyncResource", "Resource", "Scheme", "SyncClient"})
"""What generated modules derive from; a user meets the derived classes."""


_OF_WEBHOOKS = "webhook"
"""What the names of the runtime's modules about webhooks begin with; a package without webhooks does without them."""


_OF_FORMER = "former.py"
"""The runtime's module about names of before."""


def runtime_exports() -> tuple[str, ...]:
    """What the runtime shows to every user."""
    return _listed("__init__.py")


def webhook_exports(modules: tuple[str, ...]) -> tuple[str, ...]:
    """What it shows beside that where a package has modules of webhooks."""
    return _listed("webhooks.py") if modules else ()


def belongs(name: str, modules: tuple[str, ...], former: tuple[str, ...]) -> bool:
    """Whether a file of the runtime goes into a package with these modules of webhooks and these names of before."""
    return bool(former) if name == _OF_FORMER else bool(modules) or not name.startswith(_OF_WEBHOOKS)


def _listed(file: str) -> tuple[str, ...]:
    """What a module lists in `__all__`, read without importing it."""
    source = (template_root() / "python" / "runtime" / file).read_text("utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and any(
            isinstance(each, ast.Name) and each.id == "__all__" for each in node.targets
        ):
            names: list[str] = ast.literal_eval(node.value)
            return tuple(sorted(set(names) - _BUILT_UPON))
    raise AssertionError("the runtime lists no names")
