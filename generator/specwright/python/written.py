"""Written: the operations that a rendered distribution really holds.

In: an `Sdk` and its files. Out: the keys of the operations (`GET /pets`) by the namespace of their version. They are
read from the text of the modules, so that whatever loses an operation on its way there is noticed.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from specwright.sdk import Sdk

__all__ = ["written_operations"]

_TEXT = r"""(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
# The formatter decides where lines end.
_OPERATION = re.compile(
    rf"^(?P<variable>_\w+): Final\b.*?= \(?\s*Operation\(\s*id={_TEXT},\s*name={_TEXT},"
    rf"\s*method=(?P<method>{_TEXT}),\s*path=(?P<path>{_TEXT}),",
    re.MULTILINE | re.DOTALL,
)
_USE = re.compile(r"\bself\._client\.\w+\(\s*(_\w+)")
_USES = 2  # a method in each of the two classes


def written_operations(sdk: Sdk, files: Mapping[str, bytes]) -> Mapping[str, frozenset[str]]:
    """The operations that methods of the clients send."""
    source = f"src/{sdk.package}/"
    found: dict[str, frozenset[str]] = {}
    for version in sdk.versions:
        folder = f"{source}{version.namespace}/resources/" if version.namespace else f"{source}resources/"
        modules = (content.decode() for path, content in files.items() if path.startswith(folder))
        found[version.namespace] = frozenset(key for module in modules for key in _operations(module))
    return found


def _operations(module: str) -> Iterator[str]:
    uses = Counter(_USE.findall(module))
    for each in _OPERATION.finditer(module):
        if uses[each["variable"]] >= _USES:
            yield f"{ast.literal_eval(each['method'])} {ast.literal_eval(each['path'])}"
