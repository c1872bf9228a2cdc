"""A wheelhouse: every distribution that a build or a hook needs, as wheels in one folder.

In: the environment that the tests run in, which has them all installed. Out: a folder for `pip --find-links`.

Why packed again from what is installed, and not downloaded: the tests need no network then, not even once, and use the
versions that everything else is tested with.
"""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["closure", "pack"]


def closure(requirements: Iterable[str]) -> Iterator[Distribution]:
    """What these requirements need, and what that needs, each once."""
    seen: set[str] = set()
    waiting = [Requirement(each) for each in requirements]
    while waiting:
        requirement = waiting.pop(0)
        name = canonicalize_name(requirement.name)
        if name in seen:
            continue
        seen.add(name)
        found = distribution(name)
        yield found
        needed = [Requirement(each) for each in found.requires or ()]
        extras = ("", *sorted(requirement.extras))
        waiting += [each for each in needed if any(_applies(each, extra) for extra in extras)]


def _applies(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def pack(installed: Distribution, folder: Path) -> Path:
    """The wheel that a distribution was installed from, as near as can be told."""
    label = f"{installed.name.replace('-', '_').replace('.', '_')}-{installed.version}"
    tags = [line.removeprefix("Tag: ") for line in (installed.read_text("WHEEL") or "").splitlines() if "Tag: " in line]
    wheel = folder / f"{label}-{_common(tags)}.whl"
    info = next(PurePosixPath(file).parts[0] for file in installed.files or () if file.name == "METADATA")
    rows: list[str] = []
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_STORED) as archive:
        for name, path in _files(installed, label):
            content = path.read_bytes()
            archive.write(path, name)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.append(f'"{name}",sha256={digest},{len(content)}\n')
        archive.writestr(f"{info}/RECORD", "".join([*rows, f"{info}/RECORD,,\n"]))
    return wheel


def _common(tags: list[str]) -> str:
    """The tags as one, such as `cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64`."""
    parts = zip(*(tag.split("-") for tag in tags), strict=True)
    return "-".join(".".join(dict.fromkeys(part)) for part in parts)


def _files(installed: Distribution, label: str) -> Iterator[tuple[str, Path]]:
    """What was in the wheel: a program that no entry point stands for was among its scripts."""
    programs = {point.name for point in installed.entry_points if point.group in ("console_scripts", "gui_scripts")}
    for file in installed.files or ():
        path = Path(str(installed.locate_file(file)))
        if file.suffix == ".pyc" or file.name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):
            continue
        if ".." not in file.parts:
            yield file.as_posix(), path
        elif file.parts[-2] == "bin" and file.name not in programs:
            yield f"{label}.data/scripts/{file.name}", path
        elif file.parts[-2] != "bin":
            yield f"{label}.data/data/{'/'.join(part for part in file.parts if part != '..')}", path
