"""Metadata: a project's version and dependencies, read from its `specwright.toml`.

In: `[tool.hatch.metadata.hooks.specwright]`, and the fields that `project.dynamic` names. Out: those among them that
the generated package decides: `version`, `dependencies`, `requires-python`, `description` and `readme`.

Why: said twice, they drift apart, and the build hook refuses a project that says anything else.
Why the last two are looked for alone: they are known only when the package is, and that takes a whole run.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from hatchling.metadata.plugin.interface import MetadataHookInterface

from specwright.config import Config, SdkConfig
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
            config, sdk = configured(options, METADATA, project)
        fields = _settled(options, sdk)
        dynamic = cast("list[str]", metadata.get("dynamic", []))
        if not {"description", "readme"}.isdisjoint(dynamic):
            with refusing(config.root):
                fields |= _generated(config, sdk)
        metadata.update({name: value for name, value in fields.items() if name in dynamic})


def _settled(options: Options, sdk: SdkConfig) -> dict[str, object]:
    return {
        "version": sdk.version,
        "requires-python": SDK_PYTHON,
        "dependencies": [*SDK_REQUIREMENTS, *options.dependencies],
    }


def _generated(config: Config, sdk: SdkConfig) -> dict[str, object]:
    """What the package's own files say."""
    from specwright.pipeline import generate  # noqa: PLC0415 - heavy, and most projects do not ask for it

    files = generate(replace(config, sdks=(sdk,)), ("python",)).files
    folder = f"python/{sdk.name}"
    own = tomllib.loads(files[f"{folder}/pyproject.toml"].decode())["project"]
    readme = {"content-type": "text/markdown", "text": files[f"{folder}/README.md"].decode()}
    return {"description": own["description"], "readme": readme}
