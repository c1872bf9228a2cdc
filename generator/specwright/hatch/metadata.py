"""Metadata: a project's version and dependencies, read from its `specwright.toml`.

In: `[tool.hatch.metadata.hooks.specwright]`, and the fields that `project.dynamic` names. Out: those among them that
the generated package decides: `version`, `dependencies` and `requires-python`.

Why: said twice, they drift apart, and the build hook refuses a project that says anything else.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from hatchling.metadata.plugin.interface import MetadataHookInterface

from specwright.config import SdkConfig
from specwright.hatch.options import METADATA, Options, configured, options_of
from specwright.hatch.project import Project, refusing
from specwright.requirements import SDK_PYTHON, SDK_REQUIREMENTS

__all__ = ["GeneratedMetadata"]


class GeneratedMetadata(MetadataHookInterface):
    """Fills in the fields of `project.dynamic` that the SDK decides."""

    PLUGIN_NAME = "specwright"

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in fields; hatchling's signature."""
        root = Path(self.root)
        project = Project(root)
        with refusing(root):
            options = options_of(cast("dict[str, object]", self.config), METADATA, project)
            fields = _fields(options, configured(options, METADATA, project)[1])
        dynamic = cast("list[str]", metadata.get("dynamic", []))
        metadata.update({name: value for name, value in fields.items() if name in dynamic})


def _fields(options: Options, sdk: SdkConfig) -> dict[str, object]:
    return {
        "version": sdk.version,
        "requires-python": SDK_PYTHON,
        "dependencies": [*SDK_REQUIREMENTS, *options.dependencies],
    }
