"""Places: how a change's place is known and how a sentence calls it.

In: paths and names. Out: a `Place`, and paths without what differs between versions of one API.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from specwright.names import is_version

__all__ = ["Place", "code", "shape_of_path", "versionless"]

_PARAMETER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Place:
    """`key` stays the same from run to run; `holder` and the path inside it are for people.

    A holder is a named type (`is_type`), whose properties are written after its name, or words such as `the body of …`.
    """

    key: str
    holder: str
    path: str = ""
    is_type: bool = False

    @property
    def text(self) -> str:
        """The place in a sentence."""
        if self.is_type:
            return code(f"{self.holder}{'.' if self.path[:1] not in ('', '[', '{') else ''}{self.path}")
        return f"{code(self.path)} in {self.holder}" if self.path else self.holder

    @property
    def start(self) -> str:
        """The place where a sentence begins with it."""
        return self.text[:1].upper() + self.text[1:]

    def property(self, name: str) -> Place:
        """A property of what is here."""
        return replace(self, key=f"{self.key}/{name}", path=f"{self.path}.{name}" if self.path else name)

    def inside(self, mark: str) -> Place:
        """What is here holds more of a kind: `[]` items, `{}` values of further keys, `[2]` an item by place."""
        return replace(self, key=f"{self.key}/{mark}", path=f"{self.path}{mark}")


def code(text: str) -> str:
    """Words of a document or of code, marked off from those of a sentence; they cannot end their own mark."""
    return f"`{' '.join(text.split()).replace('`', chr(39))}`"


def versionless(path: str) -> str:
    """A path without its version segments."""
    return "/".join(part for part in path.split("/") if not is_version(part)) or "/"


def shape_of_path(path: str) -> str:
    """A path without its version segments and without what its parameters are called."""
    return _PARAMETER.sub("{}", versionless(path))
