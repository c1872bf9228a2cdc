"""Agreeing: what a project says of itself against what the package in it needs.

In: the project's metadata as hatchling reads it, and the SDK's configuration. Out: the configuration to generate with;
`Refused` with all that does not go together.

Why only a project that bears the SDK's name has to have its version: any other merely holds the package.
Why a version that is dynamic decides: it comes from elsewhere, such as a tag, and the package tells it to servers.
Why requirements are demanded and not added: what a project states, a tool must not change, and installers read it
before anything is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from specwright.config import SdkConfig
from specwright.hatch.project import Project
from specwright.problems import Problem, Refused
from specwright.requirements import SDK_PYTHON, SDK_REQUIREMENTS

__all__ = ["agreed"]

_OLDER = "3.10.100"
_HOOK = "[tool.hatch.metadata.hooks.specwright]"


def agreed(sdk: SdkConfig, metadata: ProjectMetadata[PluginManager], project: Project, *, check: bool) -> SdkConfig:
    """The SDK as it is to be generated for this project."""
    is_own = canonicalize_name(metadata.core.raw_name) == canonicalize_name(sdk.name)
    differs = is_own and Version(metadata.version) != Version(sdk.version)
    problems = [*_requirements(metadata, project), *_python(metadata, project)]
    if differs and (check or not _is_dynamic(metadata)):
        problems.append(_version(sdk, metadata, project))
    if problems:
        raise Refused(problems)
    return replace(sdk, version=metadata.version) if differs else sdk


def _is_dynamic(metadata: ProjectMetadata[PluginManager]) -> bool:
    """Whether the version is no text of the file; in an sdist hatchling has filled it in, and tells no longer."""
    return "version" not in metadata.config["project"]


def _version(sdk: SdkConfig, metadata: ProjectMetadata[PluginManager], project: Project) -> Problem:
    message = f'the project has the version {metadata.version}, and [[sdk]] "{sdk.name}" has {sdk.version}.'
    hint = f'Make them one: dynamic = ["version"] and {_HOOK} take it from there.'
    return project.problem("version-mismatch", "project", "version", message, hint)


def _requirements(metadata: ProjectMetadata[PluginManager], project: Project) -> Iterator[Problem]:
    extras = metadata.core.optional_dependencies.values()
    stated = {*_names(metadata.core.dependencies), *(name for extra in extras for name in _names(extra))}
    for needed in SDK_REQUIREMENTS:
        if Requirement(needed).name not in stated:
            message = f'the package needs "{needed}", and the project does not ask for it.'
            hint = f'Add it to dependencies; or dynamic = ["dependencies"] and {_HOOK} do.'
            yield project.problem("missing-requirement", "project", "dependencies", message, hint)


def _names(requirements: Iterable[str]) -> Iterator[str]:
    return (canonicalize_name(Requirement(each).name) for each in requirements)


def _python(metadata: ProjectMetadata[PluginManager], project: Project) -> Iterator[Problem]:
    if metadata.core.python_constraint.contains(_OLDER):
        message = "the package needs a newer Python than the project does."
        hint = f'Write requires-python = "{SDK_PYTHON}".'
        yield project.problem("python-too-old", "project", "requires-python", message, hint)
