"""Git: files of a revision, taken out of a repository without touching its working tree.

In: what a user calls a revision. Out: a `Tree` with the names of its files, and their bytes; `Unclear` outside of a
repository, and where there is no such revision.

Why not `git archive`: attributes of the repository leave files out of it and change what is in them. Objects are the
bytes that were committed.
"""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from specwright.sides.unclear import Unclear

__all__ = ["Repository", "Tree", "repository_here"]

_LINK = "120000"
_MAX_LINKS = 8
_NOW = "HEAD"
_SHALLOW = "This clone is shallow: `git fetch --unshallow` brings the rest, in a workflow `fetch-depth: 0`."


@dataclass(frozen=True, slots=True)
class Tree:
    """A revision as its user calls it; its files by their paths from the top, each a mode and an object."""

    revision: str
    repository: Repository
    files: Mapping[str, tuple[str, str]]

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """The bytes of those of the files that there are, links followed."""
        meant = {name: name for name in names}
        found: dict[str, bytes] = {}
        for _ in range(_MAX_LINKS):
            known = {asked: name for asked, name in meant.items() if name in self.files}
            contents = self._blobs(known.values())
            meant = {}
            for asked, name in known.items():
                if self.files[name][0] == _LINK:
                    meant[asked] = _joined(name.rpartition("/")[0], contents[name].decode(errors="replace"))
                else:
                    found[asked] = contents[name]
        return found

    def _blobs(self, names: Iterable[str]) -> dict[str, bytes]:
        """The objects of files, all by one process."""
        listed = tuple(dict.fromkeys(names))
        if not listed:
            return {}
        wanted = "".join(f"{self.files[name][1]}\n" for name in listed).encode()
        out = _git(self.repository.top, "cat-file", "--batch", given=wanted).stdout
        found: dict[str, bytes] = {}
        at = 0
        for name in listed:
            end = out.index(b"\n", at)
            if out[at:end].endswith(b" missing"):  # a partial clone, and nobody to ask
                raise Unclear(f'git does not have the content of "{name}" in {self.revision}. Fetch it: `git fetch`.')
            size = int(out[at:end].rpartition(b" ")[2])
            found[name] = out[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def has_folder(self, name: str) -> bool:
        """Whether there is something below a folder of this name; the top has the empty one."""
        return not name or any(each.startswith(f"{name}/") for each in self.files)


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around the working folder; `below` is that folder as seen from the top."""

    top: Path
    below: str

    def tree(self, revision: str) -> Tree:
        """The files of a revision."""
        commit = self.commit(revision)
        if commit is None:
            raise Unclear(f'git knows no revision "{revision}".{self.lack(revision)}')
        listed = _git(self.top, "ls-tree", "-r", "-z", "--full-tree", commit).stdout.decode(errors="surrogateescape")
        entries = (line.partition("\t") for line in listed.split("\0") if line)
        fields = ((name, *head.split(" ")) for head, _, name in entries)
        found = {name: (mode, identity) for name, mode, kind, identity in fields if kind == "blob" and _stays(name)}
        return Tree(revision, self, found)

    def commit(self, revision: str) -> str | None:
        """The commit that a revision means, if it means one."""
        done = _git(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return done.stdout.decode().strip() or None

    def lack(self, revision: str) -> str:
        """Why a revision may not be here, as a sentence to put behind another; empty where nothing is known."""
        if revision.startswith(_NOW) and self.commit(_NOW) is None:
            return " This repository has no commit yet."
        shallow = _git(self.top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        return f" {_SHALLOW}" if shallow else ""

    def names_of(self, path: str) -> tuple[str, ...]:
        """What a path behind a revision may mean, as seen from the top: git reads `./` from the working folder."""
        if path.startswith(("./", "../")):
            return (_joined(self.below, path),)
        return tuple(dict.fromkeys((_joined("", path), _joined(self.below, path))))


def repository_here() -> Repository:
    """The repository around the working folder."""
    done = _git(Path.cwd(), "rev-parse", "--show-toplevel", "--show-prefix")
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise Unclear(f"a revision needs a git repository here: {reason}")
    top, _, below = done.stdout.decode(errors="surrogateescape").removesuffix("\n").partition("\n")
    return Repository(Path(top), below.rstrip("/"))


def _joined(folder: str, path: str) -> str:
    """A path below a folder; one that leads out of the repository leads nowhere."""
    whole = posixpath.normpath(posixpath.join(folder, path))
    return "" if whole == "." else whole


def _stays(name: str) -> bool:
    """Whether a file of a tree lies below its top; a tree that git did not make may say otherwise."""
    return ".." not in name.replace("\\", "/").split("/") and not name.startswith(("/", "\\"))


def _git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, input=given)  # noqa: S603 - no shell reads it
    except FileNotFoundError:
        raise Unclear("a revision needs git, which is not installed.") from None
