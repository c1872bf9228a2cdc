"""The command line: the list of commands, each in a module of its own.

In: `sys.argv`. Out: results on stdout, messages on stderr; exit 0 good, 1 something to fix, 2 wrong usage.

Why a command's module is imported when it is called: each one brings what it needs, and no command pays for another.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click

from specwright import __version__

__all__ = ["main"]

# In the order that help shows them in; each is `command` of `specwright.commands.NAME`.
COMMANDS = ("generate", "check", "lint", "diff", "coverage", "scopes", "names", "vendor", "ir", "i18n", "docs")


class _Listed(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(f"specwright.commands.{cmd_name}").command)


@click.group(cls=_Listed, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="specwright")
def main() -> None:
    """Turn OpenAPI documents into a typed Python SDK, the same bytes every time."""
