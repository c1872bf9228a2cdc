"""Asked: what the words of a command line stand for.

In: no word, one, or two. Out: two `Side`s for as long as they are needed; `Unclear` where a word means nothing, or the
two do not go together.

    -              the project at HEAD               with the working tree
    FILE, FOLDER   the same at HEAD                  with the working tree
    REV            the project at that revision      with the working tree
    REV:PATH       the document or folder there      with the working tree
    A B            one with the other; each may be any of these, or a version of the configuration (`v3`, `NAME@v3`)

A word is a file or a folder if there is one, else a version if the configuration has it, else a revision.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from specwright.config import CONFIG_NAME, Config, ad_hoc, read_config
from specwright.problems import Refused
from specwright.rules import DiffRules
from specwright.sides.editions import editions_of
from specwright.sides.folders import documents_of
from specwright.sides.git import Repository, repository_here
from specwright.sides.revisions import at_revision, project_at
from specwright.sides.unclear import Unclear
from specwright.sides.values import Side, as_called, prefix_of, side_of
from specwright.sides.versions import version_asked

__all__ = ["Here", "rules_for", "sides_asked"]

Here: TypeAlias = Callable[[], Config | None]
"""The configuration of the working folder, if there is one, read when it is needed."""

_NOW = "HEAD"
# The dots of `HEAD:../specs` are those of a path.
_RANGE = re.compile(r"(.*?)(?<![:/.])\.\.(?!/)\.?(.*)")


@dataclass(frozen=True, slots=True)
class _Asking:
    """What every word is looked up in; folders for revisions are made on `stack`."""

    here: Here
    stack: ExitStack

    def side(self, word: str) -> Side:
        """What one of two words stands for."""
        path = Path(word)
        if path.is_dir():
            return _folder(path)
        if path.exists():
            return _document(path)
        if ":" in word:
            return self.at_revision(*word.split(":", 1))
        config = self.here()
        found = version_asked(word, config) if config else None
        return found or self.project_at(word)

    def at_revision(self, revision: str, path: str) -> Side:
        """`REV:PATH`; without a path, the project at that revision."""
        if not revision:
            raise Unclear(f'a revision is missing before ":{path}".')
        if not path:
            return self.project_at(revision)
        repository = repository_here()
        return self.named(repository, revision, repository.names_of(path))

    def named(self, repository: Repository, revision: str, names: Sequence[str]) -> Side:
        """What lies in a revision by the first of these names that it has."""
        return at_revision(repository.tree(revision), names, self._new_folder())

    def project_at(self, revision: str) -> Side:
        """The project as it was at a revision."""
        repository = self._repository_for(revision)
        config = self.here()
        name = _folder_of(config, repository)
        return project_at(repository.tree(revision), name, self._new_folder())

    def working_tree(self) -> Side:
        """The project as it is."""
        config = self.here()
        if config is None:
            raise Unclear(f"there is no {CONFIG_NAME} here or above. Name documents or folders.")
        return side_of(config)

    def _repository_for(self, word: str) -> Repository:
        try:
            repository = repository_here()
        except Unclear as unclear:
            raise Unclear(f'"{word}" is no file and no version; {unclear}') from unclear
        if repository.commit(word) is None:
            raise Unclear(
                f'there is no file, no version and no revision "{word}".{self._known()}{repository.lack(word)}'
            )
        return repository

    def _known(self) -> str:
        config = self.here()
        whole = side_of(config) if config else None
        texts = (each.text for sdk in config.sdks for each in editions_of(whole, sdk)) if config and whole else ()
        listed = ", ".join(filter(None, dict.fromkeys(texts)))
        return f" Versions: {listed}." if listed else ""

    def _new_folder(self) -> Path:
        return Path(self.stack.enter_context(tempfile.TemporaryDirectory(prefix="specwright-"))).resolve()


@contextmanager
def sides_asked(words: Sequence[str], here: Here) -> Generator[tuple[Side, Side]]:
    """The two sides that are named; what was taken out of revisions is gone afterwards."""
    with ExitStack() as stack:
        asking = _Asking(here, stack)
        yield _together(*_pair(asking, tuple(words)))


def rules_for(new: Side, here: Here) -> DiffRules:
    """What is said of changes: by the new side's configuration, else by that of the working folder."""
    config, prefix = new.config, new.prefix
    if config.file is None:
        asked = here()
        config, prefix = (asked, prefix_of(asked.root)) if asked else (config, "")
    rules = config.diff
    return DiffRules(
        tuple(replace(each, origin=replace(each.origin, file=f"{prefix}{each.origin.file}")) for each in rules.levels),
        tuple(
            replace(each, origin=replace(each.origin, file=f"{prefix}{each.origin.file}")) for each in rules.accepted
        ),
    )


