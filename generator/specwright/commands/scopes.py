"""`specwright scopes`: what operations ask for, or what the calls in Python code need.

In: a `Config`, and paths of code. Out: an exit code; without paths the matrix of operations and scopes on stdout, else
the least scopes with their reasons.

Why a document is named by `--spec`: arguments are code here, for that is what changes from one call to the next.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import click

from specwright.answered import finish
from specwright.asked import configured
from specwright.config import CONFIG_NAME, Config
from specwright.progress import progress

if TYPE_CHECKING:
    from specwright.scopes import Contract, Held

__all__ = ["command"]

_Style = Literal["text", "json", "markdown", "github"]
_PATH = click.Path(path_type=Path)
_CODE = (".py", ".ipynb", ".pyw")


class _Asked(TypedDict):
    """What the command line asks for."""

    paths: tuple[Path, ...]
    specs: tuple[Path, ...]
    config_file: Path | None
    package: str | None
    have: str | None
    schemes: tuple[str, ...]
    strict: bool
    style: _Style


@dataclass(frozen=True, slots=True)
class _Program:
    """Code, and how it is judged."""

    paths: tuple[Path, ...]
    have: frozenset[str] | None
    schemes: tuple[str, ...]
    strict: bool


@click.command("scopes")
@click.argument("paths", nargs=-1, type=_PATH, metavar="[PATH]...")
@click.option("--spec", "specs", type=_PATH, multiple=True, help="A document, in place of a configuration.")
@click.option("--config", "config_file", type=_PATH, help=f"The configuration, instead of the nearest {CONFIG_NAME}.")
@click.option("--package", help="The package's name, for --spec.")
@click.option("--have", metavar="SCOPE,…", help="The scopes that you have: say what is missing, and exit 1 if any is.")
@click.option("--scheme", "schemes", multiple=True, help="Use this scheme alone; may be given again.")
@click.option("--strict", is_flag=True, help="Exit 1 also where a call could not be read.")
@click.option("--format", "style", type=click.Choice(["text", "json", "markdown", "github"]), default="text")
def command(**asked: Unpack[_Asked]) -> None:
    """Say which scopes each operation needs; with PATHs of Python code, which ones the calls in it need."""
    _require_sense(asked)
    config = configured({"specs": asked["specs"], "config_file": asked["config_file"]}, package=asked["package"])
    have = None if asked["have"] is None else frozenset(asked["have"].replace(",", " ").split())
    program = _Program(asked["paths"], have, asked["schemes"], asked["strict"])
    finish(
        config, lambda: _judged(config, program, asked["style"]) if program.paths else _matrix(config, asked["style"])
    )


def _require_sense(asked: _Asked) -> None:
    """Refuse what makes no sense together."""
    for path in asked["paths"]:
        if not path.exists():
            raise click.UsageError(f'there is no file "{path}".')
        if path.is_file() and path.suffix not in _CODE:
            raise click.UsageError(f'"{path}" is no Python code. A document is named by --spec.')
    if asked["style"] == "markdown" and asked["paths"]:
        raise click.UsageError("--format markdown is for the matrix, without PATH.")
    if not asked["paths"]:
        for option, given in (("--have", asked["have"]), ("--scheme", asked["schemes"]), ("--strict", asked["strict"])):
            if given:
                raise click.UsageError(f"{option} goes with a PATH of Python code.")
        if asked["style"] == "github":
            raise click.UsageError("--format github annotates calls, so it goes with a PATH of Python code.")


def _contracts(config: Config) -> list[Contract]:
    with progress(sys.stderr) as tell:
        from specwright.pipeline import read_sdks  # noqa: PLC0415
        from specwright.scopes import contract_of  # noqa: PLC0415

        return [contract_of(sdk) for sdk in read_sdks(config, tell)]


def _matrix(config: Config, style: _Style) -> int:
    """Print what each operation needs."""
    from specwright.scopes import print_matrix  # noqa: PLC0415

    assert style != "github", "refused before"
    click.echo(print_matrix(_contracts(config), style), nl=False)
    return 0


def _judged(config: Config, program: _Program, style: _Style) -> int:
    """Print what the calls need; 1 where something is missing, or not read and that counts."""
    from specwright.report import print_problems  # noqa: PLC0415
    from specwright.scopes import as_json, as_problems, judge, print_text  # noqa: PLC0415
    from specwright.scopes.reading import read_program, surface_of  # noqa: PLC0415

    contracts = _contracts(config)
    held = _held(contracts, program)
    judgement = judge(contracts, read_program(program.paths, surface_of(contracts)), held)
    match style:
        case "json":
            click.echo(as_json(judgement), nl=False)
        case "github":
            problems = as_problems(judgement, "error" if program.strict else "warning")
            click.echo(print_problems(problems, Path.cwd(), "github"), nl=False)
        case _:
            click.echo(print_text(judgement), nl=False)
    is_met = all(verdict.is_met for verdict in judgement.verdicts)
    return 0 if is_met and not (program.strict and judgement.gaps) else 1


def _held(contracts: list[Contract], program: _Program) -> Held:
    """What the caller has, each scheme one that there is."""
    from specwright.scopes import Held, schemes_named  # noqa: PLC0415

    schemes: list[str] = []
    for word in program.schemes:
        found = schemes_named(contracts, word)
        if not found:
            known = sorted({name for each in contracts for release in each.releases for name in release.arguments})
            raise click.UsageError(f'no scheme "{word}". Known: {", ".join(known) or "none"}.')
        schemes += found
    return Held(program.have, tuple(dict.fromkeys(schemes)))
