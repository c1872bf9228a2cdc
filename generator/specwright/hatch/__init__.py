"""Hatch: the plugin by which hatchling generates a package while it builds somebody's project.

In: `pyproject.toml` with `[tool.hatch.build.hooks.specwright]`, and the project's `specwright.toml` and documents.
Out: a wheel that holds the generated package, an sdist that such a wheel can be built from, or an editable install.
`[tool.hatch.metadata.hooks.specwright]` gives the project its version and dependencies from the same place.

Every build in an environment with this plugin loads this module, so nothing heavy is imported before it is asked for.
"""

from __future__ import annotations

from hatchling.plugin import hookimpl

from specwright.hatch.building import GeneratedPackage
from specwright.hatch.metadata import GeneratedMetadata

__all__ = ["hatch_register_build_hook", "hatch_register_metadata_hook"]


@hookimpl
def hatch_register_build_hook() -> type[GeneratedPackage]:
    """The hook of `[tool.hatch.build.hooks.specwright]`."""
    return GeneratedPackage


@hookimpl
def hatch_register_metadata_hook() -> type[GeneratedMetadata]:
    """The hook of `[tool.hatch.metadata.hooks.specwright]`."""
    return GeneratedMetadata
