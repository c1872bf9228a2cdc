"""Commands: what each one does once its arguments are read.

In: a `Config`. Out: an exit code; results on stdout, messages on stderr.

Why stages are imported inside `progress`: their libraries take a good part of the first second.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from specwright.commands_coverage import held_to, held_to_last
from specwright.config import Config
from specwright.emit import Inputs, is_fresh, read_manifest
from specwright.inputs import inputs_of, is_edited, known_references, partial_targets
from specwright.limits import Limits
from specwright.problems import Problem
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.report import Style

__all__ = ["run_check", "run_generate", "run_ir", "run_lint", "say", "target_names"]

_TOLD_WHOLE = 30
_TOLD_FIRST = 10


def run_generate(config: Config, targets: tuple[str, ...], jobs: int, limits: Limits, *, always: bool) -> int:
    """Write the output, or say that there is nothing to do."""
    shown = _shown(config)
    if not always and not targets and _is_fresh(config):
        click.echo(f"{shown} is up to date.", err=True)
        return held_to_last(limits, config)
    with progress(sys.stderr) as tell:
        from specwright.coverage import summary  # noqa: PLC0415
        from specwright.emit import write  # noqa: PLC0415
        from specwright.pipeline import generate  # noqa: PLC0415

        outcome = generate(config, targets, jobs, tell)
    _warn(outcome.warnings, config.root)
    if held_to(limits, outcome.ledger):
        return 1
    inputs = inputs_of(config, outcome.references, ",".join(sorted(targets)))
    written = write(config.output, {**_left_alone(config, targets), **outcome.files}, inputs, shown=shown)
    counts = {
        "created": written.created,
        "changed": written.changed,
        "removed": written.removed,
        "unchanged": written.unchanged,
    }
    told = ", ".join(f"{len(paths)} {what}" for what, paths in counts.items() if paths)
    click.echo(f"{shown}: {told}. {summary(outcome.ledger)}", err=True)
    return 0


def run_check(config: Config, targets: tuple[str, ...], jobs: int, limits: Limits) -> int:
    """Print each difference between the output and a fresh run, with its cause."""
    shown = _shown(config)
    if not targets and _is_fresh(config):
        click.echo(f"{shown} is up to date.", err=True)
        return held_to_last(limits, config)
    with progress(sys.stderr) as tell:
        from specwright.emit import check  # noqa: PLC0415
        from specwright.pipeline import generate  # noqa: PLC0415

        outcome = generate(config, targets, jobs, tell)
    files = {**_left_alone(config, targets), **outcome.files}
    last = read_manifest(config.output, shown=shown)
    inputs = inputs_of(config, outcome.references, partial_targets(last.inputs) if last else "")
    drifts = check(config.output, files, inputs, shown=shown)
    # Nothing of it is there: each file would be a difference, and none would say anything.
    if len(drifts) > len(files) and all(drift.kind == "missing" for drift in drifts):
        click.echo("there is no output yet: run specwright generate.", err=True)
        return 1
    for drift in drifts:
        click.echo(f"{shown}/{drift.path}: {drift.kind}: {'; '.join(drift.causes)}")
        click.echo(drift.diff, nl=False)
    if drifts:
        count = "1 file differs" if len(drifts) == 1 else f"{len(drifts)} files differ"
        click.echo(f"{count}. Run `specwright generate`.", err=True)
        return 1
    click.echo(f"{shown} is up to date.", err=True)
    return held_to(limits, outcome.ledger)


def run_lint(config: Config, style: Style) -> int:
    """Print everything that is wrong with the documents."""
    with progress(sys.stderr) as tell:
        from specwright.pipeline import read_problems  # noqa: PLC0415
        from specwright.problems import has_errors  # noqa: PLC0415
        from specwright.report import print_problems  # noqa: PLC0415

        problems = read_problems(config, tell)
    click.echo(print_problems(problems, config.root, style), nl=False)
    return 1 if has_errors(problems) else 0


def run_ir(config: Config) -> int:
    """Print each document's IR."""
    with progress(sys.stderr) as tell:
        from specwright.irjson import as_json  # noqa: PLC0415
        from specwright.pipeline import read_apis  # noqa: PLC0415

        readings = read_apis(config, tell=tell)
    apis = [as_json(reading.api) for reading in readings.values() if reading.api]
    click.echo(json.dumps(apis if len(apis) != 1 else apis[0], indent=2, ensure_ascii=False))
    return 0


def say(problems: Iterable[Problem], root: Path) -> None:
    """Print problems on stderr."""
    from specwright.report import print_problems  # noqa: PLC0415

    click.echo(print_problems(problems, root, "text"), err=True, nl=False)


def _warn(problems: Sequence[Problem], root: Path) -> None:
    """Print warnings on stderr; of a great many the first ones, and how many there are of which kind."""
    if len(problems) <= _TOLD_WHOLE:
        return say(problems, root)
    say(problems[:_TOLD_FIRST], root)
    count = Counter(problem.code for problem in problems[_TOLD_FIRST:])
    listed = ", ".join(f"{number} {code}" for code, number in sorted(count.items()))
    return click.echo(f"And {count.total()} more warnings ({listed}): specwright lint lists them.", err=True)


def target_names() -> tuple[str, ...]:
    """The names that `--target` takes."""
    from specwright.targets import TARGETS  # noqa: PLC0415

    return tuple(target.name for target in TARGETS)


def _left_alone(config: Config, targets: tuple[str, ...]) -> dict[str, bytes]:
    """What other targets wrote last; a run of some targets keeps it as it is."""
    last = read_manifest(config.output, shown=_shown(config)) if targets else None
    listed = (path for path, _ in (last.files if last else ()) if path.partition("/")[0] not in targets)
    return {path: (config.output / path).read_bytes() for path in listed if (config.output / path).is_file()}


def _is_fresh(config: Config) -> bool:
    return not is_edited(config.output / "manifest.json") and is_fresh(config.output, _last_inputs(config))


def _last_inputs(config: Config) -> Inputs:
    """What would decide the output now, as far as the last run knew."""
    last = read_manifest(config.output, shown=_shown(config))
    return inputs_of(config, known_references(config, last.inputs) if last else ())


def _shown(config: Config) -> str:
    output = config.output.resolve()
    return output.relative_to(config.root).as_posix() if output.is_relative_to(config.root) else str(config.output)
