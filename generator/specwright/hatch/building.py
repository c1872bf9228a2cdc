"""Building: the hook that puts the generated package into what hatchling builds.

In: a project with `[tool.hatch.build.hooks.specwright]`. Out: entries of `force_include`; the source tree stays as it
is.

- A wheel takes the package from a temporary folder. With `check` it takes the committed one, and the build fails where
  that is stale.
- An sdist takes everything that decides the package along, whatever else its settings leave out.
- An editable install generates into the configured output, and a `.pth` file leads there: `specwright generate` is
  then all that it takes to see a change. A package that goes to another `path` is copied instead, as no `.pth` file can
  rename one.
"""

from __future__ import annotations

import atexit
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, cast

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from pathspec import GitIgnoreSpec

from specwright.cache import FOLDER
from specwright.cli import main
from specwright.config import Config, SdkConfig
from specwright.emit import read_manifest
from specwright.hatch.agreeing import agreed
from specwright.hatch.carried import carried, with_output
from specwright.hatch.options import BUILD, Options, configured, options_of
from specwright.hatch.project import Project, refusing
from specwright.problems import Refused

__all__ = ["GeneratedPackage"]


class GeneratedPackage(BuildHookInterface[BuilderConfig]):
    """Generates a package for a wheel, and sees to it that an sdist can."""

    PLUGIN_NAME = "specwright"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Say what is built in; hatchling's signature."""
        root = Path(self.root)
        project = Project(root)
        with refusing(root):
            options = options_of(cast("dict[str, object]", self.config), BUILD, project)
            config, sdk = configured(options, BUILD, project)
            metadata = cast("ProjectMetadata[PluginManager]", self.metadata)
            sdk = agreed(sdk, metadata, project, check=options.check)
        with refusing(config.root):
            included = self._included(version, options, config, sdk, project)
        cast("dict[str, str]", build_data["force_include"]).update(included)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear up; hatchling's signature."""
        rmtree(self._folder)
        del self._folder  # hatchling may go on to another version with the same hook

    def _included(
        self, version: str, options: Options, config: Config, sdk: SdkConfig, project: Project
    ) -> dict[str, str]:
        if self.target_name == "sdist":
            self._leave_out(f"**/{FOLDER.as_posix()}/")
            if options.check:
                _specwright("check", config)
            return carried(config, project) | (with_output(config, project) if options.check else {})
        _refuse_mixture(options, sdk, project)
        path = options.path or sdk.package
        if version == "editable" and path == sdk.package:
            return self._led_to(options, config, sdk)
        return self._copied(path, options, config, sdk)

    def _copied(self, path: str, options: Options, config: Config, sdk: SdkConfig) -> dict[str, str]:
        """The files of the package, each under its place in the wheel."""
        if options.check:
            _specwright("check", config)
            files = _committed(config, sdk)
        else:
            files = self._generated(config, sdk)
        self.app.display_info(f"specwright: {len(files)} files of {sdk.name} {sdk.version}")
        return {str(file): f"{path}/{name}" for name, file in files.items()}

    def _generated(self, config: Config, sdk: SdkConfig) -> dict[str, Path]:
        from specwright.pipeline import generate  # noqa: PLC0415 - heavy, and not every build asks for it

        outcome = generate(replace(config, sdks=(sdk,)), ("python",))
        if number := len(outcome.warnings):
            count = "1 warning" if number == 1 else f"{number} warnings"
            self.app.display_warning(f"specwright: {count}. Run `specwright lint`.")
        prefix = f"python/{sdk.name}/src/{sdk.package}/"
        found = ((path, content) for path, content in outcome.files.items() if path.startswith(prefix))
        made: dict[str, Path] = {}
        for path, content in found:
            name = path.removeprefix(prefix)
            made[name] = self._folder / name
            made[name].parent.mkdir(parents=True, exist_ok=True)
            made[name].write_bytes(content)
        return made

    def _led_to(self, options: Options, config: Config, sdk: SdkConfig) -> dict[str, str]:
        """A file that makes Python look into the output."""
        _specwright("check" if options.check else "generate", config)
        name = f"_{sdk.package}_output.pth"
        leading = self._folder / name
        leading.write_text(f"{_source(config, sdk)}\n", "utf-8")
        return {str(leading): name}

    def _leave_out(self, pattern: str) -> None:
        """Leave out what git ignores by a file in its own folder: hatchling reads such a file only at the top."""
        own, others = GitIgnoreSpec.from_lines([pattern]), self.build_config.exclude_spec
        self.build_config.exclude_spec = others + own if others else own

    @cached_property
    def _folder(self) -> Path:
        """The folder of this build; it goes with the process, where the build does not get to its end."""
        folder = Path(mkdtemp(prefix="specwright-"))
        atexit.register(rmtree, folder, ignore_errors=True)
        return folder


def _source(config: Config, sdk: SdkConfig) -> Path:
    return config.output.resolve() / "python" / sdk.name / "src"


def _committed(config: Config, sdk: SdkConfig) -> dict[str, Path]:
    last = read_manifest(config.output)
    prefix = f"python/{sdk.name}/src/{sdk.package}/"
    listed = (path for path, _ in (last.files if last else ()) if path.startswith(prefix))
    return {path.removeprefix(prefix): config.output.resolve() / path for path in listed}


def _refuse_mixture(options: Options, sdk: SdkConfig, project: Project) -> None:
    """Refuse a project that has a package of this name in itself: a wheel would hold something of both."""
    path = options.path or sdk.package
    for place in (path, f"src/{path}"):
        if (project.root / place / "__init__.py").is_file():
            message = f"{place} lies in the project, and the generated package goes to the same place."
            hint = 'Remove it, or let the generated one go elsewhere: "path".'
            raise Refused([project.problem("package-in-the-way", BUILD.name, "path", message, hint)])


def _specwright(command: str, config: Config) -> None:
    """Run a command as its user would; the build ends where that ends badly."""
    try:
        main([command, "--config", str(config.file)], prog_name="specwright")
    except SystemExit as end:
        if end.code:
            raise
