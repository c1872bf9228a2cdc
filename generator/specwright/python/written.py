"""Written: the operations that a rendered distribution really holds.

In: an `Sdk` and its files. Out: the keys of the operations (`GET /pets`) by the namespace of their version. They are
read from the text of the modules, so that whatever loses an operation on its way there is noticed.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from specwright.python.webhooks import MODULES
from specwright.sdk import Sdk, Version

__all__ = ["operations_in", "written_operations"]

_TEXT = r"""(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
# The formatter decides where lines end.
_OPERATION = re.compile(
    rf"^(?P<variable>_\w+): Final\[\s*Operation\b.*?= \(?\s*Operation\(\s*id={_TEXT},\s*name={_TEXT},"
    rf"\s*method=(?P<method>{_TEXT}),\s*path=(?P<path>{_TEXT}),",
    re.MULTILINE | re.DOTALL,
)
_WEBHOOK = re.compile(rf"\b\w*Webhook\(\s*name=(?P<name>{_TEXT}),")
_USE = re.compile(r"\bself\._client\.\w+\(\s*(_\w+)")
_USES = 2  # a method in each of the two classes


def written_operations(sdk: Sdk, files: Mapping[str, bytes]) -> Mapping[str, frozenset[str]]:
    """The operations that methods of the clients send."""
    source = f"src/{sdk.package}/"
    found: dict[str, frozenset[str]] = {}
    for version in sdk.versions:
        folder = f"{source}{version.namespace}/resources/" if version.namespace else f"{source}resources/"
        modules = (content.decode() for path, content in files.items() if path.startswith(folder))
        operations = {key for module in modules for key in operations_in(module)}
        found[version.namespace] = frozenset(operations | set(_received(sdk, version, files)))
    return found


def _received(sdk: Sdk, version: Version, files: Mapping[str, bytes]) -> Iterator[str]:
    """The webhooks and callbacks that a receiver can parse."""
    folder = f"src/{sdk.package}/{version.namespace}/" if version.namespace else f"src/{sdk.package}/"
    text = "".join(files.get(f"{folder}{module}.py", b"").decode() for module in MODULES)
    names = {ast.literal_eval(each["name"]) for each in _WEBHOOK.finditer(text)}
    yield from (key for key, name in version.names.webhooks.items() if name.dotted in names)


def operations_in(module: str) -> frozenset[str]:
    """The operations that the methods of one module send."""
    return frozenset(_operations(module))


def _operations(module: str) -> Iterator[str]:
    uses = Counter(_USE.findall(module))
    for each in _OPERATION.finditer(module):
        if uses[each["variable"]] >= _USES:
            yield f"{ast.literal_eval(each['method'])} {ast.literal_eval(each['path'])}"
