"""Outputs: the folder that a configuration writes, seen from outside: its name, and whether it is as it should be.

In: a `Config`. Out: a name for messages, yes or no, and what a run of some targets leaves alone.
"""

from __future__ import annotations

from specwright.config import Config
from specwright.emit import Inputs, is_fresh, read_manifest
from specwright.inputs import inputs_of, is_edited, known_references
from specwright.looked import Looked

__all__ = ["is_up_to_date", "last_inputs", "left_alone", "shown_output", "stands_left"]


def shown_output(config: Config) -> str:
    """What messages call the output folder."""
    output = config.output.resolve()
    return output.relative_to(config.root).as_posix() if output.is_relative_to(config.root) else str(config.output)


def is_up_to_date(config: Config, looked: Looked) -> bool:
    """Whether there is nothing to do, told by digests alone."""
    inputs = last_inputs(config, looked)
    return not is_edited(config.output / "manifest.json") and is_fresh(config.output, inputs)


def left_alone(config: Config, targets: tuple[str, ...]) -> dict[str, bytes]:
    """What other targets wrote last; a run of some targets keeps it as it is."""
    last = read_manifest(config.output, shown=shown_output(config)) if targets else None
    listed = (path for path, _ in (last.files if last else ()) if path.partition("/")[0] not in targets)
    return {path: (config.output / path).read_bytes() for path in listed if (config.output / path).is_file()}


def stands_left(config: Config, targets: tuple[str, ...]) -> dict[str, str]:
    """What the last run knew of files that a run of some targets keeps."""
    last = read_manifest(config.output, shown=shown_output(config)) if targets else None
    told: dict[str, str] = {**last.inputs.stands} if last else {}
    return {path: digest for path, digest in told.items() if path.partition("/")[0] not in targets}


def last_inputs(config: Config, looked: Looked) -> Inputs:
    """What would decide the output now, as far as the last run knew."""
    last = read_manifest(config.output, shown=shown_output(config))
    return inputs_of(config, known_references(config, last.inputs) if last else (), looked=looked)
