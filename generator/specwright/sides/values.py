"""Values: a side of a comparison, and the editions in it.

In: a configuration. Out: a `Side`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from specwright.config import Config, SdkConfig, Source
from specwright.load import find_positions
from specwright.names import Pins
from specwright.problems import Origin, Problem, Refused

__all__ = ["Edition", "Side", "as_called", "prefix_of", "refusal", "side_of"]


@dataclass(frozen=True, slots=True)
class Side:
    """A whole project, or one API in it: then `version` is its version in `package`, which may both be empty.

    `label` is what messages call the side. `prefix` is what the names of its files begin with there, so that a reader
    can open them or ask git for them. `has_packages` is whether its distributions are packages of a configuration, and
    not documents by themselves; `revision` is empty for the working tree.
    """

    label: str
    config: Config
    prefix: str = ""
    is_one: bool = False
    version: str = ""
    has_packages: bool = True
    revision: str = ""

    def called(self, file: str) -> str:
        """What a reader calls a file of this side."""
        return f"{self.prefix}{file}"

    def path(self, file: str) -> Path:
        """Where a file of this side lies."""
        listed = (source for sdk in self.config.sdks for source in sdk.sources)
        return next((source.path for source in listed if source.shown == file), self.config.root / file)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of one distribution, not read yet; `namespace` is its place in the package.

    `pins` are the names that the ledger keeps, if there is a ledger.
    """

    sdk: SdkConfig
    text: str
    sources: tuple[Source, ...]
    namespace: str = ""
    pins: Pins | None = field(default=None, compare=False)

    @property
    def origin(self) -> Origin:
        """Where it stands: its first document."""
        return Origin(self.sources[0].shown)


def side_of(config: Config, label: str = "") -> Side:
    """A project in the working tree as a side."""
    return Side(label or "the working tree", config, prefix=prefix_of(config.root))


def prefix_of(root: Path) -> str:
    """What the names of files below a folder begin with, as seen from the working folder."""
    here = Path.cwd()
    if root == here:
        return ""
    if root.is_relative_to(here) or here.is_relative_to(root):
        return f"{Path(os.path.relpath(root, here)).as_posix()}/"
    return f"{root.as_posix()}/"


def refusal(side: Side, refused: Refused) -> tuple[Problem, ...]:
    """The problems of a side, each with its line and with the name that a reader of both sides knows its file by."""
    by_file: dict[str, list[str]] = {}
    for problem in refused.problems:
        if problem.position is None:
            by_file.setdefault(problem.origin.file, []).append(problem.origin.pointer)
    positions = {file: find_positions(side.path(file), pointers) for file, pointers in by_file.items()}
    placed = (
        replace(each, position=each.position or positions[each.origin.file].get(each.origin.pointer))
        for each in refused.problems
    )
    return as_called(Refused(placed), side.prefix)


def as_called(refused: Refused, prefix: str) -> tuple[Problem, ...]:
    """The problems with what the names of their files begin with for a reader of both sides."""
    return tuple(
        replace(each, origin=replace(each.origin, file=f"{prefix}{each.origin.file}")) for each in refused.problems
    )
