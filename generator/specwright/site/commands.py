"""Commands: `specwright docs build` and `specwright docs serve`.

In: a `Config`. Out: an exit code; messages on stderr.
"""

from __future__ import annotations

from pathlib import Path

import click

from specwright.config import Config
from specwright.site.building import Shelf, build_site
from specwright.site.serving import serve
from specwright.site.zensical import NEEDED, is_installed

__all__ = ["run_docs_build", "run_docs_serve"]

_SITE = ".cache/site"


def run_docs_build(config: Config, out: Path | None) -> int:
    """Build the site."""
    if not is_installed():
        click.echo(NEEDED, err=True)
        return 1
    folder = out or config.root / _SITE
    count = build_site(_shelves(config), folder)
    click.echo(f"{_shown(folder, config.root)}: {count} pages.", err=True)
    return 0


def run_docs_serve(config: Config, out: Path | None, port: int) -> int:
    """Build the site and serve it until interrupted."""
    code = run_docs_build(config, out)
    if code:
        return code
    try:
        serve(out or config.root / _SITE, port, lambda url: click.echo(f"Serving at {url} until Ctrl-C.", err=True))
    except OSError as error:
        click.echo(f"cannot serve at port {port}: {error.strerror}. Name another one with --port.", err=True)
        return 1
    return 0


def _shelves(config: Config) -> tuple[Shelf, ...]:
    """Pages of one SDK lie in `docs` itself, as its target writes them; those of several in a folder each."""
    alone = len(config.sdks) == 1
    folders = ["" if alone else sdk.name for sdk in config.sdks]
    pages = [config.output / "docs" / folder for folder in folders]
    return tuple(
        Shelf(path, _shown(path, config.root), sdk.locales, config.root / sdk.catalogues, folder)
        for sdk, folder, path in zip(config.sdks, folders, pages, strict=True)
    )


def _shown(path: Path, root: Path) -> str:
    whole = path.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(path)
