"""Where a reference that leads to nothing was probably meant to lead.

In: a document's data and a pointer, or a folder and the name of a file. Out: the pointer or name that exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from specwright.load.nearest import nearest
from specwright.load.pointers import NowhereError, join, lookup, split
from specwright.load.shape import Json

__all__ = ["nearest_file", "nearest_pointer"]


def nearest_pointer(data: Json, pointer: str) -> str | None:
    """Mend the first step that leads nowhere, or find the component of that name."""
    *_, last = split(pointer) or ("",)
    return next((found for found in _candidates(data, split(pointer), last) if _leads(data, found)), None)


def _candidates(data: Json, steps: tuple[str, ...], last: str) -> Iterator[str]:
    value, taken = data, ""
    for index, step in enumerate(steps):
        if not isinstance(value, dict):
            break
        if step not in value:
            if (found := nearest(step, value)) is not None:
                yield join(taken, found, *steps[index + 1 :])
            break
        value, taken = value[step], join(taken, step)
    components = data.get("components") if isinstance(data, dict) else None
    for section in components if isinstance(components, dict) else ():
        yield join("", "components", section, last)


def _leads(data: Json, pointer: str) -> bool:
    try:
        lookup(data, pointer)
    except NowhereError:
        return False
    return True


def nearest_file(path: Path, name: str) -> str | None:
    """Find a file beside the one that does not exist; `name` is its path as it was written."""
    folder, slash, written = name.rpartition("/")
    if written != path.name:  # a link, or steps upwards
        return None
    try:
        beside = {each.stem: each.name for each in sorted(path.parent.iterdir()) if each.is_file()}
    except OSError:
        return None
    # Endings are much alike, and would make any two names near.
    found = nearest(path.stem, beside)
    return None if found is None else f"{folder}{slash}{beside[found]}"
