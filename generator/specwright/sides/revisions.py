"""Revisions: a project, a folder or a document of a git revision, as a side.

In: a `Tree`, and a name in it. Out: a `Side` whose files lie in a folder of their own, as they were committed.

Why not all of a revision is taken out: a repository may hold much that no document refers to. What the patterns of the
configuration name, the overlays beside it, and what these refer to is all that is read.
"""

from __future__ import annotations

import posixpath
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from specwright.config import CONFIG_NAME, LEDGER_NAME, Config, SdkConfig, read_config
from specwright.config.patterns import NOT, OVERLAY, source_of
from specwright.problems import Refused
from specwright.sides.folders import SUFFIXES, documents_of
from specwright.sides.git import Tree
from specwright.sides.mentioned import closure
from specwright.sides.unclear import Unclear
from specwright.sides.values import Side, as_called

__all__ = ["at_revision", "project_at"]

_WILD = re.compile(r"\\\{[a-z][a-z0-9_]*\\\}|\\\*")


def at_revision(tree: Tree, names: Iterable[str], folder: Path) -> Side:
    """The first of these names that the revision has: a document, a project, or a folder of documents."""
    listed = tuple(names)
    for name in listed:
        if name in tree.files:
            return _document(tree, name, folder)
        if tree.has_folder(name):
            is_project = _below(name, CONFIG_NAME) in tree.files
            return project_at(tree, name, folder) if is_project else _folder(tree, name, folder)
    raise Unclear(f"{tree.revision} has no file or folder {' or '.join(listed)}.")


def project_at(tree: Tree, name: str, folder: Path) -> Side:
    """The project whose configuration lies in a folder of the revision."""
    file = _below(name, CONFIG_NAME)
    content = tree.read([file])
    if not content:
        raise Unclear(f"{tree.revision} has no {file}.")
    wanted = [re.compile(_below(re.escape(name), _expression(each))) for each in _patterns(content[file])]
    found = [each for each in tree.files if any(one.fullmatch(each) for one in wanted)]
    _take_out(tree, [file, _below(name, LEDGER_NAME), *_with_overlays(tree, found)], folder)
    prefix = f"{tree.revision}:{_below(name, '')}"
    try:
        config = read_config(folder / file)
    except Refused as refused:
        raise Refused(as_called(refused, prefix)) from refused
    return Side(tree.revision, config, prefix, revision=tree.revision)


def _document(tree: Tree, name: str, folder: Path) -> Side:
    _take_out(tree, _with_overlays(tree, [name]), folder)
    source = source_of(folder / name, folder.resolve())
    config = Config(folder.resolve(), folder / "output", (SdkConfig("document", "document", "", "", (source,)),))
    prefix = f"{tree.revision}:"
    return Side(f"{prefix}{name}", config, prefix, is_one=True, has_packages=False, revision=tree.revision)


def _folder(tree: Tree, name: str, folder: Path) -> Side:
    prefix = f"{tree.revision}:{_below(name, '')}"
    found = [each for each in tree.files if each.startswith(_below(name, "")) and each.endswith(SUFFIXES)]
    _take_out(tree, found, folder)
    config = documents_of(folder / name)
    if not config.sdks:
        raise Unclear(f"{prefix} holds no OpenAPI document.")
    return Side(prefix.rstrip("/"), config, prefix, has_packages=False, revision=tree.revision)


def _take_out(tree: Tree, names: Iterable[str], folder: Path) -> None:
    for name, content in closure(names, tree.read).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _with_overlays(tree: Tree, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        beside = f"{posixpath.splitext(name)[0]}{OVERLAY}"
        if beside in tree.files:
            yield beside


def _patterns(content: bytes) -> Iterator[str]:
    """The entries of `specs`, wherever they are readable; what is wrong with the file, reading it will say."""
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return
    listed = data.get("sdk")
    for table in cast("list[object]", listed) if isinstance(listed, list) else []:
        specs = cast("dict[str, object]", table).get("specs") if isinstance(table, dict) else None
        for each in cast("list[object]", specs) if isinstance(specs, list) else []:
            if isinstance(each, str) and not each.startswith(NOT):
                yield posixpath.normpath(each)


def _expression(pattern: str) -> str:
    return _WILD.sub("[^/]*", re.escape(pattern))


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
