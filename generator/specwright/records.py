"""Records: what a run that left everything in order saw, so that the next one can answer at once.

In: a `Config`, what was looked at, and the manifest of the output. Out: a record beside the project, for `quick`.

Why the configuration is read again: a document that came to be during the run matches a pattern all the same. The
folders are looked at before that, so one that comes later still is seen as a change.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from specwright.cache import FOLDER, NO_CACHE, Cache, write_whole
from specwright.config import Config, looked_in, read_config
from specwright.emit import Manifest, read_manifest, strays_in, workspace_of
from specwright.inputs import TOOLS
from specwright.looked import Looked
from specwright.problems import Refused
from specwright.quick import Line, checkout, digest_of, generator_key, look, record_of, written
from specwright.templates import template_root

__all__ = ["cache_of", "remember"]


_DECIDING = (*TOOLS, "jinja2", "jsonschema-rs", "openapi-spec-validator", "pydantic", "pyyaml")


def cache_of(config: Config) -> Cache:
    """The cache beside a configuration; a run without one leaves nothing behind."""
    if config.file is None:
        return NO_CACHE
    tools = (f"{name} {look('tool', name)}" for name in _DECIDING)
    return Cache(config.root / FOLDER, "\n".join((generator_key(), sys.version, *tools)))


def remember(config: Config, looked: Looked, shown: str) -> None:
    """Keep a record of an output that is as it should be."""
    if config.file is None:
        return
    try:
        own = digest_of(str(config.file))
        folders = [*_folders(config)]
        again = read_config(config.file)
        manifest, strays = read_manifest(config.output, shown=shown), strays_in(config.output, shown=shown)
    except (OSError, Refused):
        return
    is_default = again.output == config.output
    if again.sdks != config.sdks or manifest is None or strays:
        return
    lines = chain([("file", str(config.file.resolve()), own)], folders, _inputs(looked), _outputs(config, manifest))
    place = record_of(str(config.file), "" if is_default else str(config.output))
    if content := written((*lines, ("said", said := f"{shown} is up to date.", said))):
        write_whole(Path(place), content)


def _folders(config: Config) -> Iterator[Line]:
    patterns = dict.fromkeys(pattern for sdk in config.sdks for pattern in sdk.specs)
    for folder in dict.fromkeys(each for pattern in patterns for each in looked_in(pattern, config.root)):
        yield _line("folder", folder)


def _inputs(looked: Looked) -> Iterator[Line]:
    yield from (("file", path, digest) for path, digest in looked.seen.items())
    yield from (_line("tool", tool) for tool in TOOLS)
    yield _line("tree", template_root())
    yield from (_line("source", folder) for folder in checkout())


def _outputs(config: Config, manifest: Manifest) -> Iterator[Line]:
    place = config.output.resolve()
    yield _line("folder", workspace_of(place))
    yield _line("tree", place)
    yield _line("file", place / "manifest.json")
    yield from (("file", str(place / path), digest) for path, digest in manifest.files)


def _line(kind: str, path: Path | str) -> Line:
    return kind, str(path), look(kind, str(path))
