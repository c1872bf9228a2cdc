"""Documents below folders.

In: folders. Out: a `Found` for each OpenAPI or Swagger document, with a digest of its text and of all files that it
refers to. The look at the text is cheap: whether the document means anything is for the generator to say.

Why a file with a version is a document even where others refer to it: it would be handed to a generator by itself too.
A file without one is a document only if nobody refers to it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import unquote

__all__ = ["Found", "find"]

_ENDINGS: Final = frozenset({".json", ".yaml", ".yml"})
_KEY = r"(?:^|[{{,])\s*[\"']?{}[\"']?\s*:"
_VERSION: Final = re.compile(_KEY.format("(?:openapi|swagger)") + r"\s*[\"']?\d", re.MULTILINE)
_PARTS: Final = tuple(re.compile(_KEY.format(word), re.MULTILINE) for word in ("info", "paths"))
_REFERENCE: Final = re.compile(r"\$ref[\"']?\s*:\s*[\"']?([^\"'\s#{}]+)")


@dataclass(frozen=True, slots=True)
class Found:
    """One document: the folder that it was found below, its name there, its path, and a digest of all it is made of."""

    folder: Path
    shown: str
    path: Path
    digest: str

    @property
    def collection(self) -> str:
        """What the folder is called."""
        return self.folder.name


def find(folders: Iterable[Path], only: str) -> Iterator[Found]:
    """Every document whose name fits `only`, folder by folder, by name."""
    for folder in folders:
        root = folder if folder.is_dir() else folder.parent
        texts = dict(_texts(folder))
        referred = {target for path, text in texts.items() for target in _targets(path, text)}
        for path, text in texts.items():
            shown = path.relative_to(root).as_posix()
            if fnmatch(shown, only) and _is_document(text, is_referred=path in referred):
                yield Found(root, shown, path, _digest(path, texts))


def _texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """A folder's texts; a file stands for itself."""
    below = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
    for path in below:
        if path.suffix.lower() in _ENDINGS and path.is_file():
            yield path, path.read_text("utf-8", "replace")


def _is_document(text: str, *, is_referred: bool) -> bool:
    return bool(_VERSION.search(text)) or (not is_referred and all(part.search(text) for part in _PARTS))


def _targets(path: Path, text: str) -> Iterator[Path]:
    for reference in sorted(set(_REFERENCE.findall(text))):
        yield Path(os.path.normpath(path.parent / unquote(reference)))


def _digest(path: Path, texts: dict[Path, str]) -> str:
    """Of the document and of every file that it reaches."""
    reached: dict[Path, str] = {}
    waiting = [path]
    while waiting:
        each = waiting.pop()
        if each in texts and each not in reached:
            reached[each] = texts[each]
            waiting.extend(_targets(each, texts[each]))
    digest = sha256(str(path).encode())
    for each in sorted(reached):
        digest.update(reached[each].encode())
    return digest.hexdigest()[:16]
