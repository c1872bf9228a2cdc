"""A consumer: somebody's repository, worked on with git, pre-commit and pip."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

import yaml

from consumer.workshop import TAG, Done, Workshop

__all__ = ["Consumer"]


@dataclass(frozen=True, slots=True)
class Consumer:
    """A repository on this machine."""

    workshop: Workshop
    folder: Path

    @classmethod
    def begin(cls, workshop: Workshop, project: Path, folder: Path) -> Consumer:
        """Copy the project and commit it."""
        shutil.copytree(project, folder)
        made = cls(workshop, folder)
        made.git("init", "-q")
        made.git("add", ".")
        made.git("commit", "-q", "-m", "Begin")
        return made

    def copy(self, folder: Path) -> Consumer:
        """The same repository somewhere else."""
        shutil.copytree(self.folder, folder)
        return Consumer(self.workshop, folder)

    def keep_output(self) -> None:
        """Begin to commit what is generated, with hooks that see to it."""
        self.use_installed("specwright-lint", "specwright-check")
        assert self.specwright("generate").code == 0
        self.git("add", "output")
        done = self.commit()
        assert done.code == 0, done.said

    def git(self, *words: str) -> str:
        """Git, which must do what it is told."""
        return self.workshop.good("git", *words, cwd=self.folder)

    def commit(self, *words: str) -> Done:
        """Try to commit what is staged; hooks may object."""
        return self.workshop.run("git", "commit", "-m", "A change", *words, cwd=self.folder)

    def specwright(self, *words: str) -> Done:
        """Specwright from its wheel."""
        return self.workshop.run(self.workshop.python.parent / "specwright", *words, cwd=self.folder)

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a text of a file."""
        text = (self.folder / name).read_text()
        assert old in text, (old, text)
        (self.folder / name).write_text(text.replace(old, new))

    def use_installed(self, *names: str, **settings: object) -> None:
        """Have hooks run what is installed, as `repo: local` does, with settings of one's own."""
        known = {str(hook["id"]): hook for hook in self.workshop.hooks()}
        hooks = [{**known[name], "language": "system", **settings} for name in names]
        self._install(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))

    def use_repository(self) -> None:
        """Have pre-commit fetch and install what it runs."""
        template = Template((self.folder / "pre-commit-config.yaml").read_text())
        self._install(template.substitute(repo=self.workshop.repository, rev=TAG))

    def _install(self, config: str) -> None:
        (self.folder / ".pre-commit-config.yaml").write_text(config)
        self.workshop.good(sys.executable, "-m", "pre_commit", "install", cwd=self.folder)
        self.git("add", ".pre-commit-config.yaml")
        self.git("commit", "-q", "--no-verify", "-m", "Use hooks")

    def wheel(self, source: str | Path = ".", *words: str) -> Done:
        """Build a wheel of a source into `wheels`; isolated if no words say otherwise."""
        return self.workshop.pip("wheel", "--no-deps", "-w", "wheels", *words, source, cwd=self.folder.parent / "acme")

    def made(self) -> bytes:
        """The bytes of the wheel that was built, which is gone then."""
        [wheel] = (self.folder / "wheels").glob("*.whl")
        content = wheel.read_bytes()
        wheel.unlink()
        return content
