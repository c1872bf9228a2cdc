"""Building: the site from the pages.

In: shelves (the folder of an SDK's pages, with its languages). Out: a folder that any web server serves as it is, with
each page as Markdown beside it, so that the links of `llms.txt` hold there too.

Each volume is built by itself in a folder beside the site; the site is changed for the new one only when all are done.
A folder that is not a site of ours is left alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from specwright.problems import Origin, Problem, Refused
from specwright.site.links import address
from specwright.site.navigation import groups_of
from specwright.site.pages import adapted
from specwright.site.switches import Switch, language_name, switches_of
from specwright.site.theme import write_theme
from specwright.site.views import RootView, ShelfView, VolumeView
from specwright.site.volumes import Volume, read_volumes
from specwright.site.words import words_of
from specwright.site.zensical import installed_languages, run_zensical
from specwright.templates import render

__all__ = ["Shelf", "build_site"]

_MARK = ".specwright-site"
# It is for a whole host, and a volume does not know where a wrong address was followed.
_UNUSED = shutil.ignore_patterns("404.html")


@dataclass(frozen=True, slots=True)
class Shelf:
    """An SDK's pages: their folder and its name in messages, the languages, the user's catalogues, where they go."""

    pages: Path
    shown: str
    locales: tuple[str, ...]
    catalogues: Path
    folder: str


def build_site(shelves: Sequence[Shelf], out: Path) -> int:
    """Build the site into a folder; the number of its pages."""
    out = out.resolve()
    _refuse_foreign(out)
    volumes = {shelf.folder: read_volumes(shelf.pages, shelf.locales) for shelf in shelves}
    absent = [shelf for shelf in shelves if not volumes[shelf.folder]]
    if absent:
        hint = "Run `specwright generate` first."
        raise Refused([Problem("site", Origin(shelf.shown), "there are no pages here.", hint) for shelf in absent])
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", suffix=".specwright", dir=out.parent) as work:
        site = Path(work) / "site"
        for shelf in shelves:
            _build_shelf(shelf, volumes[shelf.folder], Path(work), site / shelf.folder)
        (site / "index.html").write_text(_root(shelves, volumes), "utf-8")
        (site / _MARK).write_text("Made by `specwright docs build`, which replaces this folder as a whole.\n")
        shutil.rmtree(out, ignore_errors=True)
        site.rename(out)
    return sum(len(volume.pages) for each in volumes.values() for volume in each)


def _refuse_foreign(out: Path) -> None:
    if out.exists() and not (out / _MARK).is_file() and (not out.is_dir() or any(out.iterdir())):
        hint = "Name an empty folder, or one that an earlier build made."
        raise Refused([Problem("site", Origin(str(out)), "this is no site of ours, and is left as it is.", hint)])


def _build_shelf(shelf: Shelf, volumes: Sequence[Volume], work: Path, site: Path) -> None:
    """Every volume, several at a time; a home comes before what lies inside it."""
    projects = [work / (shelf.folder or "pages") / str(number) for number, _ in enumerate(volumes)]
    for volume, project in zip(volumes, projects, strict=True):
        _lay_out(shelf, volumes, volume, project)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        built = list(pool.map(run_zensical, projects, [f"{shelf.shown}/{volume.folder}" for volume in volumes]))
    for volume, made in zip(volumes, built, strict=True):
        shutil.copytree(made, site / volume.folder, ignore=_UNUSED, dirs_exist_ok=True)
        for page in volume.pages:
            shutil.copyfile(shelf.pages / volume.folder / page, site / volume.folder / page)
    for path in sorted(shelf.pages.glob("llms*.txt")):
        shutil.copyfile(path, site / path.name)


def _lay_out(shelf: Shelf, volumes: Sequence[Volume], volume: Volume, project: Path) -> None:
    """One volume as a project of Zensical's."""
    pages = shelf.pages / volume.folder
    everywhere = {f"{each.folder}/{page}" for each in volumes for page in each.pages}
    for page in volume.pages:
        path = project / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (pages / page).read_text("utf-8")
        path.write_text(adapted(text, volume, page, switches_of(volumes, volume, page), everywhere), "utf-8")
    groups = groups_of((pages / "index.md").read_text("utf-8"), set(volume.pages) - {"index.md"})
    listed = {"index.md", *(entry.path for group in groups for entry in group.entries)}
    view = VolumeView(
        title=volume.title,
        home=address(f"{volume.folder}/index.md", f"{volume.locale}/index.md"),
        language=write_theme(project / "theme", volume.locale, installed_languages()),
        searched=not volume.is_leaf,
        groups=groups,
        unlisted=tuple(page for page in volume.pages if page not in listed),
        words=words_of(volume.locale, shelf.catalogues),
    )
    (project / "zensical.toml").write_text(render("site/zensical.toml.jinja", {"view": view}), "utf-8")


def _root(shelves: Sequence[Shelf], volumes: dict[str, tuple[Volume, ...]]) -> str:
    views = tuple(_shelf_view(shelf, volumes[shelf.folder]) for shelf in shelves)
    return render("site/root.html.jinja", {"view": RootView(views[0].title, shelves[0].locales[0], views)})


def _shelf_view(shelf: Shelf, volumes: Sequence[Volume]) -> ShelfView:
    base = f"{shelf.folder}/" if shelf.folder else ""
    tags = dict.fromkeys(volume.locale for volume in volumes)
    languages = tuple(Switch(language_name(tag), tag, f"{base}{tag}/index.html", here=False) for tag in tags)
    return ShelfView(volumes[0].title, languages)
