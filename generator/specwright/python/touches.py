"""Touches: what the models' source needs and datamodel-code-generator has no word for.

In: the source that the library made. Out: the same, with typed extras and with properties that a caller need not give.

Typed extras travel as a property with a name that no API has, the last one of its class, and become the type that
`model_extra` returns: the runtime reads from there what the other properties must be.
"""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["EXTRAS", "EXTRAS_NAME", "READ_ONLY", "with_extras", "with_unasked"]

EXTRAS = "x-specwright-extras"
EXTRAS_NAME = "x_specwright_extras"
READ_ONLY = "READ_ONLY"
"""The runtime's default of a property that only answers have."""

_EXTRAS = re.compile(rf"^    {EXTRAS_NAME}: Annotated\[(.+), Field\(alias='{EXTRAS}'\)\]$", re.MULTILINE)
_PROPERTY = '''
    @property
    def model_extra(self) -> \\1:
        """The properties beyond those above, by their names."""
        return super().model_extra
'''
_LINE = re.compile(r"^class (?P<owner>\w+)\(|^    (?P<field>\w+): ")


def with_extras(source: str) -> str:
    """The source with each class's typed extras as what `model_extra` returns."""
    return _EXTRAS.sub(_PROPERTY, source)


def with_unasked(source: str, names: Collection[str]) -> str:
    """The source with a default for each of the properties `Class.name` that have none."""
    owner = ""
    lines: list[str] = []
    for line in source.splitlines():
        found = _LINE.match(line)
        owner = found["owner"] or owner if found else owner
        lines.append(f"{line} = {READ_ONLY}" if found and f"{owner}.{found['field']}" in names else line)
    return "\n".join(lines) + "\n"
