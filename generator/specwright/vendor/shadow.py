"""Shadow: the project as it would be with other files in it, somewhere else on the disk.

In: a configuration, and contents that are to stand in the place of what is there. Out: the same configuration over a
folder that holds just what reading it takes, under the same names.

Why a copy and not the project itself: the report is made before anything is replaced. So a run that is only to show
what an update means goes the same way, and one that fails has written nothing.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from specwright.config import Config, SdkConfig, Source
from specwright.load import load
from specwright.load.pointers import split
from specwright.problems import Problem

__all__ = ["DEAD", "shadowed", "without_dead"]

DEAD = "dead-overlay"


def shadowed(
    config: Config, folder: Path, contents: Mapping[str, bytes], gone: Iterable[str], untouched: frozenset[str]
) -> Config:
    """The project below `folder` with these contents; all names are as seen from the configuration's folder.

    Documents that are `untouched` are read where they are.
    """
    left = set(gone)
    for name, path in _files(config).items():
        if name not in left and name not in contents:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    sdks = tuple(replace(sdk, sources=_moved(sdk, folder, untouched)) for sdk in config.sdks)
    file = folder / config.file.name if config.file else None
    return replace(config, root=folder, sdks=sdks, file=file)


def without_dead(config: Config, problems: Iterable[Problem], folder: Path) -> Config:
    """The same without the actions of overlays that match nothing any more, to see what lies behind these."""
    dead: dict[str, set[int]] = {}
    for problem in problems:
        if problem.code == DEAD:
            dead.setdefault(problem.origin.file, set()).add(int(split(problem.origin.pointer)[1]))
    return replace(config, sdks=tuple(replace(sdk, sources=_alive(sdk.sources, dead, folder)) for sdk in config.sdks))


def _files(config: Config) -> Mapping[str, Path]:
    """What reading takes: documents and overlays, whatever lies in their folders, and the settings of the project.

    A reference may lead anywhere below the project, but the folder at its top that the document is in is where it does.
    """
    listed = [source for sdk in config.sdks for source in sdk.sources]
    tops = {PurePosixPath(source.shown).parts[0] for source in listed}
    found = {path.name: path for path in sorted(config.root.glob("*.toml")) if path.is_file()}
    for top in sorted(tops):
        found |= {_name(path, config): path for path in sorted((config.root / top).rglob("*")) if _counts(path, config)}
    overlays = {source.overlay_shown: source.overlay for source in listed if source.overlay}
    return {**found, **{source.shown: source.path for source in listed}, **overlays}


def _name(path: Path, config: Config) -> str:
    return path.relative_to(config.root).as_posix()


def _counts(path: Path, config: Config) -> bool:
    is_hidden = any(part.startswith(".") for part in path.relative_to(config.root).parts)
    return not is_hidden and not path.is_relative_to(config.output) and path.is_file()


def _moved(sdk: SdkConfig, folder: Path, untouched: frozenset[str]) -> tuple[Source, ...]:
    return tuple(
        source
        if source.shown in untouched
        else replace(
            source, path=folder / source.shown, overlay=folder / source.overlay_shown if source.overlay else None
        )
        for source in sdk.sources
    )


def _alive(sources: Iterable[Source], dead: Mapping[str, set[int]], folder: Path) -> tuple[Source, ...]:
    return tuple(
        replace(source, overlay=_mended(source, dead[source.overlay_shown], folder))
        if source.overlay_shown in dead
        else source
        for source in sources
    )


def _mended(source: Source, dead: set[int], folder: Path) -> Path | None:
    """The overlay without these actions; none if that leaves nothing."""
    assert source.overlay, "only an overlay has dead actions"
    data = load(source.overlay, source.overlay_shown).data
    actions = data["actions"]
    assert isinstance(actions, list), "an overlay without actions has been refused"
    left = [action for index, action in enumerate(actions) if index not in dead]
    path = folder / "alive" / source.overlay_shown
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**data, "actions": left}), "utf-8")
    return path if left else None