def _pair(asking: _Asking, words: tuple[str, ...]) -> tuple[Side, Side]:
    if len(words) == 1 and (found := _RANGE.fullmatch(words[0])) and not Path(words[0]).exists():
        words = (found[1] or _NOW, found[2] or _NOW)
    match words:
        case ():
            return asking.at_revision(_NOW, ""), asking.working_tree()
        case (word,):
            return _with_working_tree(asking, word)
        case (old, new):
            return asking.side(old), asking.side(new)
        case _:
            raise Unclear("two sides are compared, OLD and NEW.")


def _with_working_tree(asking: _Asking, word: str) -> tuple[Side, Side]:
    """One word: what it stands for in git, and the same in the working tree."""
    if Path(word).exists():
        _require_document(Path(word))
        repository = repository_here()
        whole = Path(word).resolve()
        if not whole.is_relative_to(repository.top):
            raise Unclear(f'"{word}" is not in the repository of the working folder. Name what to compare it with.')
        name = whole.relative_to(repository.top).as_posix()
        return asking.named(repository, _NOW, ["" if name == "." else name]), asking.side(word)
    if ":" in word:
        revision, path = word.split(":", 1)
        if not path:
            return asking.at_revision(revision, ""), asking.working_tree()
        repository = repository_here()
        found = next((name for name in repository.names_of(path) if (repository.top / name).exists()), None)
        if found is None:
            raise Unclear(f'there is no "{path}" in the working tree. Name what to compare {word} with.')
        return asking.at_revision(revision, path), asking.side(os.path.relpath(repository.top / found))
    config = asking.here()
    if config and version_asked(word, config):
        raise Unclear(f'"{word}" is a version. Name the version, document or revision to compare it with.')
    return asking.project_at(word), asking.working_tree()


def _document(path: Path) -> Side:
    _require_document(path)
    config = ad_hoc((path,), None, None)
    return replace(side_of(config, path.as_posix()), is_one=True, has_packages=False)


def _require_document(path: Path) -> None:
    """Settings are no document: who names them means the project."""
    if path.is_file() and path.suffix == ".toml":
        folder = path.parent.as_posix()
        raise Unclear(f'"{path.as_posix()}" is no OpenAPI document. "{folder}" stands for the whole project.')


def _folder(path: Path) -> Side:
    file = path / CONFIG_NAME
    if file.is_file():
        try:
            return side_of(read_config(file), path.as_posix())
        except Refused as refused:
            raise Refused(as_called(refused, prefix_of(path.resolve()))) from refused
    config = documents_of(path)
    if not config.sdks:
        raise Unclear(f'the folder "{path.as_posix()}" holds no OpenAPI document.')
    return replace(side_of(config, path.as_posix()), has_packages=False)


def _folder_of(config: Config | None, repository: Repository) -> str:
    """Where the project lies in the repository: by its configuration, else here."""
    if config is None or config.file is None:
        return repository.below
    folder = config.file.resolve().parent
    if not folder.is_relative_to(repository.top):
        raise Unclear(f"{config.file.name} does not lie in the repository of the working folder.")
    return folder.relative_to(repository.top).as_posix().removeprefix(".")


def _together(old: Side, new: Side) -> tuple[Side, Side]:
    """Two sides of one sort: a project of one API goes with a document or a version."""
    if old.is_one != new.is_one:
        one, whole = (old, new) if old.is_one else (new, old)
        editions = [each for sdk in whole.config.sdks for each in editions_of(whole, sdk)]
        if len(editions) > 1:
            listed = f"{len(editions)} APIs or versions"
            raise Unclear(f'"{one.label}" is one API, and "{whole.label}" holds {listed}. Name one of them.')
        alone = replace(whole, is_one=True)
        return (old, alone) if old.is_one else (alone, new)
    if not old.is_one and old.has_packages != new.has_packages:
        bare = new if old.has_packages else old
        raise Unclear(f'"{bare.label}" is a folder without {CONFIG_NAME}, and the other side is a project.')
    return old, new
