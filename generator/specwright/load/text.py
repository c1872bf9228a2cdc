"""Which syntax a text is in.

In: the file's suffix and its text. Out: `Syntax`. A text that begins like JSON is JSON, unless the file is
named as YAML: there a flow mapping (`{a: 1}`) begins alike. A `.json` file that does not begin like JSON is
read as YAML, which vendors do publish.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["Syntax", "syntax_of"]


class Syntax(Enum):
    """The two syntaxes of an OpenAPI document."""

    JSON = "JSON"
    YAML = "YAML"


def syntax_of(suffix: str, text: str) -> Syntax:
    """Tell the syntax of a text."""
    begins_like_json = text.lstrip()[:1] in ("{", "[")
    return Syntax.JSON if begins_like_json and suffix.lower() not in (".yaml", ".yml") else Syntax.YAML
